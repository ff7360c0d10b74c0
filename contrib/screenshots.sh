#!/bin/sh
# Writes the pictures of the README: the report on testdata/kommuner in windows of 390, 1280 and 1920 pixels. Needs Chromium.
set -eu
cd "$(dirname "$0")/.."
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
CGO_ENABLED=0 go build -o "$work/styrdok" ./cmd/styrdok
(cd testdata && "$work/styrdok" run kommuner --out "$work/rapport" --index "$work/index" --as-of 2026-11-28 --quiet)
for size in 390,1400 1280,1100 1920,1200; do
	chromium --headless --no-sandbox --hide-scrollbars --user-data-dir="$work/profile" --window-size="$size" \
		--screenshot="docs/report-${size%,*}.png" "file://$work/rapport/index.html" 2>/dev/null
done
