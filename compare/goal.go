package compare

// A SharedGoal is a goal that two or more municipalities have in similar words.
type SharedGoal struct {
	// ID names it within the report, "goal-12"; quotes refer to it.
	ID string `json:"id"`
	// Words are the base forms of the words that its sentences have in common, the most telling first.
	Words []string `json:"words"`
	// Municipalities are those that have it, in Swedish alphabetical order; Themes are the themes that most of its sentences have.
	Municipalities []string `json:"municipalities"`
	Themes         []string `json:"themes"`
	// Likeness is how alike two of its sentences are on average, 0 to 1: the cosine of their weighted words.
	Likeness float64 `json:"likeness"`
	// Goals are the sentences, by municipality.
	Goals []Excerpt `json:"goals"`
}
