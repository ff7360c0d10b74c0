// Package html reads web pages into a positioned page without positions: the page's main content as blocks, and what
// stands around it (menus, banners, foot) as blocks of the kind page.Chrome.
//
// It is one of the readers behind package extract. What is content and what is not it judges by landmarks (main, nav,
// role=…), by the names that the content systems of Swedish municipalities give their parts (SiteVision, Episerver, Drupal,
// WordPress), and by how much of a part is links. What only words tell ("Sidan uppdaterades …", an address) is for
// extract/segment to say.
//
// Start with [Read].
package html
