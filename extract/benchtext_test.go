package extract_test

import (
	"fmt"
	"math/rand/v2"
	"strings"
)

// The words that policies are made of, for documents that are as long as a test wants them.
var (
	actors = []string{"Kommunstyrelsen", "Barn- och utbildningsnämnden", "Miljö- och byggnämnden", "Varje förvaltning", "Socialnämnden",
		"Den som är chef", "Kultur- och fritidsnämnden", "Kommundirektören", "Samhällsbyggnadskontoret", "Upphandlingsenheten"}
	verbs = []string{"ansvarar för att", "ska se till att", "följer varje år upp hur", "verkar för att", "beslutar i god tid om att",
		"redovisar i delårsrapporten hur", "samordnar arbetet så att", "prövar årligen om"}
	matters = []string{"lokalerna används av fler föreningar", "målen om minskade utsläpp nås", "ungdomar får tillfälle att påverka planeringen",
		"riktlinjerna är kända på arbetsplatserna", "åtgärderna ryms inom den beslutade ramen", "skolgårdarna får mer grönska och skugga",
		"vägarna till skolan är trygga för gående", "avtalen följs och fel rättas utan dröjsmål", "äldre kan bo kvar hemma så länge de önskar",
		"kostnaderna inte ökar snabbare än intäkterna", "de boende får besked inom två veckor", "näringslivet möter en väg in"}
	ends = []string{"under hela planperioden", "senast den 30 juni varje år", "i samråd med dem som berörs", "med stöd av nämndens plan",
		"enligt delegationsordningen", "utan att andra uppgifter blir lidande", "i hela kommunen, även i ytterområdena", "före budgetåret 2031"}
	topics = []string{"Ansvar och uppföljning", "Boende för äldre", "Trygga skolvägar", "Lokaler och fastigheter", "Inköp och avtal", "Utsläpp och energi",
		"Dialog med medborgarna", "Ekonomi i balans", "Natur och friluftsliv", "Beredskap och säkerhet"}
)

// A writer of documents draws what it says from a fixed source, so that two runs read the same.
type benchWriter struct {
	*rand.Rand
	strings.Builder
}

func one(w *benchWriter, of []string) string { return of[w.IntN(len(of))] }

func (w *benchWriter) sentence() string {
	return fmt.Sprintf("%s %s %s %s.", one(w, actors), one(w, verbs), one(w, matters), one(w, ends))
}

func (w *benchWriter) paragraph(style string, sentences int) {
	var s []string
	for range sentences {
		s = append(s, w.sentence())
	}
	fmt.Fprintf(w, "<text:p text:style-name=%q>%s</text:p>\n", style, strings.Join(s, " "))
}

func (w *benchWriter) list() {
	w.WriteString("<text:list text:style-name=\"Punkter\">\n")
	for range 3 + w.IntN(3) {
		w.WriteString("<text:list-item>")
		w.paragraph("Text", 1)
		w.WriteString("</text:list-item>\n")
	}
	w.WriteString("</text:list>\n")
}

func (w *benchWriter) table() {
	w.WriteString("<table:table><table:table-column table:number-columns-repeated=\"3\"/>\n")
	for range 4 + w.IntN(4) {
		w.WriteString("<table:table-row>")
		for _, cell := range []string{one(w, topics), one(w, actors), fmt.Sprintf("%d tkr", 100+w.IntN(9000))} {
			fmt.Fprintf(w, "<table:table-cell><text:p text:style-name=\"Text\">%s</text:p></table:table-cell>", cell)
		}
		w.WriteString("</table:table-row>\n")
	}
	w.WriteString("</table:table>\n")
}

// fodt returns a flat OpenDocument text with so many sections of some 2/3 page each.
func fodt(seed uint64, sections int) string {
	w := &benchWriter{Rand: rand.New(rand.NewPCG(seed, 1))}
	w.WriteString(fodtHead)
	for i := range sections {
		level := 1 + min(i%4, 2)
		fmt.Fprintf(w, "<text:h text:style-name=\"H%d\" text:outline-level=\"%d\">%d %s</text:h>\n", level, level, i+1, one(w, topics))
		w.paragraph("Text", 3+w.IntN(4))
		switch w.IntN(4) {
		case 0:
			w.list()
		case 1:
			w.table()
		}
		w.paragraph("Text", 4+w.IntN(4))
		w.paragraph("Fet", 1)
	}
	w.WriteString("</office:text></office:body></office:document>\n")
	return w.String()
}

// fodtHead has the styles: headings, justified text, a bold face, bullets, a page head and a foot with page numbers.
const fodtHead = `<?xml version="1.0" encoding="UTF-8"?>
<office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"
 xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0" xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0"
 xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" xmlns:svg="urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0"
 office:version="1.2" office:mimetype="application/vnd.oasis.opendocument.text">
<office:font-face-decls>
<style:font-face style:name="Serif" svg:font-family="'Liberation Serif'"/><style:font-face style:name="Sans" svg:font-family="'Liberation Sans'"/>
</office:font-face-decls>
<office:styles>
<style:style style:name="Text" style:family="paragraph"><style:paragraph-properties fo:margin-bottom="2mm" fo:text-align="justify"/>
<style:text-properties style:font-name="Serif" fo:font-size="11pt" fo:language="sv" fo:country="SE"/></style:style>
<style:style style:name="Fet" style:family="paragraph"><style:text-properties style:font-name="Serif" fo:font-size="11pt" fo:font-weight="bold"/></style:style>
<style:style style:name="H1" style:family="paragraph" style:default-outline-level="1"><style:text-properties style:font-name="Sans" fo:font-size="18pt" fo:font-weight="bold"/></style:style>
<style:style style:name="H2" style:family="paragraph" style:default-outline-level="2"><style:text-properties style:font-name="Sans" fo:font-size="14pt" fo:font-weight="bold"/></style:style>
<style:style style:name="H3" style:family="paragraph" style:default-outline-level="3"><style:text-properties style:font-name="Sans" fo:font-size="12pt" fo:font-style="italic"/></style:style>
<text:list-style style:name="Punkter"><text:list-level-style-bullet text:level="1" text:bullet-char="•">
<style:list-level-properties text:list-level-position-and-space-mode="label-alignment"><style:list-level-label-alignment
 text:label-followed-by="listtab" fo:text-indent="-6mm" fo:margin-left="12mm"/></style:list-level-properties></text:list-level-style-bullet></text:list-style>
</office:styles>
<office:automatic-styles><style:page-layout style:name="A4"><style:page-layout-properties fo:page-width="210mm" fo:page-height="297mm"
 fo:margin-top="20mm" fo:margin-bottom="20mm" fo:margin-left="25mm" fo:margin-right="25mm"/>
<style:header-style><style:header-footer-properties fo:margin-bottom="5mm"/></style:header-style>
<style:footer-style><style:header-footer-properties fo:margin-top="5mm"/></style:footer-style></style:page-layout></office:automatic-styles>
<office:master-styles><style:master-page style:name="Standard" style:page-layout-name="A4">
<style:header><text:p text:style-name="Text">Ekeby kommun – samlade styrdokument</text:p></style:header>
<style:footer><text:p text:style-name="Text">Sida <text:page-number/> av <text:page-count/></text:p></style:footer>
</style:master-page></office:master-styles>
<office:body><office:text>
`
