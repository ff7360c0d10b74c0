package pdf

import "github.com/styrdok/styrdok/extract/internal/pdf/object"

// The limits of name and number trees.
const (
	// maxLevels is how deep they may nest: balanced trees of millions need five.
	maxLevels = 16
	// maxNodes is how many of their nodes are looked at.
	maxNodes = 20_000
	// maxPairs is how many keys are read of one tree.
	maxPairs = 200_000
)

// eachPair calls do for each key and value of a name tree (kind "Names") or number tree ("Nums") (ISO 32000-1, 7.9.6 and 7.9.7).
func eachPair(root object.Value, kind string, do func(key, value object.Value)) {
	nodes, pairs := maxNodes, maxPairs
	seen := map[int]bool{}
	var walk func(node object.Value, level int)
	walk = func(node object.Value, level int) {
		list := node.Key(kind)
		for i := 0; i+1 < list.Len() && pairs > 0; i += 2 {
			pairs--
			do(list.Index(i), list.Index(i+1))
		}
		kids := node.Key("Kids")
		for i, ref := range kids.Refs() {
			if level >= maxLevels || nodes <= 0 || pairs <= 0 {
				return
			}
			if ref >= 0 && seen[ref] {
				continue // the tree leads back into itself
			}
			nodes--
			seen[ref] = true
			walk(kids.Index(i), level+1)
		}
	}
	walk(root, 0)
}
