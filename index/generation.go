package index

// A generation is one that is complete, and what it needs to stay so.
type generation struct {
	number int
	run    string
	stored map[string]bool // the hashes of its documents
}

func newGeneration(m *manifest, c *contents) generation {
	g := generation{number: m.Generation, run: m.Run.String(), stored: make(map[string]bool, len(c.Documents))}
	for _, r := range c.Documents {
		g.stored[r.Stored] = true
	}
	return g
}

// generationsUpTo returns the complete generations up to that of m, which holds c, in order; nil if that cannot be read. The manifests of older ones are not checked by their
// hash: this only says what to keep. Those after m's were gone back from.
func generationsUpTo(s Storage, m *manifest, c *contents) []generation {
	all, err := numbers(s)
	if err != nil {
		return nil
	}
	var out []generation
	for _, n := range all {
		if n >= m.Generation {
			break
		}
		old, _, err := readManifest(s, n)
		if err != nil {
			continue
		}
		if c, err := old.contents(s); err == nil {
			out = append(out, newGeneration(old, c))
		}
	}
	if c != nil {
		out = append(out, newGeneration(m, c))
	}
	return out
}

// keep returns those of older, complete generations in order, that stay beside that of m: the one before it, which may be being
// read, and the last ones of the runs before, so that with m's there are those of so many runs.
func keep(older []generation, m *manifest, runs int) []generation {
	seen := map[string]bool{m.Run.String(): true}
	var out []generation
	for i := len(older) - 1; i >= 0; i-- {
		g := older[i]
		last := !seen[g.run] && len(seen) < runs
		if last || i == len(older)-1 {
			out = append([]generation{g}, out...)
		}
		seen[g.run] = true
	}
	return out
}
