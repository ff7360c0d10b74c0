#!/bin/sh
# Makes the PDFs of testdata, and the word processors' files in testdata/format, from the files in testdata/sources.
#
#   testdata/make.sh            all of them
#   testdata/make.sh NAME…      only these, e.g. hylte-riktlinjer
#
# Nothing is installed: what is missing is named, and the script ends with 1. The PDFs are committed, so that nobody
# needs to run this before a test. Run it after a change of a source, look at the result, and bring gold/ up to date.
#
# Reproducible: the picture noise has a fixed seed, all dates are SOURCE_DATE_EPOCH (by default the one below), and what
# programs draw at random is replaced, so that two runs with the same versions of programs and fonts give the same bytes. Another version of a
# program may give other bytes and, for the scan, other OCR slips.
set -eu
SOURCE_DATE_EPOCH=${SOURCE_DATE_EPOCH:-1735689600} # 2025-01-01T00:00:00Z
export SOURCE_DATE_EPOCH LC_ALL=C.UTF-8 TZ=UTC

here=$(cd "$(dirname "$0")" && pwd)
src=$here/sources
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT

# need PROGRAM-OR-FILE DEBIAN-PACKAGE
need() {
	if ! command -v "$1" >/dev/null && ! test -e "$1"; then
		echo "make.sh: missing: $1 (Debian package $2)" >&2
		missing=1
	fi
}
missing=0
need soffice libreoffice-writer
need /usr/share/hyphen/hyph_sv_SE.dic hyphen-sv
need chromium chromium
need pdftoppm poppler-utils
need convert imagemagick
need ocrmypdf ocrmypdf
need tesseract tesseract-ocr
need /usr/share/tesseract-ocr/5/tessdata/swe.traineddata tesseract-ocr-swe
need qpdf qpdf
need /usr/lib/python3/dist-packages/img2pdf.py python3-img2pdf
need /usr/lib/python3/dist-packages/pikepdf python3-pikepdf
need /usr/share/fonts/truetype/liberation/LiberationSerif-Regular.ttf fonts-liberation
need /usr/share/fonts/truetype/dejavu/DejaVuSans.ttf fonts-dejavu-core
test $missing = 0 || exit 1

stamp=$(date -u -d "@$SOURCE_DATE_EPOCH" +%Y%m%d%H%M%S)

# settle FILE: every date in the file's own description becomes SOURCE_DATE_EPOCH, and the random identifier
# one made from the file's name; at the same length, so that no offset moves.
settle() {
	id=$(basename "$1" | md5sum | cut -c1-32 | tr a-f A-F)
	LC_ALL=C sed -i -E "s/(\/(Creation|Mod)Date ?\(D:)[0-9]{14}/\1$stamp/g; s/<[0-9A-Fa-f]{32}>/<$id>/g; s/(DocChecksum \/)[0-9A-F]{32}/\1$id/" "$1"
}

# office NAME OUT: LibreOffice Writer
office() {
	soffice "-env:UserInstallation=file://$tmp/office" --headless --convert-to pdf --outdir "$tmp" "$src/$1.fodt" >/dev/null 2>"$tmp/log" || { cat "$tmp/log" >&2; exit 1; }
	settle "$tmp/$1.pdf"
	mv "$tmp/$1.pdf" "$2"
}

# writer NAME FORMAT: LibreOffice Writer's own files and Word's, with settled dates and identifiers
writer() {
	soffice "-env:UserInstallation=file://$tmp/office" --headless --convert-to "$2" --outdir "$tmp" "$src/$1.fodt" >/dev/null 2>"$tmp/log" || { cat "$tmp/log" >&2; exit 1; }
	/usr/bin/python3 - "$tmp/$1.$2" "$here/format/$1.$2" "$SOURCE_DATE_EPOCH" <<'END'
import re, sys, time, zipfile
when = time.gmtime(int(sys.argv[3]))
stamp = time.strftime("%Y-%m-%dT%H:%M:%S", when)
def settle(name, data):
    if not name.endswith((".xml", ".rels")):
        return data
    text = data.decode()
    if name in ("meta.xml", "docProps/core.xml"):
        text = re.sub(r"(<(?:dc:date|meta:creation-date|dcterms:(?:created|modified))[^>]*>)[^<]*", r"\g<1>" + stamp + ("Z" if name != "meta.xml" else ""), text)
        text = re.sub(r"<meta:editing-duration>[^<]*", "<meta:editing-duration>PT0S", text)
    if name == "settings.xml":
        text = re.sub(r'(config:name="Rsid(?:Root)?"[^>]*>)\d+', r"\g<1>0", text)
    ids = {}
    return re.sub(r"\b(list|ct)\d{6,}", lambda m: ids.setdefault(m.group(), "%s%d" % (m.group(1), len(ids) + 1)), text).encode()
with zipfile.ZipFile(sys.argv[1]) as old, zipfile.ZipFile(sys.argv[2], "w") as new:
    for info in old.infolist():
        if info.filename.startswith(("Thumbnails/", "Configurations2/")):
            continue  # a picture of the first page, and empty folders
        entry = zipfile.ZipInfo(info.filename, when[:6])
        entry.compress_type = info.compress_type
        new.writestr(entry, settle(info.filename, old.read(info.filename)))
END
}

# browser NAME OUT: Chromium, as "print to PDF" does it
browser() {
	chromium --headless --no-sandbox --disable-gpu --user-data-dir="$tmp/chromium" --no-pdf-header-footer --print-to-pdf="$2" "file://$src/$1.html" >/dev/null 2>"$tmp/log" || { cat "$tmp/log" >&2; exit 1; }
	settle "$2"
}

# pictures NAME TILT: a page a JPEG ($tmp/NAME-N.jpg), grey, 150 dpi, a little askew, blurred and noisy as a copier leaves it
pictures() {
	pdftoppm -r 150 -gray "$tmp/$1.pdf" "$tmp/$1"
	for page in "$tmp/$1"-*.pgm; do
		convert -seed 10 "$page" -background white -rotate "$2" -gravity center -extent 1240x1754 \
			-blur 0x1.3 -level 8%,82% -attenuate 0.3 +noise Gaussian -colorspace Gray -strip -quality 40 "${page%.pgm}.jpg"
	done
}

# with_picture NAME PICTURE OUT: Chromium's pages, then PICTURE's as a picture without text, as a copier sends it
with_picture() {
	browser "$1" "$tmp/$1.pdf"
	browser "$2" "$tmp/$2.pdf"
	pictures "$2" -0.6
	/usr/bin/python3 -m img2pdf --pagesize A4 -o "$tmp/$2-scan.pdf" "$tmp/$2"-*.jpg
	qpdf --deterministic-id --empty --pages "$tmp/$1.pdf" "$tmp/$2-scan.pdf" -- "$3"
}

# scan NAME OUT: printed, photographed, read back by tesseract; the invisible text goes into a Form XObject
scan() {
	browser "$1" "$tmp/$1.pdf"
	pictures "$1" 0.35
	/usr/bin/python3 -m img2pdf --pagesize A4 -o "$tmp/$1-scan.pdf" "$tmp/$1"-*.jpg
	ocrmypdf -q -l swe --output-type pdf --optimize 0 --jobs 1 "$tmp/$1-scan.pdf" "$tmp/$1-read.pdf"
	/usr/bin/python3 - "$tmp/$1-read.pdf" "$tmp/$1-dated.pdf" "$stamp" <<'END'
import sys, pikepdf  # saved as ocrmypdf saves, but with our date
with pikepdf.open(sys.argv[1]) as pdf:
    pdf.docinfo["/CreationDate"] = pdf.docinfo["/ModDate"] = "D:" + sys.argv[3] + "+00'00'"
    if "/Metadata" in pdf.Root:
        del pdf.Root.Metadata
    for page in pdf.pages:  # ocrmypdf names the text's Form XObject at random: /OCR-… becomes /OCR-text
        forms = page.Resources.XObject
        for name in [n for n in forms.keys() if n.startswith("/OCR-")]:
            forms["/OCR-text"] = forms[name]
            del forms[name]
            for stream in page.Contents:
                stream.write(stream.read_bytes().replace(name.encode(), b"/OCR-text"))
    pdf.save(sys.argv[2])
END
	qpdf --linearize --object-streams=generate "$tmp/$1-dated.pdf" "$2"
	settle "$2"
}

make_one() {
	case $1 in
	ale-policy-webbsida) office "$1" "$here/kommuner/Ale/$1.pdf" ;;
	ale-tjansteutlatande-2017) browser "$1" "$here/kommuner/Ale/$1.pdf" ;;
	almhult-policy-2003) scan "$1" "$here/kommuner/Älmhult/$1.pdf" ;;
	hylte-riktlinjer) office "$1" "$here/kommuner/Hylte/$1.pdf" ;;
	amal-webbsida-2022) browser "$1" "$here/kommuner/Åmål/$1.pdf" ;;
	ekeby-strategi-2021) office "$1" "$here/fiktiva/Ekeby/$1.pdf" ;;
	sjovik-vanortspolicy-2004) office "$1" "$here/fiktiva/Sjövik/$1.pdf" ;;
	sjovik-handlingsplan-forslag) with_picture "$1" sjovik-bilaga "$here/fiktiva/Sjövik/$1.pdf" ;;
	tallmora-avfallsplan) writer "$1" docx; writer "$1" odt ;;
	*) echo "make.sh: no such document: $1" >&2; exit 1 ;;
	esac
	echo "$1"
}

if test $# = 0; then
	set -- ale-policy-webbsida ale-tjansteutlatande-2017 almhult-policy-2003 hylte-riktlinjer amal-webbsida-2022 \
		ekeby-strategi-2021 sjovik-handlingsplan-forslag sjovik-vanortspolicy-2004 tallmora-avfallsplan
fi
for name; do make_one "$name"; done
