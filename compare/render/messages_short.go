package render

// shortMessages are the words of what to know first.
var shortMessages = map[string]message{
	"short":   {"I korthet", "In short"},
	"numbers": {"en två tre fyra fem sex sju åtta nio tio elva tolv", "one two three four five six seven eight nine ten eleven twelve"},

	"short-all":            {"alla %s kommuner", "all %s municipalities"},
	"short-both":           {"båda kommunerna", "both municipalities"},
	"short-any":            {"någon av kommunerna", "any of the municipalities"},
	"short-municipalities": {"%s kommuner", "%s municipalities"},
	"short-documents":      {"%s dokument", "%s documents"},

	"short-unread": {"Allt kunde inte läsas: %s.", "Not everything could be read: %s."},
	"short-agreed": {"%s framgår hos %s.", "%s: stated by %s."},
	"short-common": {"Gemensamt", "In common"},

	"short-says":              {"framgår hos %s", "stated by %s"},
	"short-mentioned-unnamed": {"nämns utan namn hos %s", "mentioned without names by %s"},
	"short-dormant":           {"uttryckligen vilande hos %s", "expressly dormant at %s"},
	"short-none":              {"uttryckligen inga hos %s", "expressly none at %s"},
	"short-says-not":          {"uttryckligen nej hos %s", "expressly not at %s"},
	"short-not-said":          {"framgår inte hos %s", "not stated by %s"},
	"short-unread-at":         {"kunde inte läsas hos %s", "could not be read at %s"},

	"short-overdue":       {"Enligt sina egna regler skulle följande ha förnyats: %s.", "By their own rules these ought to have been renewed: %s."},
	"short-overdue-since": {"Skulle ha förnyats senast %s, men ingen nyare version finns bland dokumenten.", "Was to be renewed by %s, but no newer version is among the documents."},
	"short-oldest":        {"Äldst är %s (%s).", "The oldest is %s (%s)."},
	"short-undated":       {"%s dokument anger inget datum.", "%s documents give no date."},
	"short-undated-one":   {"Ett dokument anger inget datum.", "One document gives no date."},

	"short-goals":       {"Flest mål har %s (%d), färst %s (%d).", "%s has most goals (%d), %s fewest (%d)."},
	"short-only":        {"Bara %s har mål om %s.", "Only %s has goals on %s."},
	"short-shared":      {"%s mål har liknande ordalydelse i flera kommuner.", "%s goals are in similar words in several municipalities."},
	"short-shared-one":  {"Ett mål har liknande ordalydelse hos %s.", "One goal is in similar words at %s."},
	"short-shared-none": {"Inget mål har liknande ordalydelse i två kommuner.", "No goal is in similar words in two municipalities."},
	"short-reuse":       {"%s par av dokument från olika kommuner delar text.", "%s pairs of documents of different municipalities share text."},
	"short-reuse-one":   {"%s och %s delar text (%d meningar).", "%s and %s share text (%d sentences)."},
	"short-reuse-none":  {"Inga kommuner delar text med varandra.", "No municipalities share text with one another."},
}
