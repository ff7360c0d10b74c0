package font

import (
	"strings"
	"unicode/utf16"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/japanese"
	"golang.org/x/text/encoding/korean"
	"golang.org/x/text/encoding/simplifiedchinese"
	"golang.org/x/text/encoding/traditionalchinese"
)

// legacySet returns the character set that the codes of a predefined CMap are of (ISO 32000-1, table 118); nil if none.
func legacySet(name string) encoding.Encoding {
	switch {
	case strings.HasPrefix(name, "GB"):
		return simplifiedchinese.GBK
	case strings.HasPrefix(name, "B5"), strings.HasPrefix(name, "ETen"), strings.HasPrefix(name, "HKscs"):
		return traditionalchinese.Big5
	case strings.Contains(name, "RKSJ"):
		return japanese.ShiftJIS
	case name == "EUC-H", name == "EUC-V":
		return japanese.EUCJP
	case strings.HasPrefix(name, "KSC"):
		return korean.EUCKR
	}
	return nil
}

// nextLegacy returns the first code in s of an older character set: two bytes if the first one opens such a code.
func (m *cmap) nextLegacy(s []byte) (uint32, int) {
	lead := s[0] >= 0x81 && s[0] <= 0xfe
	if m.legacy == japanese.ShiftJIS {
		lead = s[0] >= 0x81 && s[0] <= 0x9f || s[0] >= 0xe0 && s[0] <= 0xfc
	}
	if lead && len(s) > 1 {
		return code(s[:2]), 2
	}
	return uint32(s[0]), 1
}

// direct returns the characters of a code that says them itself, "" otherwise.
func (m *cmap) direct(s []byte) string {
	switch {
	case m.utf16:
		return string(utf16.Decode(units(s)))
	case m.legacy != nil:
		out, err := m.legacy.NewDecoder().Bytes(s)
		if err == nil {
			return string(out)
		}
	}
	return ""
}
