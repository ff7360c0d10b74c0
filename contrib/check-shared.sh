#!/bin/sh
# Measures the program against the annotated documents that lie beside the repository on the machines of those who work on
# it, and fails when a figure falls below its floor. usage: check-shared.sh DIR
set -eu

shared=$(cd "$1" && pwd)
[ -d "$shared/score" ] || { echo "check-shared: no $shared/score" >&2; exit 64; }
cd "$(dirname "$0")/.."
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
CGO_ENABLED=0 go build -o "$work/styrdok" ./cmd/styrdok

failed=0
# floor NAME FIGURE FLOOR: the figure must not be below the floor.
floor() {
	if awk "BEGIN { exit !($2 >= $3) }"; then
		echo "  ok    $1: $2 (floor $3)"
	else
		echo "  LOW   $1: $2 (floor $3)"
		failed=1
	fi
}
# ceiling NAME FIGURE CEILING: the figure must not be above the ceiling.
ceiling() { floor "$1" "-$2" "-$3"; }

tags() { # NAME GOLD TEXTDIR FLOOR PATH...
	name=$1 gold=$2 texts=$3 least=$4
	shift 4
	"$work/styrdok" export tags --format jsonl "$@" >"$work/tags.jsonl"
	"$shared/score/tags.py" "$gold" "$texts" "$work/tags.jsonl" >"$work/score"
	floor "tags F1, $name" "$(sed -n 's/.* F1 \([0-9.]*\); lowest.*/\1/p' "$work/score")" "$least"
	ceiling "unfaithful quotes, $name" "$(sed -n 's/^unfaithful quotes: //p' "$work/score")" 0
	theirs=$(sed -n 's/.* F1 \([0-9.]*\); lowest.*/\1/p' "$work/score")
	ours=$("$work/styrdok" evaluate --quiet --gold "$gold" --unlabelled --draws 0 --format csv "$@" | sed -n 2p | cut -d, -f5)
	ceiling "what evaluate says ($ours) differs by" "$(awk "BEGIN { d = $ours - $theirs; print d < 0 ? -d : d }")" 0.01
}

four="$shared/municipalities/Ale $shared/municipalities/Älmhult $shared/municipalities/Hylte $shared/municipalities/Åmål"
# shellcheck disable=SC2086  # four paths without spaces
tags "four municipalities" "$shared/municipalities/passages.tsv" "$shared/municipalities/text" 0.93 $four
tags "seeds" "$shared/gold/passages.tsv" "$shared/seeds" 0.93 "$shared"/seeds/*.txt

# shellcheck disable=SC2086
"$work/styrdok" export facts --format json $four >"$work/facts.json"
"$shared/score/facts.py" "$shared/gold/facts.json" "$work/facts.json" --text "$shared/municipalities/text" | tail -1 >"$work/score"
floor "facts right" "$(sed 's/facts: \([0-9]*\) of.*/\1/' "$work/score")" 64
ceiling "facts invented" "$(sed 's/.*right, \([0-9]*\) invented.*/\1/' "$work/score")" 0
ceiling "facts unfaithful" "$(sed 's/.*invented, \([0-9]*\) unfaithful.*/\1/' "$work/score")" 0

# The report of the four: all of them in every format.
# shellcheck disable=SC2086
(cd "$work" && ./styrdok run $four --out rapport --index index --quiet)
for file in index.html report.md report.json passages.csv facts.json; do
	for name in Ale Älmhult Hylte Åmål; do
		grep -q "$name" "$work/rapport/$file" || { echo "  LOW   $name is not in $file"; failed=1; }
	done
done

# What the report says of them: shared text, boilerplate, facts, what is due.
STYRDOK_SHARED=$shared go test -count=1 -run TestShared . || failed=1
exit $failed
