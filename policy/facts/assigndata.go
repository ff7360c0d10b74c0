package facts

import (
	"strings"

	"github.com/styrdok/styrdok/policy"
)

// byInfo assigns by furniture (but not contents lists), the info block, and what the file says of itself.
func (a *assigner) byInfo() (policy.Assignment, bool) {
	var all, heads poll
	for _, s := range a.everything() {
		if s.unit != nil && s.unit.zone != policy.ZoneInfo && s.unit.zone != policy.ZoneContact || s.furniture != nil && s.furniture.Kind == policy.Contents {
			continue
		}
		for _, m := range a.mentions(s.text, false) {
			if !m.full && strings.TrimSpace(s.text) != m.m.Name || m.aside {
				continue
			}
			if all.add(m) {
				all.first = a.cite(s, m.start, m.end, 0.85)
			}
			if letterhead := m.start == 0 && m.end == len(strings.TrimSpace(s.text)); letterhead && heads.add(m) {
				heads.first = a.cite(s, m.start, m.end, 0.8)
			}
		}
	}
	for _, p := range []poll{all, heads} {
		if as, ok := p.assignment(basisInfo); ok {
			return as, true
		}
	}
	if len(all.named) > 0 {
		return policy.Assignment{}, false
	}
	for _, s := range []string{a.doc.Metadata.Title, a.doc.Metadata.Author} {
		if m, ok := single(a.mentions(s, false)); ok && m.full {
			return policy.Assignment{Municipality: m.m, Basis: basisInfo, Evidence: policy.Evidence{Confidence: 0.7, By: policy.ByProgram}}, true
		}
	}
	return policy.Assignment{}, false
}

// byDomain assigns by mail addresses and web addresses. Mail counts more: one writes to one's own.
func (a *assigner) byDomain() (policy.Assignment, bool) {
	for _, mail := range []bool{true, false} {
		var named poll
		for _, s := range a.everything() {
			if s.unit != nil && (s.unit.zone == policy.ZoneReferences || s.unit.zone == policy.ZoneTeaser || s.unit.zone == policy.ZoneNote) {
				continue
			}
			for _, d := range domains(s.text, mail) {
				if m, ok := a.reg.FindDomain(d.of(s.text)); ok && named.add(mention{m: m}) {
					named.first = a.cite(s, d.start, d.end, 0.8)
				}
			}
		}
		if as, ok := named.assignment(basisMail); ok {
			return as, true
		}
	}
	return policy.Assignment{}, false
}
