package html

import (
	"github.com/PuerkitoBio/goquery"
	"golang.org/x/net/html"
)

// contentSelectors name the main content, surest first: what HTML and ARIA say, then what the content systems of Swedish
// municipalities call it (SiteVision's .pagecontent and its columns, Episerver, Drupal, WordPress).
var contentSelectors = []string{"main", "[role=main]", "#main-content, #maincontent, #mainContent, #MainContent, #main_content, #huvudinnehall, #huvudinnehåll",
	".pagecontent", "#Mittenspalten, #mittenspalten, #Mittspalten", ".region-content, .node__content", "article", "#content, #innehall, #main, #primary",
	".main-content, .page-content, .entry-content, .article-content, .content-main, .l-main"}

// landmarkSelectors is how many of contentSelectors, the first, a page uses on purpose.
const landmarkSelectors = 2

const (
	// leastWords is how many words content has at least to be taken for it on its name alone.
	leastWords = 15
	// outsideShare is how many times the words of the content all other text, chrome left out, may have.
	outsideShare = 1.0
	// mainShare is the same for a main element or role: a page says so on purpose, and its foot may be long.
	mainShare = 4.0
	// titleShare is how much more, as a share of the content's words, may stand between it and the page's heading.
	titleShare = 0.2
)

// mainContent returns the element that holds the page's text, nil if no name tells.
func (s *survey) mainContent(doc *goquery.Document) *html.Node {
	body := doc.Find("body").First()
	if body.Length() == 0 {
		return nil
	}
	all := s.parts[body.Get(0)].prose
	for i, sel := range contentSelectors {
		share := outsideShare
		if i < landmarkSelectors {
			share = mainShare
		}
		best, most := (*html.Node)(nil), 0
		body.Find(sel).Each(func(_ int, found *goquery.Selection) {
			n := found.Get(0)
			if prose := s.parts[n].prose; prose > most && !s.hidden(n) {
				best, most = n, prose
			}
		})
		if most >= leastWords && float64(all-most) <= share*float64(most) {
			return s.withTitle(best, most)
		}
	}
	return nil
}

// withTitle returns content, or what stands around it and the page's first heading, if content has none: Drupal writes the
// heading above it.
func (s *survey) withTitle(content *html.Node, prose int) *html.Node {
	for n := content; n != nil && n.Data != "body"; n = n.Parent {
		p := s.parts[n]
		if float64(p.prose-prose) > titleShare*float64(prose) {
			break
		}
		if p.h1 {
			return n
		}
	}
	return content
}

// landmark reports whether n, with p below it, is by its element or role a part around the content.
func landmark(n *html.Node, p part) bool {
	switch n.Data {
	case "nav", "dialog":
		return true
	case "aside", "footer", "header":
		return !p.h1
	}
	switch attr(n, "role") {
	case "navigation", "banner", "contentinfo", "complementary", "search", "dialog", "alertdialog", "menu", "menubar", "toolbar":
		return !p.h1
	}
	return false
}

// chromeNames are words in ids and classes of what stands around the content.
var chromeNames = set(`breadcrumb breadcrumbs breadcrumbportlet brodsmula brodsmulor crumbtrail crumbs cookie cookies cookiebanner kakor consent
	cookiebot onetrust readspeaker rsbtn lyssna talandewebb browsealoud skiplink skiplinks skipnav share sharing dela socialmedia feedback hjalpte
	helpful ratepage pagerating pagination pager skrivut submenu meny menu mainmenu leftmenu rightmenu topmenu megamenu mainnav navigation navbar sitenav topnav leftnav sidenav sitemenu
	linkmenu sidebar sidfot sidhuvud footer sitefooter siteheader toolbar searchbox searchform globalsearch modal popup chatbot toplink
	tilltoppen backtotop`)

const (
	// maxNamed is how many words of prose an element has at most to be chrome by its name: wrappers are called "has-menu".
	maxNamed = 60
	// maxBanner is the same for a consent banner, which explains itself at length.
	maxBanner = 500
)

// isChrome reports whether n stands around the content, in it or outside.
func (s *survey) isChrome(n *html.Node) bool {
	if isElement(n, "html", "body", "main", "article", "h1") || attr(n, "role") == "main" {
		return false
	}
	p := s.parts[n]
	if landmark(n, p) {
		return true
	}
	limit := -1
	for _, w := range nameWords(n) {
		switch w {
		case "cookie", "cookies", "cookiebanner", "kakor", "consent", "cookiebot", "onetrust":
			limit = maxBanner
		default:
			if chromeNames[w] {
				limit = max(limit, maxNamed)
			}
		}
	}
	return limit >= 0 && !p.h1 && !p.content && p.prose <= limit
}
