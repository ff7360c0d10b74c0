#!/bin/sh
# Installs what the tests need beyond Go, where it may (Debian, as root), and otherwise names it.
# The program itself needs none of this.
set -eu

missing=
need() { # command, Debian package
	command -v "$1" >/dev/null 2>&1 || missing="$missing $2"
}
need chromium chromium
need soffice "libreoffice-calc libreoffice-writer"
if command -v soffice dpkg-query >/dev/null 2>&1 && ! dpkg-query -s libreoffice-writer >/dev/null 2>&1; then
	missing="$missing libreoffice-writer"
fi
need python3 python3
need tesseract "tesseract-ocr tesseract-ocr-swe"
case $(tesseract --list-langs 2>/dev/null || true) in
*swe*) ;;
*) command -v tesseract >/dev/null 2>&1 && missing="$missing tesseract-ocr-swe" ;;
esac

# axe-core checks the report's pages for accessibility; it is a script of the npm registry, kept in the user's cache.
axe="${XDG_CACHE_HOME:-$HOME/.cache}/styrdok-test/axe.min.js"
fetch_axe() {
	[ -f "$axe" ] && return
	dir=$(mktemp -d)
	(cd "$dir" && npm pack --silent axe-core@4.10.3 >/dev/null && tar xzf axe-core-*.tgz package/axe.min.js)
	mkdir -p "$(dirname "$axe")"
	mv "$dir/package/axe.min.js" "$axe"
	rm -rf "$dir"
}
[ -f "$axe" ] || need npm npm

if [ -z "$missing" ]; then
	if [ "${CI:-}" = true ] || [ "$(id -u)" = 0 ]; then fetch_axe; fi
	exit 0
fi
if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null 2>&1; then
	echo "installing:$missing"
	apt-get update -qq
	# shellcheck disable=SC2086  # a list of packages
	DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $missing >/dev/null
	fetch_axe
	exit 0
fi
echo "not installed, so the tests that need it are skipped:$missing"
echo "install with: sudo apt-get install$missing"
[ "${CI:-}" != true ] # in CI nothing may be skipped
