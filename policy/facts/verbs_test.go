package facts

import "testing"

func TestIsPassive(t *testing.T) {
	for word, want := range map[string]bool{
		"beslutas": true, "tecknas": true, "leds": true, "avgörs": true, "fastställs": true, "följs": true, "bereds": true, "utses": true, "ges": true, "genomförs": true, "hålls": true, "bärs": true,
		"finns": false, "dess": false, "bedöms": false, "krävs": false, "kommunens": false, "nämndernas": false, "arbetets": false, "är": false, "": false,
	} {
		if got := isPassive(word); got != want {
			t.Errorf("isPassive(%q) = %v", word, got)
		}
	}
}

func TestPassiveNext(t *testing.T) {
	for text, want := range map[string]bool{
		" informeras om arbetet": true, " löpande informeras": true, " delges beslutet": true, " vara ansvarig": false, " vara öppen": true, " leda arbetet": false, " ha en bild": false, "": false,
	} {
		if got := passiveNext(text); got != want {
			t.Errorf("passiveNext(%q) = %v", text, got)
		}
	}
}

func TestConditional(t *testing.T) {
	for text, want := range map[string]bool{
		"gäller till dess att ": true, "om ": true, "tills ": true, "när ": true, "som beslutas om ": true, "föreslår att ": false, "vid behov ": false, "formen ": false, "": false,
	} {
		if got := conditional(text); got != want {
			t.Errorf("conditional(%q) = %v", text, got)
		}
	}
}

func TestSkipAside(t *testing.T) {
	for text, want := range map[string]string{
		", med folk från alla, ska leda": " ska leda",
		" (KS) ska leda":                 " ska leda",
		", som ska leda":                 "som ska leda",
		" ska leda, och sedan":           " ska leda, och sedan",
		"":                               "",
	} {
		if got := text[skipAside(text, 0):]; got != want {
			t.Errorf("skipAside(%q) leaves %q, want %q", text, got, want)
		}
	}
}

func TestSubjectless(t *testing.T) {
	for text, want := range map[string]bool{
		"ska ge stöd": true, "ansvarar för schemat": true, "har kontakt med": true, "att leda": true, "personalen ska": false, "i mars ska": false, "": false,
	} {
		if got := subjectless(text); got != want {
			t.Errorf("subjectless(%q) = %v", text, got)
		}
	}
}

func TestPhrase(t *testing.T) {
	for text, want := range map[string]string{
		" sitt internationella arbete.":         "sitt internationella arbete",
		" planen till nämnden":                  "planen",
		" resor, möten och besök":               "resor",
		" arbetet varje år":                     "arbetet",
		" policyn som gäller":                   "policyn",
		" effekterna genom årsredovisningen":    "effekterna",
		"":                                      "",
		" målen minst en gång per mandatperiod": "målen",
	} {
		if got := phrase(text); got != want {
			t.Errorf("phrase(%q) = %q, want %q", text, got, want)
		}
	}
}

func TestFollowsUp(t *testing.T) {
	for text, want := range map[string]bool{
		"arbetet följs därför upp": true, "uppföljning sker": true, "planen revideras": true, "redovisas i bokslutet": true, "gruppen träffas": true, "policyn ses över": true, "mål utvärderas": true,
		"vi följer omvärlden": false, "kommunen växer": false, "upp följer en trappa": false, "": false,
	} {
		if _, got := followsUp(text); got != want {
			t.Errorf("followsUp(%q) = %v", text, got)
		}
	}
}

func TestParagraph(t *testing.T) {
	for text, want := range map[string]string{
		"§ 40": "§ 40", "§40": "§ 40", "2014-02-13, § 40": "§ 40", "§ 40/2014": "§ 40/2014", "40 §": "§ 40", "§§": "", "ingen": "", "": "", "§ fyrtio": "",
	} {
		if got, _, _ := paragraph(text); got != want {
			t.Errorf("paragraph(%q) = %q, want %q", text, got, want)
		}
	}
}

func TestReferenceKeysMeet(t *testing.T) {
	for a, b := range map[string]string{
		"Klimatstrategin": "klimatstrategi", "biblioteksplanen": "Biblioteksplan", "Vision 2040": "vision  2040", "folkhälsoprogrammet": "folkhälsoprogram",
	} {
		if referenceKey(a) != referenceKey(b) {
			t.Errorf("%q and %q have keys %q and %q", a, b, referenceKey(a), referenceKey(b))
		}
	}
	for text, want := range map[string]string{
		"Strategi för X Strategi för X pdf (pdf 606 KB)": "Strategi för X", "Policy.pdf": "Policy", "Plan för vatten": "Plan för vatten", "": "",
	} {
		if got := fileName(text); got != want {
			t.Errorf("fileName(%q) = %q, want %q", text, got, want)
		}
	}
}

func TestRoleOfADate(t *testing.T) {
	for text, want := range map[string]string{
		"antagen av kommunfullmäktige *": adopted, "reviderad *": revised, "antagen 2010, reviderad *": revised, "giltig till *": validUntil, "gäller till och med *": validUntil, "sidan uppdaterades *": updated,
		"datum: *": written, "utskriven *": printed, "fastställd av nämnden den *": adopted, "nästa revidering *": "", "text *": "none", "*": "none",
	} {
		at := indexOf(t, text, "*")
		role, _, ok := roleAt(text, foundDate{start: at, end: at}, 0)
		if !ok {
			role = "none"
		}
		if role != want {
			t.Errorf("%q: %q, want %q", text, role, want)
		}
	}
}
