package policy

import (
	_ "embed"
	"encoding/csv"
	"slices"
	"strings"
	"sync"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// municipalityCSV is the register of Statistics Sweden; data/README.md says where it comes from.
//
//go:embed data/municipality_county.csv
var municipalityCSV string

// A Register knows municipalities by their names, codes and domains. It never changes once made, and may be used by
// many at a time.
type Register struct {
	all      []Municipality
	byName   map[string]int // nameKey of the short and the long name, and of aliases
	byCode   map[string]int
	byDomain map[string]int // domainKey of the short name
}

// aliases are official names that neither the short name nor its genitive gives.
var aliases = []struct{ code, name string }{
	{"2080", "Falu kommun"},
	{"0980", "Region Gotland"},
	{"0980", "Gotlands kommun"},
}

// domains are those that the name does not give: Habo and Håbo fold to one.
var domains = []struct{ code, domain string }{
	{"0305", "habo"},
	{"0643", "habokommun"},
}

// DefaultRegister returns the register of all 290 Swedish municipalities. It is read once, when it is first asked for.
func DefaultRegister() *Register { return defaultRegister() }

var defaultRegister = sync.OnceValue(func() *Register {
	rows, err := csv.NewReader(strings.NewReader(municipalityCSV)).ReadAll()
	if err != nil {
		panic("policy: the embedded register is damaged: " + err.Error()) // held by a test
	}
	all := make([]Municipality, 0, len(rows))
	for _, row := range rows[1:] {
		all = append(all, Municipality{Code: row[0], LongName: row[1], Name: row[2], County: row[4]})
	}
	return newRegister(all)
})

func newRegister(all []Municipality) *Register {
	r := &Register{
		all:      all,
		byName:   make(map[string]int, 2*len(all)),
		byCode:   make(map[string]int, len(all)),
		byDomain: make(map[string]int, len(all)),
	}
	for i, m := range all {
		r.byName[nameKey(m.Name)] = i
		r.byName[nameKey(m.LongName)] = i
		if m.Code != "" {
			r.byCode[m.Code] = i
		}
		r.byDomain[domainKey(m.Name)] = i
	}
	delete(r.byName, "")
	delete(r.byDomain, "")
	for _, a := range aliases {
		if i, ok := r.byCode[a.code]; ok {
			r.byName[nameKey(a.name)] = i
		}
	}
	for _, d := range domains {
		if i, ok := r.byCode[d.code]; ok {
			r.byDomain[d.domain] = i
		}
	}
	return r
}

// With returns a register that knows extra as well. One with the name or the code of a known municipality replaces it.
// r itself stays as it is.
func (r *Register) With(extra ...Municipality) *Register {
	all := slices.Clone(r.all)
	for _, m := range extra {
		if m.Name == "" {
			continue
		}
		if m.LongName == "" {
			m.LongName = longName(m.Name)
		}
		same := func(o Municipality) bool {
			return nameKey(o.Name) == nameKey(m.Name) || m.Code != "" && o.Code == m.Code
		}
		if i := slices.IndexFunc(all, same); i >= 0 {
			all[i] = m
		} else {
			all = append(all, m)
		}
	}
	return newRegister(all)
}

// All returns all municipalities: those of the register in the order of their codes, then those added.
func (r *Register) All() []Municipality { return slices.Clone(r.all) }

// Find returns the municipality with the given name: the short name ("Älmhult"), the long one ("Älmhults kommun"), the
// genitive of either ("Ales", "Ale kommuns"), a long one without the genitive ("Älmhult kommun"), or one that ends in
// "stad" ("Malmö stad"). Case and the form of the letters (NFC or NFD) do not matter.
func (r *Register) Find(name string) (Municipality, bool) {
	key := nameKey(name)
	if i, ok := r.byName[key]; ok {
		return r.all[i], true
	}
	for _, suffix := range []string{"kommunens", "kommunen", "kommuns", "kommun", "stads", "stad"} {
		if stem, ok := strings.CutSuffix(key, " "+suffix); ok {
			if i, ok := r.byName[stem+" kommun"]; ok {
				return r.all[i], true
			}
			key = stem
			break
		}
	}
	if i, ok := r.byName[key]; ok {
		return r.all[i], true
	}
	if stem, ok := strings.CutSuffix(key, "s"); ok {
		if i, ok := r.byName[stem]; ok {
			return r.all[i], true
		}
	}
	return Municipality{}, false
}

// FindCode returns the municipality with the given SCB code. A code that lost its leading zero ("765") is found too.
func (r *Register) FindCode(code string) (Municipality, bool) {
	if len(code) == 3 {
		code = "0" + code
	}
	i, ok := r.byCode[code]
	if !ok {
		return Municipality{}, false
	}
	return r.all[i], true
}

// FindDomain returns the municipality that a web or mail domain belongs to: "amal.se", "www.ale.se",
// "anna.ek@edu.almhult.se", "upplands-bro.se". Only names under .se are known.
func (r *Register) FindDomain(domain string) (Municipality, bool) {
	domain = strings.ToLower(strings.Trim(domain, ". "))
	if _, host, ok := strings.Cut(domain, "@"); ok {
		domain = host
	}
	labels := strings.Split(domain, ".")
	if len(labels) < 2 || labels[len(labels)-1] != "se" {
		return Municipality{}, false
	}
	key := domainKey(labels[len(labels)-2])
	for _, k := range []string{key, strings.TrimSuffix(key, "kommun"), strings.TrimSuffix(key, "skommun")} {
		if i, ok := r.byDomain[k]; ok {
			return r.all[i], true
		}
	}
	return Municipality{}, false
}

// longName forms "Ekeby kommun", "Älmhults kommun". After a vowel both forms are in use and Find knows both, so the genitive is
// chosen after a consonant only.
func longName(short string) string {
	letters := []rune(strings.ToLower(short))
	if strings.ContainsRune("aeiouyåäösxz", letters[len(letters)-1]) {
		return short + " kommun"
	}
	return short + "s kommun"
}

// nameKey folds a name for comparison: NFC, lower case, single spaces.
func nameKey(s string) string {
	return strings.Join(strings.Fields(strings.ToLower(norm.NFC.String(s))), " ")
}

// domainKey folds a name to what a domain keeps of it: å and ä become a, ö becomes o, only letters and digits stay.
func domainKey(s string) string {
	var b strings.Builder
	for _, c := range norm.NFD.String(strings.ToLower(s)) {
		if c < unicode.MaxASCII && (unicode.IsLetter(c) || unicode.IsDigit(c)) {
			b.WriteRune(c)
		}
	}
	return b.String()
}
