package html

import (
	"strconv"
	"strings"

	"golang.org/x/net/html"

	"github.com/styrdok/styrdok/extract/page"
)

// pointsPerPixel is a CSS pixel (1/96 inch) in points (1/72 inch).
const pointsPerPixel = 0.75

// styled returns font as n's style attribute changes it. Word processors write so; style sheets are not read.
func styled(n *html.Node, font page.Font) page.Font {
	style := attr(n, "style")
	if style == "" {
		return font
	}
	for rule := range strings.SplitSeq(strings.ToLower(style), ";") {
		name, value, _ := strings.Cut(rule, ":")
		value = strings.TrimSpace(value)
		switch strings.TrimSpace(name) {
		case "font-size":
			if size := points(value); size > 0 {
				font.Size = size
			}
		case "font-weight":
			font.Bold = value == "bold" || value == "bolder" || value == "600" || value == "700" || value == "800" || value == "900"
		case "font-style":
			font.Italic = value == "italic"
		}
	}
	return font
}

// points returns a size in points, 0 for one that is relative.
func points(s string) float64 {
	for unit, factor := range map[string]float64{"pt": 1, "px": pointsPerPixel} {
		if number, ok := strings.CutSuffix(s, unit); ok {
			if v, err := strconv.ParseFloat(strings.TrimSpace(number), 64); err == nil && v > 0 && v < 1000 {
				return v * factor
			}
		}
	}
	return 0
}
