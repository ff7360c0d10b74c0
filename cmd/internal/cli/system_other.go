//go:build !linux

package cli

import "errors"

// peakMemory returns 0: it is not known here.
func peakMemory(int) int64 { return 0 }

// space returns an error: it is not known here.
func space(string) (free, used int64, err error) { return 0, 0, errors.ErrUnsupported }

func yieldToOthers() {}
