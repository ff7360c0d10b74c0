package bodies

import (
	"strings"
	"testing"
)

// Every form of every head is found where it may stand alone, and in a compound that it accepts.
func TestEveryHeadIsFoundInEveryForm(t *testing.T) {
	if len(formTable()) < 4*len(heads) {
		t.Fatalf("%d forms of %d heads", len(formTable()), len(heads))
	}
	for word, f := range formTable() {
		if len(word) > maxForm {
			t.Errorf("%q is longer than maxForm", word)
		}
		if f.head.alone == always || f.head.alone == definite && f.definite {
			if found := Find(word); len(found) != 1 && word != "sektor" && word != "sektors" {
				t.Errorf("Find(%q) = %+v", word, found)
			}
		}
		if f.head.only != "" {
			first, _, _ := strings.Cut(f.head.only, " ")
			if found := Find(first + word); len(found) != 1 || found[0].Kind != f.head.kind {
				t.Errorf("Find(%q) = %+v", first+word, found)
			}
		}
		for not := range strings.FieldsSeq(f.head.not) {
			if found := Find(not + word); len(found) != 0 && len(not) > 1 && !longerHead(not+word, word) {
				t.Errorf("Find(%q) = %+v, want none", not+word, found)
			}
		}
	}
}

// longerHead reports whether word ends in a head longer than form: "kommunalråd" is one, though "kommunal-" is denied before "råd".
func longerHead(word, form string) bool {
	for f := range formTable() {
		if len(f) > len(form) && strings.HasSuffix(word, f) {
			return true
		}
	}
	return false
}

func TestGenitiveIsNoPartOfTheName(t *testing.T) {
	for text, want := range map[string]string{
		"nämndens": "nämnden", "kommunstyrelsens": "kommunstyrelsen", "chefernas": "cheferna", "kommunfullmäktiges": "kommunfullmäktige", "ordförandes": "ordförande", "bolagets": "bolaget",
	} {
		found := Find(text)
		if len(found) != 1 || found[0].Name != want || !found[0].Genitive {
			t.Errorf("Find(%q) = %+v, want %q", text, found, want)
		}
	}
}

func TestAttributesAndWords(t *testing.T) {
	for word, want := range map[string]bool{"internationella": true, "tekniska": true, "lokalt": true, "rådgivande": true, "stora": false, "ska": false, "": false} {
		if isAttribute(word) != want {
			t.Errorf("isAttribute(%q) = %v", word, !want)
		}
	}
	for word, want := range map[string]bool{"internationellt": true, "hållbar": true, "lokal": true, "ekologisk": true, "arbete": false, "frågor": false, "al": false} {
		if isDescribing(word) != want {
			t.Errorf("isDescribing(%q) = %v", word, !want)
		}
	}
	for text, want := range map[string]bool{"2014-02-13 §": true, "2016/82": false, "2014-2-1": false, "": false} {
		if startsWithDate(text) != want {
			t.Errorf("startsWithDate(%q) = %v", text, !want)
		}
	}
}
