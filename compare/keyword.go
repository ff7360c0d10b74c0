package compare

// A KeyWord is a word that a municipality's documents use far more than those of the others.
type KeyWord struct {
	// Word is the base form.
	Word string `json:"word"`
	// Count is how often it stands in the municipality's documents, Rest in those of the others; Documents is in how many of
	// its own.
	Count     int `json:"count"`
	Rest      int `json:"rest"`
	Documents int `json:"documents"`
	// PerThousand and RestPerThousand are the same per thousand words.
	PerThousand     float64 `json:"per_thousand"`
	RestPerThousand float64 `json:"rest_per_thousand"`
	// LogLikelihood is Dunning's G² (1993) in the form of Rayson and Garside (2000): how sure it is that the two differ;
	// 10.83 and more happen once in a thousand by chance, 6.63 and more once in a hundred. Below 10.83 stand only words of
	// municipalities with less than 2,000 words.
	LogLikelihood float64 `json:"log_likelihood"`
	// LogRatio is how much they differ: the binary logarithm of the ratio of the frequencies, half a word standing for none
	// (Hardie 2014). 1 is twice as often, 2 four times.
	LogRatio float64 `json:"log_ratio"`
}
