package segment

import (
	"strings"
	"unicode"
)

// chromePhrases begin what web pages and viewers put around a text.
var chromePhrases = []string{"lyssna på sidan", "lyssna på texten", "lyssna på innehållet", "på den här sidan", "på denna sida",
	"start /", "start >", "start ›", "startsida /", "startsida >", "du är här:", "bild:", "foto:", "lämna en synpunkt", "lämna synpunkt", "dela sidan", "dela på", "skriv ut", "till toppen",
	"tillbaka till toppen", "synpunkter på sidan", "hjälpte informationen dig", "var informationen till hjälp",
	"hoppa till innehåll", "till innehållet", "vi använder kakor", "vi använder cookies", "webbplatsen använder",
	"den här webbplatsen använder", "om cookies", "om kakor", "acceptera alla", "godkänn alla", "cookieinställningar",
	"sök på webbplatsen", "storlek: px", "starta visningen från sidan", "download", "gå till innehåll"}

// maxChromeBytes is how long a notice about cookies is at most.
const maxChromeBytes = 400

// maxChromeWords keeps prose that happens to begin with such a phrase in the text.
const maxChromeWords = 30

func isChrome(s string) bool {
	if len(s) > maxChromeBytes {
		return false
	}
	low := strings.ToLower(strings.TrimLeft(s, "<>»→ "))
	if words(low) > maxChromeWords {
		return false
	}
	for _, p := range chromePhrases {
		if rest, ok := strings.CutPrefix(low, p); ok && (rest == "" || !unicode.IsLetter([]rune(rest)[0])) {
			return !ended(s) || words(low) <= maxHeadWords/2 && strings.HasSuffix(p, ":") || strings.HasSuffix(s, "?") || strings.Contains(low, "kakor") || strings.Contains(low, "cookies") ||
				strings.Contains(low, "webbplats") || strings.Contains(low, "webbsida")
		}
	}
	if menuWords(low) {
		return true
	}
	switch low {
	case "lyssna", "meny", "transkript", "stäng", "dela", "sök", "logga in", "startsida", "visa mer", "visa mindre":
		return true
	}
	if strings.Contains(low, "länk till annan webbplats") && words(low) <= maxHeadWords/2 {
		return true
	}
	return strings.HasSuffix(low, " logga") || strings.HasSuffix(low, " logotyp")
}

// menu are the words on a web page's buttons.
var menu = wordSet("lyssna sök meny dela logga in start startsida kontakt translate language stäng hem")

// menuWords reports whether low is a row of buttons: short, without a full stop, with two words at least that stand on
// buttons.
func menuWords(low string) bool {
	n := 0
	for _, w := range strings.Fields(low) {
		if menu[bare(w)] {
			n++
		}
	}
	return n >= 2 && 3*n >= words(low) && words(low) <= maxHeadWords/2 && !ended(low)
}
