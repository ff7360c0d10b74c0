# make check    all tests that need nothing but this repository (and the tools that contrib/deps.sh installs or names)
# make bench    the whole run on testdata/kommuner: CPU seconds and peak memory
# make bench-extract    extraction beside pdftotext, on files that it makes: ratios of CPU time and peak memory; fails if a bar is missed
# make bench-night    a first night on 5,000 made PDFs, one with nothing changed, one with one change; readers while generations are written
# make bench-compare    the report on 4, 40 and 290 municipalities with ten documents each, from an index; fails if a bar is missed
# make test-crash    writers killed at a random moment, 100 times; small, full and read-only disks
# make test-opensearch    three OpenSearch nodes on this machine: what any engine must do, the same answers as from the folder's engine, faults,
#                       and 300 documents by three processes, of which one is killed, and then the elected manager node
# make bench-scale    documents a second that 1, 2 and 4 processes index together in a cluster: what docs/scale.md reckons with
# make bench-tagging    sentences a second, and tagging beside extraction
# make train    the weights of the tagger, from the labelled documents
# make build    the static binary ./styrdok

GO ?= go
# What a test needs and does not find is a skip on a user's machine and a failure in CI.
export CI

.PHONY: bench-scale test-opensearch screenshots build check format vet test deps bench bench-extract bench-search bench-index check-shared testdata tidy clean bench-night bench-compare test-crash bench-tagging train cross-validate

build:
	CGO_ENABLED=0 $(GO) build -trimpath -ldflags '-s -w' -o styrdok ./cmd/styrdok

check: deps format vet test

deps:
	@contrib/deps.sh

format:
	@out=$$(gofmt -l $$(git ls-files '*.go')); if [ -n "$$out" ]; then echo "gofmt these files:"; echo "$$out"; exit 1; fi

# Analysts sit at Windows machines too: the program must at least build for them.
vet:
	$(GO) vet ./...
	CGO_ENABLED=0 GOOS=windows $(GO) build ./...

# -count=1: the test of the import table looks at other packages, which the test cache does not see.
test:
	$(GO) test -count=1 ./...

bench:
	$(GO) test -run '^$$' -bench 'BenchmarkRun' -benchtime 5x ./cmd/styrdok

# The files are made by LibreOffice and qpdf, which takes half a minute; STYRDOK_BENCH_INPUTS=DIR keeps them.
bench-extract:
	$(GO) test -run '^$$' -bench BesidePdftotext -benchtime 1x ./extract

# Sentences a second, and tagging's time as a share of extraction's, in one run; fails above 1.
bench-tagging:
	$(GO) test -run '^$$' -bench 'BenchmarkTagging' -benchtime 10x .

# Each package starts its own nodes, so one after the other. STYRDOK_SHARED adds the judged queries beside the repository.
test-opensearch:
	@contrib/deps.sh opensearch
	STYRDOK_OPENSEARCH=3 STYRDOK_SHARED=$(wildcard $(abspath ../shared)) $(GO) test -p 1 -count=1 -timeout 20m -run 'Cluster|Conform|Same|Queue|Lock|Start|Fault' ./index/opensearch/... ./cmd/styrdok

bench-scale:
	@contrib/deps.sh opensearch
	STYRDOK_OPENSEARCH=1 STYRDOK_BENCH=1 $(GO) test -count=1 -timeout 20m -v -run 'TestScale$$' ./cmd/styrdok

# Words, compounds and judged queries, beside bleve's own Swedish analyzer on the same passages, in one run.
bench-search:
	STYRDOK_SHARED=$(abspath ../shared) $(GO) test -count=1 -v -run 'TestSearchQuality|TestWordQuality|TestQueriesInOtherWords' ./index ./index/bleveindex

# The ratios hold on a machine that does nothing else.
bench-night:
	STYRDOK_NIGHT=5000 STYRDOK_BENCH=1 $(GO) test -count=1 -timeout 60m -v -run 'TestNight$$|TestReadersWhile' ./cmd/styrdok

# The bars hold on a machine that does nothing else. Indexing the documents takes two minutes.
bench-compare:
	STYRDOK_COMPARE=1 $(GO) test -count=1 -timeout 20m -v -run 'TestCompareScale' ./cmd/styrdok

# make check does the same with fewer kills.
test-crash:
	STYRDOK_CRASHES=100 $(GO) test -count=1 -timeout 90m -v -run 'TestKilledWriters|TestDisks|TestFullDisk' ./cmd/styrdok

# The index beside Lucene and OpenSearch, which Maven fetches (and a Java runtime runs, 21 or newer; without Maven, the index alone). 300 documents
# are 12,000 passages; DOCUMENTS=5000 are 200,000.
DOCUMENTS ?= 300
bench-index:
	$(GO) run ./cmd/internal/indexbench -documents $(DOCUMENTS)
# The weights of the tagger, learnt from the labelled documents of this repository; the same documents give the same bytes.
labelled = $(foreach d,labelled gold genres practice,--gold testdata/$(d)/passages.tsv) --unseen testdata/genres --unseen testdata/practice \
	$(addprefix testdata/,labelled kommuner fiktiva transcript markdown genres practice)
train:
	sed -i '2,$$d' policy/tagging/model.tsv # what was learnt before may be of another form
	$(GO) run ./cmd/styrdok train $(labelled) --out policy/tagging/model.tsv

# How good weights are that are learnt in this way, on documents that they were not learnt from.
cross-validate:
	$(GO) run ./cmd/styrdok train $(labelled) --cross-validate 8

# The module's requirements, and those of the program outside it that is built against it.
tidy:
	$(GO) mod tidy
	cd testdata/importer && GOWORK=off $(GO) mod tidy

# Measures against the material beside the repository, if it is there.
check-shared:
	contrib/check-shared.sh ../shared

testdata:
	testdata/make.sh

# The pictures of the README.
screenshots:
	contrib/screenshots.sh

clean:
	rm -rf styrdok rapport .styrdok
