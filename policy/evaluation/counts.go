package evaluation

// Counts are numbers of words.
type Counts struct {
	// Predicted carry the tag by the program; Right of them may.
	Predicted int `json:"predicted"`
	Right     int `json:"right"`
	// Required must carry it by the labels; Found of them do.
	Required int `json:"required"`
	Found    int `json:"found"`
}

// Precision returns Right / Predicted, 1 if nothing is predicted.
func (c Counts) Precision() float64 { return share(c.Right, c.Predicted) }

// Recall returns Found / Required, 1 if nothing is required.
func (c Counts) Recall() float64 { return share(c.Found, c.Required) }

// F1 returns the harmonic mean of precision and recall, 0 if both are 0.
func (c Counts) F1() float64 {
	p, r := c.Precision(), c.Recall()
	if p+r == 0 {
		return 0
	}
	return 2 * p * r / (p + r)
}

func share(part, whole int) float64 {
	if whole == 0 {
		return 1
	}
	return float64(part) / float64(whole)
}

// add counts a word with the given marks.
func (c *Counts) add(marks uint8) {
	if marks&predicted != 0 {
		c.Predicted++
		if marks&(required|acceptable) != 0 {
			c.Right++
		}
	}
	if marks&required != 0 {
		c.Required++
		if marks&predicted != 0 {
			c.Found++
		}
	}
}

// plus adds other to c.
func (c *Counts) plus(other Counts) {
	c.Predicted += other.Predicted
	c.Right += other.Right
	c.Required += other.Required
	c.Found += other.Found
}
