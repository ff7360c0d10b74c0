// Package content interprets content streams: it follows the graphics and text state through a page and the forms it draws, and
// gives the page's glyphs with their characters and places, its ruling lines, and how many images it has.
//
// It stands between the object layer and the layout. Start with [NewInterpreter], then [Interpreter.Page].
package content
