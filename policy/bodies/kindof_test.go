package bodies_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/styrdok/styrdok/policy/bodies"
)

func ExampleKindOf() {
	kind, genitive, ok := bodies.KindOf("omvårdnadsnämndens")
	fmt.Println(kind, genitive, ok)
	_, _, ok = bodies.KindOf("målgruppen")
	fmt.Println(ok)
	// Output:
	// organ true true
	// false
}

func TestKindOf(t *testing.T) {
	for _, test := range []struct {
		word     string
		kind     bodies.Kind // "" for a word that names no body
		genitive bool
	}{
		// each kind, alone and in a compound, in every form
		{"nämnd", bodies.Organ, false}, {"nämnden", bodies.Organ, false}, {"nämnder", bodies.Organ, false}, {"nämnderna", bodies.Organ, false},
		{"kulturnämnd", bodies.Organ, false}, {"hamn-nämnden", bodies.Organ, false},
		{"kommunfullmäktige", bodies.Organ, false}, {"kommunstyrelsen", bodies.Organ, false}, {"elevhälsan", bodies.Organ, false},
		{"chef", bodies.Role, false}, {"cheferna", bodies.Role, false}, {"simhallschef", bodies.Role, false}, {"samordnarna", bodies.Role, false},
		{"sjuksköterskorna", bodies.Role, false}, {"tjänstemännen", bodies.Role, false}, {"förtroendevalda", bodies.Role, false},
		{"länsstyrelsen", bodies.Outside, false}, {"skolverket", bodies.Outside, false}, {"regionen", bodies.Outside, false}, {"jordbruksmyndigheten", bodies.Outside, false},
		// the genitive, of forms that end in another letter and of those that end in s already
		{"nämndens", bodies.Organ, true}, {"nämndernas", bodies.Organ, true}, {"kommunfullmäktiges", bodies.Organ, true}, {"chefs", bodies.Role, true},
		{"ordförandes", bodies.Role, true}, {"riksdagens", bodies.Outside, true}, {"controllers", bodies.Role, false},
		// the longest head decides: a commissioner is no council, the county's board none of the municipality
		{"kommunalråd", bodies.Role, false}, {"råden", bodies.Organ, false},
		// heads that need a definite form, something before them, or one of a few words
		{"grupp", "", false}, {"gruppen", bodies.Organ, false}, {"styrgrupp", bodies.Organ, false},
		{"forum", "", false}, {"ledningsforum", bodies.Organ, false}, {"diskussionsforum", "", false},
		{"ägare", "", false}, {"systemägare", bodies.Role, false}, {"markägare", "", false},
		{"ansvarig", "", false}, {"badansvarig", bodies.Role, false}, {"tillansvarig", "", false},
		// other words with the same ending
		{"målgruppen", "", false}, {"samråd", "", false}, {"erfarenheten", "", false}, {"ovannämnd", "", false}, {"korrektor", "", false},
		// no words at all, and what is not in lower case
		{"", "", false}, {"-", "", false}, {"s", "", false}, {"Nämnden", "", false}, {"nämnden ", "", false}, {"\xff\xfe", "", false}, {"å", "", false},
		{strings.Repeat("nämnd", 1000), bodies.Organ, false},
	} {
		kind, genitive, ok := bodies.KindOf(test.word)
		if kind != test.kind || genitive != test.genitive || ok != (test.kind != "") {
			t.Errorf("KindOf(%.40q) = %q, genitive %v, %v; want %q, genitive %v", test.word, kind, genitive, ok, test.kind, test.genitive)
		}
	}
}

// TestKindOfAgreesWithFind: what KindOf says of a word by itself is what Find says of a text that is but that word.
func TestKindOfAgreesWithFind(t *testing.T) {
	agreed := 0
	for _, first := range []string{"", "kultur", "skol", "hamn-", "mål", "kommun", "o"} {
		for _, word := range []string{"nämnd", "nämndens", "styrelserna", "fullmäktige", "utskottets", "beredningen", "enhet", "enheten", "gruppens", "råd", "råden", "forum", "chef", "chefernas",
			"ordförande", "samordnare", "ansvariga", "ledamöterna", "ägaren", "myndigheten", "skolverket", "regionens", "polisen", "hus", "arbete"} {
			kind, genitive, ok := bodies.KindOf(first + word)
			found := bodies.Find(first + word)
			if ok != (len(found) == 1) {
				t.Errorf("KindOf(%q) is %v, but Find returns %+v", first+word, ok, found)
			} else if ok && (kind != found[0].Kind || genitive != found[0].Genitive) {
				t.Errorf("KindOf(%q) = %q, genitive %v, but Find returns %+v", first+word, kind, genitive, found[0])
			} else if ok {
				agreed++
			}
		}
	}
	if agreed < 60 {
		t.Errorf("%d bodies among the words, want 60", agreed)
	}
}
