package cli

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/styrdok/styrdok"
	"github.com/styrdok/styrdok/cmd/internal/config"
	"github.com/styrdok/styrdok/compare"
	"github.com/styrdok/styrdok/policy"
)

func TestScopeFlags(t *testing.T) {
	a := &app{config: &config.Config{Peers: []config.PeerGroup{{Name: "Kusten", Municipalities: []string{"Ale", "Åmål"}}}}}
	c := &styrdok.Collection{
		Tags:      []policy.TagDefinition{{Name: "goals", Label: map[string]string{"sv": "Mål"}}, {Name: "follow-up", Label: map[string]string{"sv": "Uppföljning"}}},
		Documents: []*policy.Document{{Facts: policy.Facts{Kind: policy.Value{Value: "policy"}}}, {Facts: policy.Facts{Kind: policy.Value{Value: "plan"}}}},
	}
	got, err := a.scope(c, scopeOptions{tags: []string{"Goals", "uppföljning"}, kinds: []string{"Policy"}, year: "2015-", peers: "Kusten"})
	want := compare.Scope{Tags: []string{"goals", "follow-up"}, Kinds: []string{"Policy"}, FromYear: 2015, Peers: "Kusten"}
	if diff := cmp.Diff(want, got); err != nil || diff != "" {
		t.Errorf("%v\n%s", err, diff)
	}
	for want, o := range map[string]scopeOptions{
		`no tag "mal" (known: goals, follow-up)`:                                                                 {tags: []string{"mal"}},
		`no document of kind "strategi" (there are: plan, policy)`:                                               {kinds: []string{"strategi"}},
		`no peer group "Inlandet": groups stand under "peers:" in styrdok.yaml (see "styrdok config --default")`: {peers: "Inlandet"},
		`--year "i fjol" is no year or range such as 2015, 2015-2020, 2015- or -2020`:                            {year: "i fjol"},
	} {
		if _, err := a.scope(c, o); err == nil || err.Error() != want || exitCode(err) != 64 {
			t.Errorf("%v, want %s", err, want)
		}
	}
}

func TestParseYears(t *testing.T) {
	for s, want := range map[string][2]int{"": {}, "2015": {2015, 2015}, "2015-2020": {2015, 2020}, "2015–2020": {2015, 2020}, "2015-": {2015, 0}, "-2020": {0, 2020}} {
		if from, to, err := parseYears(s); err != nil || from != want[0] || to != want[1] {
			t.Errorf("%q: %d %d %v", s, from, to, err)
		}
	}
	for _, s := range []string{"-", "15", "2020-2015", "2015-20", "2015-2016-2017", "x"} {
		if _, _, err := parseYears(s); err == nil {
			t.Errorf("%q is taken for years", s)
		}
	}
}
