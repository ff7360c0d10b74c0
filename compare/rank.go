package compare

import (
	"slices"
	"strings"

	"github.com/styrdok/styrdok/policy"
	"github.com/styrdok/styrdok/policy/swedish"
)

// tiers gives each tier its weight, the heaviest first.
var tiers = [...]Tier{Governing, Informing, Proposal, Memo, Replaced}

// memoKinds are the kinds of document that prepare or record a decision and do not govern by themselves.
var memoKinds = [...]string{"tjänsteutlåtande", "tjänsteskrivelse", "protokoll", "promemoria", "pm", "skrivelse",
	"remissvar", "yttrande", "motion", "memo", "minutes", "ärende", "utredning", "rapport"}

// informingKinds are the kinds that tell of what governs.
var informingKinds = [...]string{"", "webbsida", "web page", "broschyr", "information", "okänd", "unknown"}

// tierOf returns the tier of a document of this kind and status, as policy.Facts has them.
func tierOf(kind, status string) Tier {
	kind = strings.ToLower(kind)
	switch {
	case status == "replaced":
		return Replaced
	case slices.Contains(memoKinds[:], kind):
		return Memo
	case status == "proposal":
		return Proposal
	case slices.Contains(informingKinds[:], kind):
		return Informing
	}
	return Governing
}

// provisional reports whether what a document of tier t says is not, or not yet, decided.
func (t Tier) provisional() bool { return t == Proposal || t == Memo }

// byRank orders the documents of one municipality: by tier, then the newer first (a document without a date after those
// with one), then by identity, so that the order is total.
func (s standing) byRank(a, b *policy.Document) int {
	ta := slices.Index(tiers[:], s.tier(a))
	tb := slices.Index(tiers[:], s.tier(b))
	if ta != tb {
		return ta - tb
	}
	if c := strings.Compare(b.Facts.Date.Value, a.Facts.Date.Value); c != 0 {
		return c
	}
	return swedish.Compare(a.ID, b.ID)
}
