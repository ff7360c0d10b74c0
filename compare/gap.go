package compare

// A Gap is what a municipality lacks that most others have.
type Gap struct {
	// Kind says what is lacking: "tag" (Name is the tag or sub-tag), "interval" (how often things are followed up),
	// "town-names" (which the partner towns are) or "metadata" (Name is the field, as Document.Missing has it).
	Kind string `json:"kind"`
	Name string `json:"name"`
	// State is NotSaid, or Unread if it may stand where the program could not read.
	State State `json:"state"`
	// Text says it in a sentence, Basis on what it rests.
	Text  Label   `json:"text"`
	Bases []Basis `json:"bases"`
}

// A Basis says how many others have what a municipality lacks.
type Basis struct {
	// Group is the name of the peer group, "" for all others.
	Group string `json:"group,omitempty"`
	// Have of the Of others have it; Municipalities names them, the first twelve if they are more.
	Have           int      `json:"have"`
	Of             int      `json:"of"`
	Municipalities []string `json:"municipalities"`
	Text           Label    `json:"text"`
}
