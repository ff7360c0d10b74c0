// Package office reads what word processors write: DOCX (ECMA-376, Word) and ODT (OpenDocument 1.3, LibreOffice).
//
// It is one of the readers behind package extract. Headings come from styles and outline levels, numbers of headings and
// list items are counted as the program that shows the file counts them, tracked deletions and hidden text are left out.
// Such files have pages only where their program stored the breaks; see [Read].
//
// A file is a zip archive of XML, and may be anyone's: how much is unpacked and how deep XML nests has limits, and no entity is
// expanded.
package office
