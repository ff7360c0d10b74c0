package people

import "github.com/styrdok/styrdok/policy"

// Facts returns f without what is personal: no body is a person, and no duty, follow-up or adopter names one. A role stays where its
// holder goes. Quotes are as the document has them. f itself is not changed.
func Facts(f policy.Facts) policy.Facts {
	f.Title.Value = WithoutContacts(f.Title.Value)
	if Name(f.AdoptedBy.Value, f.AdoptedBy.Evidence.Quote) {
		f.AdoptedBy = policy.Value{}
	} else if f.AdoptedBy.Value = Without(f.AdoptedBy.Value); f.AdoptedBy.Value == "" {
		f.AdoptedBy = policy.Value{}
	}
	f.PartnerTowns = each(f.PartnerTowns, func(t *policy.PartnerTown) bool {
		t.Name = WithoutContacts(t.Name)
		return t.Name != ""
	})
	f.Responsible = each(f.Responsible, func(r *policy.Responsibility) bool {
		r.Body, r.Duty = Without(r.Body), Without(r.Duty)
		return r.Body != "" && !Name(r.Body, r.Evidence.Quote)
	})
	f.FollowUp = each(f.FollowUp, func(x *policy.FollowUp) bool {
		x.What, x.Through = Without(x.What), Without(x.Through)
		return true
	})
	return f
}

// each returns a copy of list, changed item by item, without those of which change says false. nil stays nil.
func each[T any](list []T, change func(*T) bool) []T {
	if list == nil {
		return nil
	}
	out := make([]T, 0, len(list))
	for _, x := range list {
		if change(&x) {
			out = append(out, x)
		}
	}
	return out
}
