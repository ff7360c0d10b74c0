package index

import "time"

// A Work says who is at work on an index that several processes write together, and what is left to be done.
type Work struct {
	Workers []Worker `json:"workers"`
	// Waiting documents are to be read, Taken ones are being read, Done ones are read and not in the index yet. The writer
	// posts documents little by little, so that these are not all that are left.
	Waiting int `json:"waiting"`
	Taken   int `json:"taken"`
	Done    int `json:"done"`
	// Oldest is since when the one that waits or is read longest does; its age is the lag. It is zero if there is none.
	Oldest time.Time `json:"oldest,omitzero"`
}

// A Worker is a process that reads documents for an index.
type Worker struct {
	Owner
	// Leads says that it is the writer, too.
	Leads bool `json:"leads,omitempty"`
	// Leases is how many documents it is reading, Done how many it has read.
	Leases int `json:"leases"`
	Done   int `json:"done"`
	// Seen is when it was heard of last, Lost that this is so long ago that its documents are given to others. Some minutes later it is told
	// of no more.
	Seen time.Time `json:"seen"`
	Lost bool      `json:"lost,omitempty"`
}

// A Sharer is an [Engine] whose indexes several processes may write together.
type Sharer interface {
	// Work returns who is at work at place.
	Work(place string) (*Work, error)
}
