package facts

import (
	"slices"
	"strings"

	"github.com/styrdok/styrdok/policy"
	"golang.org/x/text/unicode/norm"
)

// The states of a document's partner towns as a whole; see policy.Facts.
const (
	partnersActive  = "active"
	partnersDormant = "dormant"
	partnersNone    = "none"
	partnersUnnamed = "mentioned-unnamed"
	partnersMissing = "not-found"
)

// partnerTowns finds the partner towns, how many the document says there are, and the state of the whole.
func (r *reader) partnerTowns(f *policy.Facts) {
	if !r.mentionsTowns() {
		f.PartnerTownsStatus = policy.Value{Value: partnersMissing}
		return
	}
	r.hear()
	towns := mergeTowns(r.findTowns())
	r.laterStatus(towns)
	r.laterCountry(towns)
	general, generalUnit := r.generalStatus()
	if general == townDormant || general == townEnded {
		for i := range towns {
			if !towns[i].said {
				towns[i].status = general
			}
		}
	}
	for _, t := range towns {
		f.PartnerTowns = append(f.PartnerTowns, policy.PartnerTown{
			Name: t.name, Country: t.country, Status: t.status, Evidence: r.whole(t.unit, t.confidence()),
		})
	}
	f.PartnerTownsStatedCount = r.statedCount()
	f.PartnerTownsStatus = r.partnersStatus(towns, general, generalUnit)
}

// mentionsTowns reports whether there may be anything about partner towns, as in most documents there is not.
func (r *reader) mentionsTowns() bool {
	title, _ := r.title()
	mentions := func(l string) bool { return hasAny(l, twinStems...) || hasAny(l, twinPhrases...) }
	if mentions(lower(title)) {
		return true
	}
	for i := range r.units {
		if mentions(r.units[i].lower) {
			return true
		}
	}
	return false
}

// mergeTowns drops what is double: the same name, or one half of a double name in the same country.
func mergeTowns(all []foundTown) []foundTown {
	var out []foundTown
next:
	for _, t := range all {
		for i := range out {
			o := &out[i]
			if !sameTown(o.name, t.name) || o.country != "" && t.country != "" && o.country != t.country {
				continue
			}
			if o.country == "" {
				o.country = t.country
			}
			o.sum = max(o.sum, t.sum)
			if t.said && !o.said {
				o.status, o.said = t.status, true
			}
			continue next
		}
		out = append(out, t)
	}
	return out
}

// sameTown reports whether two names are one town's: alike but for case and a genitive -s, or one a half of the other's double name.
func sameTown(a, b string) bool {
	a, b = townKey(a), townKey(b)
	return a == b || a+"s" == b || a == b+"s" || slices.Contains(strings.Split(a, "/"), b) || slices.Contains(strings.Split(b, "/"), a)
}

func townKey(s string) string {
	s = strings.ToLower(norm.NFC.String(s))
	return strings.ReplaceAll(strings.ReplaceAll(s, " / ", "/"), "\u2010", "-")
}
