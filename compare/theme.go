package compare

// A Theme is a sub-tag of the goals with what each municipality has of it.
type Theme struct {
	// Tag is the sub-tag's name.
	Tag   string `json:"tag"`
	Label Label  `json:"label"`
	// Counts is the number of goals of each of the report's municipalities, in their order.
	Counts []int `json:"counts"`
	// Municipalities is how many municipalities have the theme at all.
	Municipalities int `json:"municipalities"`
}

// A GoalSummary says what a municipality's goals cover.
type GoalSummary struct {
	// Count is the number of goals; Shared of them another municipality has too, in similar words.
	Count  int `json:"count"`
	Shared int `json:"shared"`
	// Themes are the themes that they cover, most goals first.
	Themes []string `json:"themes"`
	// OnlyHere are the themes that no other municipality has.
	OnlyHere []string `json:"only_here"`
}
