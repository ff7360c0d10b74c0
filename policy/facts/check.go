package facts

import (
	"fmt"

	"github.com/styrdok/styrdok/policy"
)

// Check returns what does not agree in a document's facts, as issues for its reader: a stated number of partner towns other than that found, an
// assignment to a municipality that the document's own title contradicts.
func Check(doc *policy.Document, f policy.Facts) []policy.Issue {
	var issues []policy.Issue
	if c := f.PartnerTownsStatedCount; c != nil {
		n := 0
		for _, t := range f.PartnerTowns {
			if t.Status != townEnded {
				n++
			}
		}
		if n != c.Value {
			issues = append(issues, policy.Issue{
				Severity: policy.Warning, Page: c.Evidence.Page, Code: "partner-towns-count",
				Message: fmt.Sprintf("Dokumentet anger %d vänorter, men %d hittades med namn.", c.Value, n),
			})
		}
	}
	if a := doc.Municipality; a.Assigned() && a.Basis != basisTitle {
		own := &assigner{reader: newReader(doc), reg: policy.DefaultRegister()}
		if t, ok := own.byTitle(); ok && t.Municipality.Name != a.Municipality.Name {
			issues = append(issues, policy.Issue{
				Severity: policy.Warning, Page: t.Evidence.Page, Code: "municipality-title",
				Message: fmt.Sprintf("Dokumentet hänförs till %s, men titeln nämner %s.", a.Municipality.Name, t.Municipality.Name),
			})
		}
	}
	return issues
}
