package facts

import (
	"strings"

	"github.com/styrdok/styrdok/policy"
	"github.com/styrdok/styrdok/policy/bodies"
)

// dutyVerbs are verbs in the present of which a body that is their subject has the duty.
var dutyVerbs = set(`ansvarar svarar leder samordnar beslutar beslutade fattar antar fastställer utser följer sammankallar rapporterar redovisar föreslår delegerar upprättar informerar
	beviljar bereder godkänner säkerställer genomför initierar lämnar sammanställer bevakar bedömer prioriterar utvärderar reviderar uppdaterar planerar verkar stödjer stöder
	stöttar bistår tecknar undertecknar fördelar administrerar handlägger yttrar avgör fungerar träffas sammanträder hanterar driver tillser håller kommunicerar utbildar
	granskar kontrollerar kallar överlämnar anmäler verkställer förvaltar utför tillhandahåller formulerar integrerar samverkar dokumenterar arbetar tillsätter äger svarar
	tar ser bjuder representerar ingår företräder utarbetar bemannar publicerar sköter organiserar arrangerar ansöker vidtar ger omprövar prövar medverkar deltar erbjuder samlas utvecklar skriver söker anställer ordnar håller skickar väljer`)

// modals are verbs after which the duty stands as an infinitive.
var modals = set("ska skall bör måste får kan")

// permitted are the infinitives that make a duty of what a body may do: "får besluta", "kan delegera".
var permitted = set("besluta delegera föreslå utse tillsätta ge fatta fastställa bevilja anta uppdra överlåta medge initiera")

// keeps are what a body "för", as a verb: a register, statistics.
var keeps = set("register statistik protokoll diarium förteckning förteckningar dialog talan bok")

// dutyNouns are what a body has: "har det övergripande ansvaret", "har till uppgift".
var dutyNouns = []string{"ansvar", "uppdrag", "uppgift", "mandat", "befogenhet", "rätt att", "skyldighet", "samordningsroll", "uppsikt", "samordnande roll", "roll att"}

// adverbs may stand between a body and its verb, or between verbs.
var adverbs = set(`även också därför alltid årligen löpande regelbundet kontinuerligt därutöver dessutom sedan därefter vid behov gemensamt tillsammans ytterst själv själva normalt
	i sin tur särskilt främst aktivt strategiskt bland annat inom minst varje år enligt inte respektive övergripande huvudsakligen formellt`)

// A dutyFinder collects responsibilities.
type dutyFinder struct {
	*reader
	found []policy.Responsibility
	seen  map[string]bool
	// header is the header of the table that the rows belong to.
	header *unit
	// torn says that the row before was one line of a row of several.
	torn bool
	// full maps the short name of a body to the one full name that the document gives it: "styrgruppen" -> "styrgruppen för
	// internationellt arbete".
	full map[string]string
}

// maxBodyWords is how many words a body's name may have; longer ones are something else than a name.
const maxBodyWords = 8

// responsible finds the bodies and roles with their duties.
func (r *reader) responsible(fields []field) []policy.Responsibility {
	f := &dutyFinder{reader: r, seen: map[string]bool{}, full: r.fullNames()}
	for _, x := range fields {
		f.field(x)
	}
	for i := range r.units {
		u := &r.units[i]
		if !u.content() || u.heading {
			continue
		}
		if u.kind == policy.Row {
			f.row(u)
			continue
		}
		f.header, f.torn = nil, false
		f.sentence(u)
	}
	return f.found
}

// add adds a responsibility once.
func (f *dutyFinder) add(body, duty string, ev policy.Evidence) {
	body = strings.TrimSpace(body)
	if full := f.full[body]; full != "" {
		body = full
	}
	duty = strings.Trim(duty, " .,;:\t")
	key := body + "\x00" + lower(duty)
	if body == "" || duty == "" || len(strings.Fields(body)) > maxBodyWords || f.seen[key] {
		return
	}
	f.seen[key] = true
	f.found = append(f.found, policy.Responsibility{Body: body, Duty: duty, Evidence: ev})
}

// fullNames finds the bodies that the document names in full somewhere and by their last word elsewhere. One with two full names is left
// out, as is what any municipality has many of.
func (r *reader) fullNames() map[string]string {
	full := map[string]string{}
	for i := range r.units {
		if !r.units[i].content() {
			continue
		}
		for _, b := range bodies.Find(r.units[i].text) {
			if b.Kind != bodies.Organ || b.Name == b.Head || !strings.Contains(b.Name, " ") || hasWord(b.Name, "varje", "respektive", "samtliga", "berörd", "berörda", "ansvarig", "ansvariga") ||
				strings.Contains(b.Name, "- och ") || !strings.HasSuffix(b.Head, "n") && !strings.HasSuffix(b.Head, "t") {
				continue
			}
			if known := full[b.Head]; known != "" && known != b.Name {
				full[b.Head] = b.Head
			} else {
				full[b.Head] = b.Name
			}
		}
	}
	return full
}

// field reads "Ansvarig för revidering: Miljösamordnare".
func (f *dutyFinder) field(x field) {
	duty := ""
	switch x.label {
	case "dokumentansvarig", "dokumentansvarig är", "dokumentägare", "ansvarig för dokumentet", "ansvarig":
		duty = "dokumentet"
	case "ansvarig för revidering", "för revidering av dokumentet ansvarar":
		duty = "revidering av dokumentet"
	case "ansvarig för uppföljning", "för uppföljning av dokumentet ansvarar":
		duty = "uppföljning av dokumentet"
	default:
		return
	}
	for _, b := range bodies.Find(x.value) {
		if b.Kind != bodies.Outside {
			f.add(b.Name, duty, f.cite(x.at, x.start, x.end, 0.9))
		}
	}
}

// A subject is a run of bodies that share a verb: "Styrelsen, nämnderna och bolagen".
type subject struct {
	bodies     []bodies.Body
	start, end int
}

// subjects groups the bodies of s that a comma or a conjunction joins.
func subjects(s string) []subject {
	var out []subject
	for _, b := range bodies.Find(s) {
		if b.Genitive {
			continue
		}
		if n := len(out); n > 0 && joinsBodies(s[out[n-1].end:b.Start]) {
			out[n-1].bodies = append(out[n-1].bodies, b)
			out[n-1].end = b.End
			continue
		}
		out = append(out, subject{[]bodies.Body{b}, b.Start, b.End})
	}
	return out
}

func joinsBodies(gap string) bool {
	switch strings.TrimSpace(strings.ToLower(gap)) {
	case ",", "och", "samt", "eller", ", och", "/", "och/eller":
		return true
	}
	return false
}

// sentence reads a sentence or list item.
func (f *dutyFinder) sentence(u *unit) {
	l := lower(u.text)
	found := false
	for _, s := range subjects(u.text) {
		duty, confidence := f.duty(u.text, l, s)
		if duty == "" {
			continue
		}
		found = true
		f.addAll(u, s.bodies, duty, confidence)
	}
	f.owned(u, l)
	if !found {
		f.inherited(u, l)
	}
}

// addAll adds a duty for each of bs that is the municipality's own.
func (f *dutyFinder) addAll(u *unit, bs []bodies.Body, duty string, confidence float64) {
	for _, b := range bs {
		if b.Kind != bodies.Outside {
			f.add(b.Name, duty, f.whole(u, confidence))
		}
	}
}

// duty returns what the subject s does in the sentence, "" if the sentence gives it no duty.
func (f *dutyFinder) duty(text, l string, s subject) (string, float64) {
	known := false
	for _, b := range s.bodies {
		known = known || b.Definite
	}
	if before := strings.TrimSpace(l[:s.start]); !known && before != "" && before != "en" && before != "ett" {
		return "", 0
	}
	if duty, ok := agentDuty(text, l, s); ok {
		return duty, 0.85
	}
	if precededByPreposition(l[:s.start]) {
		return "", 0
	}
	if conditional(l[:s.start]) {
		return "", 0
	}
	if duty, confidence := verbAfter(text, l, skipAside(l, s.end)); duty != "" {
		return duty, confidence
	}
	if duty, confidence := verbBefore(text, l, s); duty != "" {
		return duty, confidence
	}
	return gapped(text, l, s)
}

// conditional reports whether the words before a body make what it does a condition: "till dess att fullmäktige beslutar annat".
func conditional(before string) bool {
	for _, c := range []string{"dess att", "om", "tills", "när", "innan", "såvida"} {
		if t, ok := strings.CutSuffix(strings.TrimRight(before, " "), c); ok && (t == "" || strings.HasSuffix(t, " ")) {
			return true
		}
	}
	return false
}

// gapped returns the duty of a body whose verb stands only once: "Nämnden svarar för programmet och styrelsen för kostnaderna".
func gapped(text, l string, s subject) (string, float64) {
	rest, ok := strings.CutPrefix(strings.TrimLeft(l[s.end:], " "), "för ")
	before := strings.TrimRight(l[:s.start], " ")
	if !ok || !strings.HasSuffix(before, " och") && !strings.HasSuffix(before, ",") || !hasWord(before, "svarar för", "ansvarar för") {
		return "", 0
	}
	return firstClause(text[len(text)-len(rest):]), 0.8
}

// precededByPreposition reports whether the body is no subject: "till kommunstyrelsen", "inom nämnden".
func precededByPreposition(before string) bool {
	words := splitWords(before)
	if len(words) == 0 {
		return false
	}
	switch before[words[len(words)-1].start:words[len(words)-1].end] {
	case "till", "inom", "från", "med", "för", "hos", "på", "av", "i", "åt", "under", "genom", "mellan", "via", "bestående", "mot", "om", "utan", "vid", "den i":
		return true
	}
	return false
}

// skipAside skips an insertion between commas or in brackets after a body: ", med representanter från alla, ", " (KS) ".
func skipAside(l string, i int) int {
	rest := l[i:]
	trimmed := strings.TrimLeft(rest, " ")
	at := i + len(rest) - len(trimmed)
	const longest = 110 // bytes; a longer insertion is a clause of its own
	if strings.HasPrefix(trimmed, "(") {
		if j := strings.IndexByte(trimmed, ')'); j > 0 && j < longest {
			return at + j + 1
		}
	}
	if strings.HasPrefix(trimmed, ", som ") {
		return at + 2
	}
	if strings.HasPrefix(trimmed, ",") {
		if j := strings.IndexByte(trimmed[1:], ','); j > 0 && j < longest {
			return at + j + 2
		}
	}
	return i
}

// verbAfter returns the duty of a verb that follows at byte i: "ansvarar för …", "ska …", "har i uppdrag att …", "är ansvarig för …".
func verbAfter(text, l string, i int) (string, float64) {
	words := splitWords(l[i:])
	skipped := 0
	for k := 0; k < len(words) && k <= 4; k++ {
		w := words[k]
		gap := l[i:][:w.start]
		if k > 0 {
			gap = l[i:][words[k-1].end:w.start]
		}
		if strings.ContainsAny(gap, ".;:\t") || strings.Contains(gap, ",") && skipped == 0 && k > 0 {
			return "", 0
		}
		word := l[i+w.start : i+w.end]
		rest := text[i+w.start:]
		switch {
		case (word == "ansvarar" || word == "svarar") && !strings.Contains(headOf(l[i+w.end:], 60)+" ", "för "):
			return "", 0 // "svarar kommunkansliet med en hänvisning"
		case dutyVerbs[word]:
			return dutyText(rest, word), 0.9
		case word == "för" && k == 0 && keeps[firstContent(l[i+w.end:])]:
			return dutyText(rest, word), 0.8
		case word == "som" && k == 0:
			skipped++
		case modals[word]:
			if passiveNext(l[i+w.end:]) || (word == "får" || word == "kan") && !permitted[firstContent(l[i+w.end:])] {
				return "", 0
			}
			return firstClause(rest[len(word):]), 0.8
		case word == "har":
			if head := headOf(l[i+w.end:], 60); hasAny(head, dutyNouns...) {
				return firstClause(rest[len(word):]), 0.9
			}
			return "", 0
		case word == "är":
			if head := headOf(l[i+w.end:], 50); hasAny(head, "ansvarig", "skyldig", "sammankallande", "huvudman", "processägare", "beslutande", "remissinstans", "kontaktperson", "samordnare") {
				return firstClause(rest[len(word):]), 0.9
			}
			return "", 0
		case adverbs[word]:
			skipped++
		default:
			return verbAfterPhrase(text, l, i, words[k:])
		}
	}
	return "", 0
}

// verbAfterPhrase returns the duty of a verb after a phrase that belongs to the body: "En kommitté med fem ledamöter bereder …".
func verbAfterPhrase(text, l string, i int, words []cell) (string, float64) {
	switch l[i+words[0].start : i+words[0].end] {
	case "med", "i", "inom", "på":
	default:
		return "", 0
	}
	const longest = 7 // words
	for k := 1; k < len(words) && k <= longest; k++ {
		if strings.ContainsAny(l[i:][words[k-1].end:words[k].start], ".,;:\t") {
			return "", 0
		}
		if w := l[i+words[k].start : i+words[k].end]; dutyVerbs[w] {
			return dutyText(text[i+words[k].start:], w), 0.7
		}
	}
	return "", 0
}

// firstContent returns the first word of l that is no adverb.
func firstContent(l string) string {
	for _, w := range splitWords(l) {
		if word := l[w.start:w.end]; !adverbs[word] {
			return word
		}
	}
	return ""
}

// dutyText is the duty with its verb, but for verbs that say no more than that it is one.
func dutyText(rest, verb string) string {
	clause := firstClause(rest)
	for _, p := range []string{"ansvarar för att ", "svarar för att ", "ansvarar för ", "svarar för "} {
		if t, ok := strings.CutPrefix(lower(clause), p); ok && len(t) > 0 {
			return clause[len(clause)-len(t):]
		}
	}
	return clause
}

// firstClause returns s up to its sentence end.
func firstClause(s string) string {
	return strings.Trim(s, " .,;:")
}

// headOf returns at most n bytes of s, up to a sign that ends a clause.
func headOf(s string, n int) string {
	if i := strings.IndexAny(s, ".,;:"); i >= 0 {
		s = s[:i]
	}
	if len(s) > n {
		s = s[:n]
	}
	return s
}

// passiveNext reports whether the verb after a modal is a passive: the body is informed, consulted, chosen; it has no duty.
func passiveNext(l string) bool {
	for k, w := range splitWords(l) {
		word := l[w.start:w.end]
		if k > 3 {
			break
		}
		if adverbs[word] {
			continue
		}
		return strings.HasSuffix(word, "as") || strings.HasSuffix(word, "es") || strings.HasSuffix(word, "ges") || word == "vara" && !hasAny(headOf(l, 40), "ansvarig", "sammankallande")
	}
	return false
}

// verbBefore returns the duty where the verb stands before its subject: "Vid behov samordnar kommunstyrelsen …", "ska nämnderna rapportera …".
func verbBefore(text, l string, s subject) (string, float64) {
	words := splitWords(l[:s.start])
	if len(words) == 0 || strings.ContainsAny(l[words[len(words)-1].end:s.start], ",.;:\t") {
		return "", 0
	}
	w := words[len(words)-1]
	verb := l[w.start:w.end]
	switch {
	case verb == "föreslår" || verb == "uppdrar":
		rest := strings.TrimLeft(text[s.end:], " ")
		for _, p := range []string{"att ", "besluta "} {
			if strings.HasPrefix(lower(rest), p) {
				return firstClause(strings.TrimPrefix(rest, "att ")), 0.8
			}
		}
	case dutyVerbs[verb]:
		if len(words) > 1 && endsInBody(text[:w.start]) {
			return "", 0 // the body is what another acts on
		}
		if rest := firstClause(text[s.end:]); rest != "" {
			if verb == "ansvarar" || verb == "svarar" {
				if !strings.HasPrefix(lower(rest), "för ") {
					return "", 0
				}
				return strings.TrimPrefix(strings.TrimPrefix(rest, "för att "), "för "), 0.85
			}
			return text[w.start:w.end] + " " + rest, 0.8
		}
		if verb == "ansvarar" || verb == "svarar" { // "För uppföljningen ansvarar nämnden"
			return strings.TrimPrefix(strings.Trim(text[:w.start], " "), "För "), 0.85
		}
	case modals[verb] && len(words) > 1 && !passiveNext(l[s.end:]):
		return firstClause(text[s.end:]), 0.8
	case verb == "är" && len(words) > 1 && hasAny(l[:w.start], "ansvarig"):
		return strings.Trim(text[:w.start], " "), 0.85
	case verb == "hos" || verb == "på":
		return "", 0
	}
	return "", 0
}

// endsInBody reports whether text ends in a body: the subject right before a verb.
func endsInBody(text string) bool {
	all := bodies.Find(text)
	return len(all) > 0 && strings.TrimSpace(text[all[len(all)-1].End:]) == ""
}

// agentDuty returns the duty where the body is an agent, or where responsibility lies with it: "beslutas av nämnden", "beslutas i KF", "Ansvaret
// ligger på kommunstyrelsen".
func agentDuty(text, l string, s subject) (string, bool) {
	before := l[:s.start]
	words := splitWords(before)
	n := len(words)
	if n < 2 {
		return "", false
	}
	word := func(k int) string { return before[words[k].start:words[k].end] }
	prep := word(n - 1)
	if prep == "den" || prep == "det" || prep == "de" {
		if n--; n < 2 {
			return "", false
		}
		prep = word(n - 1)
	}
	from := max(0, n-5)
	switch prep {
	case "av":
		for k := n - 2; k >= from; k-- {
			if isPassive(word(k)) && !strings.ContainsAny(before[words[k].end:words[n-1].start], ",.;") {
				return agentText(text, words, k), true
			}
		}
	case "i":
		if w := word(n - 2); w == "beslutas" || w == "fattas" || w == "behandlas" || w == "antas" || w == "fastställs" || w == "bereds" {
			return agentText(text, words, n-2), true
		}
	case "på", "hos":
		if w := word(n - 2); w == "ligger" || w == "vilar" || w == "ankommer" {
			if hasAny(before, "ansvar") || w == "ankommer" || strings.HasPrefix(strings.TrimLeft(l[s.end:], " "), "att ") {
				return strings.Trim(text[:words[n-2].start]+text[s.end:], " .,"), true
			}
		}
	}
	if w := word(n - 1); w == "åligger" || w == "tillkommer" || w == "åvilar" {
		return strings.Trim(text[s.end:], " .,"), true
	}
	return "", false
}

// agentText is the clause from its start to the passive.
func agentText(text string, words []cell, k int) string {
	start := 0
	if i := strings.LastIndexAny(text[:words[k].start], ".;"); i >= 0 {
		start = i + 1
	}
	return strings.Trim(text[start:words[k].end], " ,")
}

// passives are passive verbs in the present, and their infinitives, for what a body does.
func isPassive(w string) bool {
	if len(w) < 4 {
		return false
	}
	switch w {
	case "dess", "finns", "minns", "hoppas", "bedöms", "drabbas", "präglas", "påverkas", "kommuns", "krävs", "behövs", "önskas":
		return false
	}
	for _, e := range []string{"as", "eras", "gs", "ds", "rs", "ts", "ks", "ls", "ns", "ps"} {
		if strings.HasSuffix(w, e) && !strings.HasSuffix(w, "ets") && !strings.HasSuffix(w, "ens") && !strings.HasSuffix(w, "ernas") {
			return true
		}
	}
	return false
}

// owned reads "Det är nämndens ansvar att …", "Kommunstyrelsens uppdrag är att …".
func (f *dutyFinder) owned(u *unit, l string) {
	for _, b := range bodies.Find(u.text) {
		if !b.Genitive || b.Kind == bodies.Outside {
			continue
		}
		rest := strings.TrimLeft(l[b.End:], " ")
		word := rest[:wordEnd(rest, 0)]
		if word != "ansvar" && word != "uppgift" && word != "uppdrag" && word != "ansvarsområde" {
			continue
		}
		after := rest[len(word):]
		if !strings.HasPrefix(after, " är att ") && !strings.HasPrefix(after, " att ") && !strings.HasPrefix(after, " är ") && !strings.HasPrefix(after, ":") {
			continue
		}
		at := len(u.text) - len(after)
		duty := strings.Trim(u.text[at:], " .:")
		for _, p := range []string{"är att ", "att ", "är "} {
			duty = strings.TrimPrefix(duty, p)
		}
		f.add(b.Name, duty, f.whole(u, 0.85))
	}
}

// inherited reads what stands without a subject of its own under a body: items of "Nämnden ansvarar för att:", sentences under a heading or line that is
// a role's name.
func (f *dutyFinder) inherited(u *unit, l string) {
	if u.opener >= 0 {
		o := &f.units[u.opener]
		ol := lower(o.text)
		for _, s := range subjects(o.text) {
			if bare(o.text, s) && (subjectless(l) || u.kind == policy.Item) {
				f.addAll(u, s.bodies, u.text, 0.8)
				return
			}
			if duty, confidence := f.duty(o.text, ol, s); duty != "" || strings.HasSuffix(ol, ":") && s.start < 30 && hasDuty(ol[s.end:]) {
				f.addAll(u, s.bodies, u.text, max(0.6, confidence-0.1))
				return
			}
		}
	}
	if u.section <= 0 || u.section >= len(f.doc.Sections) || !subjectless(l) && u.kind != policy.Item {
		return
	}
	heading := f.doc.Sections[u.section].Heading
	for _, s := range subjects(heading) {
		if bare(heading, s) {
			f.addAll(u, s.bodies, u.text, 0.7)
		}
	}
}

// hasDuty reports whether the words of an opener after its body give it duties: "ska:", "har till uppgift att:".
func hasDuty(l string) bool {
	return hasAny(l, "ansvar", "uppgift", "uppdrag") || hasWord(l, "ska", "skall", "bör", "måste")
}

// bare reports whether a line is nothing but the bodies of s.
func bare(text string, s subject) bool {
	rest := strings.ToLower(text[:s.start] + " " + text[s.end:])
	rest = strings.Trim(rest, " .:0123456789)-–")
	return rest == "" || rest == "ansvar" || rest == "uppgifter"
}

// subjectless reports whether a sentence in lower case begins with its verb: "Ska ge personalen …", "Ansvarar för …".
func subjectless(l string) bool {
	first := l[:wordEnd(l, 0)]
	return modals[first] || dutyVerbs[first] || first == "har" || first == "att" || first == "är"
}

// row reads a table row under a header with a column on responsibility.
func (f *dutyFinder) row(u *unit) {
	if body, _ := dutyColumns(u); body >= 0 {
		f.header = u
		return
	}
	h := f.header
	if u.opener >= 0 {
		h = &f.units[u.opener]
	}
	cells := splitCells(u.text)
	half := f.torn
	if f.torn = torn(u.text, cells); f.torn || half { // a row read line by line, and the rest of it
		return
	}
	if h == nil {
		f.sentence(u)
		return
	}
	body, duty := dutyColumns(h)
	if body < 0 || body >= len(cells) || duty >= len(cells) {
		return
	}
	text := u.text[cells[duty].start:cells[duty].end]
	for _, b := range bodies.Find(u.text[cells[body].start:cells[body].end]) {
		if b.Kind != bodies.Outside {
			f.add(b.Name, text, f.whole(u, 0.85))
		}
	}
}

// dutyColumns returns the columns of a header that hold the body and its duty, -1 if there are none.
func dutyColumns(u *unit) (body, duty int) {
	body, duty = -1, -1
	cells := splitCells(u.text)
	if len(cells) < 2 {
		return -1, -1
	}
	for i, c := range cells {
		l := strings.Trim(lower(u.text[c.start:c.end]), " :")
		switch {
		case len(l) > 40:
			return -1, -1
		case hasAny(l, "ansvarig") || l == "nämnd" || l == "organ" || l == "roll" || l == "funktion" || l == "vem" || l == "styrelse/nämnd" || l == "nämnd/styrelse" || l == "förvaltning":
			if body < 0 || hasAny(l, "ansvarig") {
				body = i
			}
		case hasAny(l, "ansvar", "uppgift", "åtgärd", "aktivitet", "uppdrag", "insats", "vad"):
			if duty < 0 {
				duty = i
			}
		}
	}
	if body < 0 || duty < 0 {
		return -1, -1
	}
	return body, duty
}
