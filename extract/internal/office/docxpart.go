package office

import (
	"path"
	"strings"

	"github.com/styrdok/styrdok/policy"
)

// A relation leads from a part to another, or out of the file.
type relation struct {
	kind, target string
	external     bool
}

// relations returns what leads from a part ("" is the file itself), by id.
func (d *docx) relations(part string) map[string]relation {
	name := path.Join(path.Dir(part), "_rels", path.Base(part)+".rels")
	if part == "" {
		name = "_rels/.rels"
	}
	out := map[string]relation{}
	root := d.parts.tree(name).child("rel:Relationships")
	if root == nil {
		return out
	}
	for _, r := range root.kids {
		if r.name == "rel:Relationship" {
			out[r.attr(":Id")] = relation{r.attr(":Type"), r.attr(":Target"), r.attr(":TargetMode") == "External"}
		}
	}
	return out
}

// resolve returns the name of the part to which target leads from the main part.
func (d *docx) resolve(target string) string {
	if strings.HasPrefix(target, "/") {
		return target[1:]
	}
	return path.Join(path.Dir(d.main), target)
}

// metadata returns what the file says of itself.
func (d *docx) metadata() policy.Metadata {
	core := d.parts.tree("docProps/core.xml").child("cp:coreProperties")
	value := func(name string) string { return strings.Join(strings.Fields(core.child(name).content()), " ") }
	m := policy.Metadata{Title: value("dc:title"), Author: value("dc:creator"), Created: value("dcterms:created"),
		Modified: value("dcterms:modified"), Language: value("dc:language"),
		Producer: d.parts.tree("docProps/app.xml").path("ep:Properties", "ep:Application").content()}
	if m.Language == "" {
		m.Language = d.defaults.child("w:lang").attr("w:val")
	}
	return m
}

// checkPages adds an issue if the file has more pages than it tells the places of.
func (d *docx) checkPages() {
	pages := number(d.parts.tree("docProps/app.xml").path("ep:Properties", "ep:Pages").content(), 0)
	if !d.rendered && pages > len(d.doc.Pages) {
		d.doc.Issues = append(d.doc.Issues, policy.Issue{Severity: policy.Info, Code: "pages-unknown",
			Message: "Filen säger inte var alla sidor börjar; sidnumren är ungefärliga."})
	}
}
