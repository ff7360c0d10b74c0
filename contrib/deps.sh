#!/bin/sh
# Installs what the tests need beyond Go, where it may (Debian, as root), and otherwise names it.
# The program itself needs none of this.
set -eu

missing=
need() { # command, Debian package
	command -v "$1" >/dev/null 2>&1 || missing="$missing $2"
}
need chromium chromium
need soffice libreoffice-calc
need python3 python3
need tesseract "tesseract-ocr tesseract-ocr-swe"
case $(tesseract --list-langs 2>/dev/null || true) in
*swe*) ;;
*) command -v tesseract >/dev/null 2>&1 && missing="$missing tesseract-ocr-swe" ;;
esac

[ -n "$missing" ] || exit 0
if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null 2>&1; then
	echo "installing:$missing"
	apt-get update -qq
	# shellcheck disable=SC2086  # a list of packages
	DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $missing >/dev/null
	exit 0
fi
echo "not installed, so the tests that need it are skipped:$missing"
echo "install with: sudo apt-get install$missing"
[ "${CI:-}" != true ] # in CI nothing may be skipped
