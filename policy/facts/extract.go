package facts

import (
	"github.com/styrdok/styrdok/policy"
	"github.com/styrdok/styrdok/policy/people"
)

// Extract returns the facts of doc. It reads doc.Municipality (see [Assign]) and does not change doc. No fact
// names a person. The same document always
// gives the same facts.
func Extract(doc *policy.Document) policy.Facts {
	r := newReader(doc)
	fields := r.fields()
	var f policy.Facts
	f.Title = r.findTitle(fields)
	f.Kind = r.kind(fields, f.Title)
	f.Diarienummer = r.diarienummer(fields)
	f.Dates = r.dates(f.Kind.Value)
	f.Date = chooseDate(f.Dates)
	f.AdoptedBy = r.adoptedBy(fields, f.Kind.Value)
	f.Status = r.status(&f, fields)
	r.partnerTowns(&f)
	f.Responsible = r.responsible(fields)
	f.FollowUp = r.followUps(fields)
	f.References = r.references(fields, &f)
	return people.Facts(f)
}
