package program_test

import (
	"context"
	"fmt"
	"time"

	"github.com/styrdok/styrdok/extract/internal/program"
)

func Example() {
	c := program.Command{Name: "sh", Args: []string{"-c", "echo hej"}, Timeout: time.Minute, MaxOutput: 1 << 20}
	out, _, err := c.Run(context.Background())
	fmt.Printf("%s%v\n", out, err)
	// Output:
	// hej
	// <nil>
}
