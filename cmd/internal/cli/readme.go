package cli

import (
	"path/filepath"
	"slices"
	"strings"

	"github.com/styrdok/styrdok"
	"github.com/styrdok/styrdok/policy"
)

// readmeCode is the code of files that tell of the folder that they lie in.
const readmeCode = "readme"

// readmes are what such files are called, without extension, spaces and marks, in lower case.
var readmes = []string{"readme", "läsmig", "lasmig"}

// leaveReadmes moves the files of in that tell of a folder from its sources to what is passed over: taken for documents, they would be
// tagged and compared. One that was named itself is what somebody wants; and if there is nothing else, they are.
func (in *input) leaveReadmes() {
	named := map[string]bool{}
	for _, root := range in.roots {
		matches, _ := filepath.Glob(root)
		for _, m := range append(matches, root) {
			named[filepath.Clean(m)] = true
		}
	}
	var sources []styrdok.Source
	var over []policy.SetAside
	for _, s := range in.sources {
		if !isReadme(s.Name) || named[filepath.Clean(s.Path)] {
			sources = append(sources, s)
			continue
		}
		over = append(over, policy.SetAside{Source: s.Name, Code: readmeCode,
			Reason: "Berättar om mappen som filen ligger i, efter namnet att döma; nämn filen själv om den är ett dokument."})
	}
	if len(sources) > 0 {
		in.sources, in.over = sources, over
	}
}

// isReadme reports whether a file of this name tells of its folder: README.md, LÄSMIG.txt.
func isReadme(name string) bool {
	base := strings.ToLower(name[strings.LastIndexByte(name, '/')+1:])
	ext := filepath.Ext(base)
	if ext == ".pdf" || ext == ".docx" || ext == ".odt" {
		return false // nobody writes these to tell of a folder
	}
	stem := strings.NewReplacer(" ", "", "_", "", "-", "").Replace(strings.TrimSuffix(base, ext))
	return slices.Contains(readmes, stem)
}

// tellPassedOver names a file that is no document, though it might be.
func (a *app) tellPassedOver(s policy.SetAside) {
	a.log.Info("passed over", "source", s.Source, "code", s.Code, "reason", s.Reason)
}
