package render

import (
	"strconv"
	"strings"
)

// A bar is a line of a bar chart. Lengths are in the units of its picture.
type bar struct {
	Label  string
	N      int
	Y      int
	Length int
	// Names are the towns, each with its municipality; "" where they are too many to stand there.
	Names string
}

// barChart are bars from the longest, with the picture's height and a description in words.
type barChart struct {
	Bars   []bar
	Height int
	Alt    string
}

// The measures of a bar chart.
const (
	barStep   = 24
	barLength = 220 // of the longest
	barUnit   = 32  // of one town, where all fit: four bars of one town each should not look like much
	barNames  = 4   // towns that are named beside a bar, unless it has more
)

// Countries returns the bars of the countries that partner towns lie in; nil if there are none.
func (v *view) Countries() *barChart {
	if len(v.Report.Countries) == 0 {
		return nil
	}
	c := &barChart{}
	most := 0
	for _, x := range v.Report.Countries {
		most = max(most, x.Towns)
	}
	var words []string
	for i, x := range v.Report.Countries {
		name := v.T("unknown-country")
		if x.Code != "" {
			name = v.Label(x.Name, x.Code)
		}
		length := min(x.Towns*barUnit, max(2, x.Towns*barLength/max(most, 1)))
		c.Bars = append(c.Bars, bar{name, x.Towns, i * barStep, length, v.townsIn(x.Code)})
		words = append(words, name+" "+strconv.Itoa(x.Towns))
	}
	c.Height = len(c.Bars) * barStep
	c.Alt = v.T("countries-alt", strings.Join(words, ", "))
	return c
}

// townsIn names the towns in a country, each with the municipality whose partner it is.
func (v *view) townsIn(country string) string {
	var names []string
	for i := range v.Report.Municipalities {
		m := &v.Report.Municipalities[i]
		for _, t := range m.PartnerTowns.Towns {
			if t.Country == country && t.Status != "ended" {
				names = append(names, oneLine(t.Name)+" ("+v.Municipality(m.Name)+")")
			}
		}
		if len(names) > barNames {
			return ""
		}
	}
	return strings.Join(names, ", ")
}

// A dot is a document at its year on the line of ages.
type dot struct {
	X     float64
	Title string
}

// A dotLine is a municipality's documents, or all of a decade's.
type dotLine struct {
	Label string
	Y     int
	Dots  []dot
}

// A tick is a year on the axis.
type tick struct {
	X    float64
	Year int
}

// An ageChart has a line for each municipality with a dot for each document at the year of its date.
type ageChart struct {
	Lines   []dotLine
	Ticks   []tick
	Height  int
	Alt     string
	Undated int
}

// The measures of a chart of ages, in the units of its picture.
const (
	ageLeft  = 130
	ageRight = 720
	ageStep  = 26
)

// Ages returns the chart of the documents' years; nil if fewer than two documents give one.
func (v *view) Ages() *ageChart {
	first, last, dated := 0, 0, 0
	for i := range v.Report.Documents {
		y := year(v.Report.Documents[i].Date.Value)
		if y == 0 {
			continue
		}
		if dated == 0 || y < first {
			first = y
		}
		last = max(last, y)
		dated++
	}
	if dated < 2 {
		return nil
	}
	last = max(last, year(v.Report.AsOf))
	scale := func(y int) float64 {
		return ageLeft + float64(y-first)/float64(max(last-first, 1))*(ageRight-ageLeft)
	}
	c := &ageChart{Undated: len(v.Report.Documents) - dated}
	var words []string
	for i := range v.Report.Municipalities {
		m := &v.Report.Municipalities[i]
		line := dotLine{Label: v.Municipality(m.Name), Y: len(c.Lines)*ageStep + ageStep/2}
		var years []string
		for _, id := range m.Documents {
			if y := year(v.Doc(id).Date.Value); y > 0 {
				line.Dots = append(line.Dots, dot{scale(y), v.ShortName(id) + ", " + strconv.Itoa(y)})
				years = append(years, strconv.Itoa(y))
			}
		}
		if len(line.Dots) > 0 {
			c.Lines = append(c.Lines, line)
			words = append(words, line.Label+" "+strings.Join(years, ", "))
		}
	}
	c.Height = len(c.Lines)*ageStep + 24
	c.Alt = v.T("ages-alt", strings.Join(words, "; "))
	for _, y := range ticks(first, last) {
		c.Ticks = append(c.Ticks, tick{scale(y), y})
	}
	return c
}

// ticks returns round years from first to last: five to ten of them where there are so many.
func ticks(first, last int) []int {
	step := 1
	for _, s := range []int{1, 2, 5, 10, 20, 50} {
		if step = s; (last-first)/s <= 10 {
			break
		}
	}
	var years []int
	for y := (first + step - 1) / step * step; y <= last; y += step {
		years = append(years, y)
	}
	return years
}

// year returns the year of an ISO 8601 date, 0 if there is none.
func year(date string) int {
	if len(date) < len("2006") {
		return 0
	}
	y, err := strconv.Atoi(date[:4])
	if err != nil || y < 1000 {
		return 0
	}
	return y
}
