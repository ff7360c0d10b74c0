package batch

import (
	"cmp"
	"crypto/sha256"
	"fmt"
	"slices"
	"strings"
	"unicode"

	"github.com/styrdok/styrdok/index"
	"github.com/styrdok/styrdok/policy"
	"github.com/styrdok/styrdok/policy/swedish"
)

// A file that says what another of the same municipality says in another format (the text beside the PDF, the Word file it was printed from)
// is the same document, and passed over: found twice, it would count twice. Which one stays does not depend on the order in which they are
// read. Copies in the same format are told as duplicates, and each is a document: somebody put it there.

// SameText is the code of files that are passed over for another one.
const SameText = "same-text"

// formats are those of documents, what a person would cite first.
var formats = []string{"pdf", "docx", "odt", "html", "markdown", "text"}

// rank returns where a format stands among formats.
func rank(format string) int {
	if i := slices.Index(formats, format); i >= 0 {
		return i
	}
	return len(formats)
}

// minLetters is how many letters and digits two texts must have for being alike to mean anything: some twenty words. A cover page and a
// note that a page is empty are alike by chance.
const minLetters = 120

// textOf names what doc says: equal for documents of one municipality with the same letters and digits in the same order, whatever their
// case, spaces, marks and line ends. It is "" for those that say too little.
func textOf(doc *policy.Document) string {
	h := sha256.New()
	fmt.Fprintf(h, "%s\x00", doc.Municipality.Municipality.Name)
	letters := 0
	for word := range strings.FieldsFuncSeq(swedish.Normal(doc.Text), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) }) {
		letters += len(word)
		h.Write([]byte(word))
	}
	if letters < minLetters {
		return ""
	}
	return fmt.Sprintf("%.16x", h.Sum(nil))
}

// A claim is a document of the index that says something.
type claim struct {
	id, source string
	rank       int
	job        *job // nil if its file was not looked at
}

// admit lets j's document, of which j.state says what it says, be one of the index. It reports false if another says the same in a better
// format: then j is passed over for it. Those that say it in a worse format are passed over for j's.
func (k *work) admit(j *job) (bool, error) {
	mine := &claim{j.source.ID, j.source.Name, rank(j.state.Format), j}
	if j.state.Text == "" {
		delete(k.passed, j.state.Path)
		return true, nil
	}
	var stay []*claim
	for _, other := range k.texts[j.state.Text] {
		switch {
		case other.id == mine.id:
		case other.rank < mine.rank:
			return false, k.passOver(mine, other)
		case other.rank > mine.rank && other.job != nil:
			if err := k.passOver(other, mine); err != nil {
				return false, err
			}
		default:
			stay = append(stay, other)
		}
	}
	k.texts[j.state.Text] = append(stay, mine)
	delete(k.passed, j.state.Path)
	return true, nil
}

// passOver takes the document of worse out of the index, since better's says the same.
func (k *work) passOver(worse, better *claim) error {
	if err := k.writer.Remove(worse.id); err != nil {
		return err
	}
	j := worse.job
	if j.counted != nil {
		*j.counted--
		j.counted = nil
	}
	k.pass(index.Aside{File: j.state, SetAside: sameText(j.source.Name, better.source)})
	return nil
}

// pass adds a to what is passed over, and tells if it was not before.
func (k *work) pass(a index.Aside) {
	key := asideKey(a)
	before, ok := k.plan.passed[key]
	if k.passed[key] = a; (!ok || before.SetAside != a.SetAside) && k.opts.Events.PassedOver != nil {
		k.opts.Events.PassedOver(a.SetAside)
	}
}

// settlePassed names for each file that is passed over the best one that says the same, which may have come after the first.
func (k *work) settlePassed() {
	for key, a := range k.passed {
		if same := k.texts[a.File.Text]; a.Code == SameText && len(same) > 0 {
			best := slices.MinFunc(same, func(a, b *claim) int { return cmp.Or(cmp.Compare(a.rank, b.rank), cmp.Compare(a.source, b.source)) })
			a.SetAside = sameText(a.Source, best.source)
			k.passed[key] = a
		}
	}
}

// sameText says that source is passed over for another.
func sameText(source, better string) policy.SetAside {
	return policy.SetAside{Source: source, Code: SameText, Detail: better, Reason: "Säger detsamma som " + better + ", som är dokumentet i registret."}
}

// beginPassed settles what is passed over as far as it is known already, and who says what.
func (k *work) beginPassed() {
	k.passed, k.texts = map[string]index.Aside{}, map[string][]*claim{}
	looked := map[string]bool{}
	for _, j := range k.plan.jobs {
		looked[j.state.Path] = true
		if j.twin == nil || j.todo == toKeep || j.todo == toLeave {
			continue
		}
		a := *j.twin // until it is read again, if it is
		if a.Source = j.source.Name; j.todo == toPass {
			a.File = j.state
		}
		k.passed[asideKey(a)] = a
	}
	for _, r := range k.plan.before {
		if !looked[r.File.Path] && r.File.Text != "" && !slices.ContainsFunc(k.plan.gone, func(g index.DocumentRecord) bool { return g.ID == r.ID }) {
			k.texts[r.File.Text] = append(k.texts[r.File.Text], &claim{id: r.ID, source: r.Source, rank: rank(r.File.Format)})
		}
	}
	for _, s := range k.opts.PassedOver {
		k.pass(index.Aside{SetAside: s})
	}
}

// leaveTwins leaves alone the files that were passed over for a document that stays as it is.
func (p *plan) leaveTwins() {
	says := map[string]int{} // the best rank
	for _, j := range p.jobs {
		if j.todo == toKeep && j.state.Text != "" {
			if best, ok := says[j.state.Text]; !ok || rank(j.state.Format) < best {
				says[j.state.Text] = rank(j.state.Format)
			}
		}
	}
	for _, j := range p.jobs {
		if j.twin == nil || j.todo != toRead {
			continue
		}
		f := j.twin.File
		best, ok := says[f.Text]
		if ok && best < rank(f.Format) && f.SHA256 != "" && f.SHA256 == j.state.SHA256 && f.Basis == j.state.Basis && f.Given == j.state.Given {
			j.todo = toPass
		}
	}
}
