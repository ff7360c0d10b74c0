package compare_test

import (
	"flag"
	"fmt"
	"go/ast"
	"go/doc/comment"
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path/filepath"
	"reflect"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/styrdok/styrdok/compare"
)

var update = flag.Bool("update", false, "write the golden files anew")

const schemaFile = "../docs/report-schema.md"

const schemaHead = `# report.json

What the file ` + "`report.json`" + ` of a report holds: one object, the *Report* below. Every other file of the report is made from it alone.
This page is made from the types of package ` + "`compare`" + ` by ` + "`go test ./compare -run Schema -update`" + `; a test holds it to them.

` + "`schema`" + ` is the version, now %d. Within a version fields are added, never renamed or removed, and no value of a field that lists its
values is taken away. Lists that are empty are ` + "`[]`" + `, never ` + "`null`" + `; a field that may be left out says so. Dates are ISO 8601,
of the precision that the source has ("2014", "2014-02", "2014-02-13"); pages count from 1 in the file's order; a span is a
half-open byte range in the document's text, in UTF-8; a label maps a language ("sv", "en") to words for a reader.
`

// TestSchema holds the page that documents report.json to the types.
func TestSchema(t *testing.T) {
	got := schemaPage(t)
	if *update {
		if err := os.WriteFile(schemaFile, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(schemaFile)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(string(want), got); diff != "" {
		t.Errorf("docs/report-schema.md is not what the types are; write it anew with: go test ./compare -run Schema -update\n%s", diff)
	}
}

// TestNothingElseIsExported: the types that the package exports are those of report.json and the options; any other would be a promise that nobody needs.
func TestNothingElseIsExported(t *testing.T) {
	page := schemaPage(t)
	for name := range describeTypes(t, ".").types {
		if ast.IsExported(name) && !strings.Contains(page, "\n## "+name+"\n") && name != "Options" && name != "Label" {
			t.Errorf("%s is exported, and stands neither in report.json nor in the options", name)
		}
	}
}

// A described is what the source says of the types of a package.
type described struct {
	types  map[string]*ast.TypeSpec
	docs   map[string]string
	values map[string][]string // of a string type: its constants, each with its meaning
}

func schemaPage(t *testing.T) string {
	t.Helper()
	source := map[string]*described{"compare": describeTypes(t, "."), "policy": describeTypes(t, "../policy")}
	var b strings.Builder
	fmt.Fprintf(&b, schemaHead, compare.Schema)
	queue, done := []reflect.Type{reflect.TypeFor[compare.Report]()}, map[reflect.Type]bool{}
	for len(queue) > 0 {
		x := queue[0]
		queue = queue[1:]
		if !done[x] {
			done[x] = true
			queue = append(queue, writeType(t, &b, source, x)...)
		}
	}
	return b.String()
}

// writeType writes the section of a type and returns the types that it needs.
func writeType(t *testing.T, b *strings.Builder, source map[string]*described, x reflect.Type) (next []reflect.Type) {
	t.Helper()
	s := source[filepath.Base(x.PkgPath())]
	doc := s.docs[x.Name()]
	if doc == "" {
		t.Errorf("%s has no doc comment", x)
	}
	fmt.Fprintf(b, "\n## %s\n\n%s\n", x.Name(), plain(doc))
	if x.Kind() == reflect.String {
		for _, v := range s.values[x.Name()] {
			fmt.Fprintf(b, "\n- %s", v)
		}
		if len(s.values[x.Name()]) > 0 {
			b.WriteString("\n")
		}
		return nil
	}
	b.WriteString("\n| field | type | |\n| --- | --- | --- |\n")
	writeFields(t, b, source, x, &next)
	return next
}

func writeFields(t *testing.T, b *strings.Builder, source map[string]*described, x reflect.Type, next *[]reflect.Type) {
	t.Helper()
	meaning := fieldDocs(source[filepath.Base(x.PkgPath())].types[x.Name()])
	for i := range x.NumField() {
		f := x.Field(i)
		if f.Anonymous && f.Tag.Get("json") == "" {
			writeFields(t, b, source, f.Type, next)
			continue
		}
		name, options, _ := strings.Cut(f.Tag.Get("json"), ",")
		if name == "" || name == "-" {
			t.Errorf("%s.%s has no name in JSON", x, f.Name)
		}
		text := plain(meaning[f.Name])
		if options == "omitempty" {
			text = strings.TrimSpace(text + " May be left out.")
		}
		fmt.Fprintf(b, "| `%s` | %s | %s |\n", name, typeName(f.Type, next), strings.ReplaceAll(strings.ReplaceAll(text, "\n", " "), "|", `\|`))
	}
}

// typeName names a type for a reader, with a link to its section; types that have one are added to next.
func typeName(x reflect.Type, next *[]reflect.Type) string {
	switch x.Kind() {
	case reflect.Pointer:
		return typeName(x.Elem(), next) + " or null"
	case reflect.Slice, reflect.Array:
		return "list of " + typeName(x.Elem(), next)
	case reflect.Map:
		if x.Name() == "Label" {
			return "label"
		}
		return "object of " + typeName(x.Elem(), next)
	case reflect.Struct:
		*next = append(*next, x)
		return "[" + x.Name() + "](#" + strings.ToLower(x.Name()) + ")"
	case reflect.String:
		if x.PkgPath() != "" {
			*next = append(*next, x)
			return "[" + x.Name() + "](#" + strings.ToLower(x.Name()) + ")"
		}
	case reflect.Float64:
		return "number"
	case reflect.Bool:
		return "boolean"
	}
	return x.Kind().String()
}

// plain returns a doc comment as Markdown of one paragraph after another, without links to Go names.
func plain(doc string) string {
	var p comment.Parser
	printer := comment.Printer{DocLinkURL: func(*comment.DocLink) string { return "" }, HeadingID: func(*comment.Heading) string { return "" }}
	text := string(printer.Markdown(p.Parse(doc)))
	return strings.TrimSpace(goLinks.ReplaceAllString(text, "$1"))
}

var goLinks = regexp.MustCompile(`\\?\[([A-Za-z.]+)\\?\](\(\))?`)

func fieldDocs(spec *ast.TypeSpec) map[string]string {
	docs := make(map[string]string)
	if spec == nil {
		return docs
	}
	st, ok := spec.Type.(*ast.StructType)
	if !ok {
		return docs
	}
	last := ""
	for _, f := range st.Fields.List {
		text := strings.TrimSpace(f.Doc.Text() + f.Comment.Text())
		for _, n := range f.Names {
			docs[n.Name] = text
			if text == "" && regexp.MustCompile(`\b`+n.Name+`\b`).MatchString(last) { // a comment stands over the fields that it is about
				docs[n.Name] = last
			}
		}
		if text != "" {
			last = text
		}
	}
	return docs
}

// describeTypes reads the types of the package in dir.
func describeTypes(t *testing.T, dir string) *described {
	t.Helper()
	d := &described{types: map[string]*ast.TypeSpec{}, docs: map[string]string{}, values: map[string][]string{}}
	files, err := fs.Glob(os.DirFS(dir), "*.go")
	if err != nil {
		t.Fatal(err)
	}
	slices.Sort(files)
	for _, name := range files {
		if strings.HasSuffix(name, "_test.go") {
			continue
		}
		file, err := parser.ParseFile(token.NewFileSet(), filepath.Join(dir, name), nil, parser.ParseComments)
		if err != nil {
			t.Fatal(err)
		}
		for _, decl := range file.Decls {
			if g, ok := decl.(*ast.GenDecl); ok {
				d.add(g)
			}
		}
	}
	return d
}

func (d *described) add(g *ast.GenDecl) {
	for _, spec := range g.Specs {
		switch s := spec.(type) {
		case *ast.TypeSpec:
			doc := s.Doc.Text()
			if doc == "" {
				doc = g.Doc.Text()
			}
			d.types[s.Name.Name], d.docs[s.Name.Name] = s, doc
		case *ast.ValueSpec:
			id, ok := s.Type.(*ast.Ident)
			if !ok || g.Tok != token.CONST || len(s.Values) != 1 {
				continue
			}
			if lit, ok := s.Values[0].(*ast.BasicLit); ok && lit.Kind == token.STRING {
				value, _ := strconv.Unquote(lit.Value)
				text := "`" + value + "`"
				if c := strings.TrimSpace(s.Comment.Text()); c != "" {
					text += ": " + c
				}
				d.values[id.Name] = append(d.values[id.Name], text)
			}
		}
	}
}
