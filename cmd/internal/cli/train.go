package cli

import (
	"context"
	"fmt"
	"os"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"github.com/styrdok/styrdok"
	"github.com/styrdok/styrdok/policy"
	"github.com/styrdok/styrdok/policy/evaluation"
	"github.com/styrdok/styrdok/policy/tagging"
)

type trainOptions struct {
	gold, unseen []string
	out          string
	parts        int
	draws        int
}

const trainLong = `train learns the weights that the tagger ships with from labelled documents, and writes them to --out: the same documents give
the same bytes. With --cross-validate N it measures instead, each document tagged by weights that were learnt from the other
N-1 parts of the documents.

From the documents named by --unseen, or in a folder of that name, it is learnt how far to trust the taxonomy's rules, which were
not written for them; on those that they were written for they are right too often.`

// newTrainCommand is hidden: it is for those who work on the tagger, from the root of the repository.
func newTrainCommand(a *app) *cobra.Command {
	o := trainOptions{}
	cmd := &cobra.Command{
		Use:   "train --gold FILE… {--out FILE | --cross-validate N} PATH…",
		Short: "Learn the tagger's weights from labelled documents",
		Long:  trainLong,
		Example: `  make train
  styrdok train --gold labels.tsv --out policy/tagging/model.tsv texts
  styrdok train --gold labels.tsv --cross-validate 20 texts`,
		Hidden: true,
		Args:   cobra.MinimumNArgs(1),
		RunE:   a.action(func(ctx context.Context, args []string) error { return a.train(ctx, o, args) }),
	}
	f := cmd.Flags()
	f.StringArrayVar(&o.gold, "gold", nil, "`file` of the labels")
	f.StringArrayVar(&o.unseen, "unseen", nil, "`path` of documents that the rules were not written for")
	f.StringVar(&o.out, "out", "", "`file` to write")
	f.IntVar(&o.parts, "cross-validate", 0, "`number` of parts of the documents to measure on")
	f.IntVar(&o.draws, "draws", 0, "`number` of draws for the interval")
	cmd.MarkFlagsOneRequired("out", "cross-validate")
	return cmd
}

func (a *app) train(ctx context.Context, o trainOptions, paths []string) error {
	t := tagging.Default()
	docs, labels, err := labelledDocuments(ctx, o.gold, paths)
	if err != nil {
		return err
	}
	shares, unknown := evaluation.Shares(docs, labels, t.Learnt())
	if len(unknown) > 0 {
		return fmt.Errorf("%s is labelled and is none of the documents", unknown[0].Document)
	}
	samples := make([]tagging.Sample, len(docs))
	for d, doc := range docs {
		samples[d] = tagging.Sample{Document: doc, Targets: targets(shares[d]), Developed: !slices.ContainsFunc(o.unseen, func(p string) bool {
			return strings.HasPrefix(doc.Path, strings.TrimSuffix(p, "/")+"/") || doc.Path == p
		})}
	}
	learner := tagging.NewLearner(t, samples)
	if o.parts > 0 {
		return a.crossValidate(t, learner, docs, labels, o)
	}
	m := learner.Learn(func(int) bool { return true })
	return os.WriteFile(o.out, m.Encode(), 0o644)
}

// labelledDocuments reads labels and documents in this process, without recognising text in pictures: what is learnt must not
// depend on the machine.
func labelledDocuments(ctx context.Context, gold, paths []string) ([]*policy.Document, []evaluation.Label, error) {
	var labels []evaluation.Label
	for _, name := range gold {
		data, err := os.ReadFile(name)
		if err != nil {
			return nil, nil, usagef("--gold: %v", err)
		}
		more, err := evaluation.ParseLabels(name, data)
		if err != nil {
			return nil, nil, err
		}
		labels = append(labels, more...)
	}
	c, err := styrdok.Read(ctx, paths, styrdok.Options{})
	if err != nil {
		return nil, nil, err
	}
	slices.SortFunc(c.Documents, func(a, b *policy.Document) int { return strings.Compare(a.Source, b.Source) })
	return c.Documents, labels, nil
}

func targets(shares [][]evaluation.Share) [][]tagging.Target {
	out := make([][]tagging.Target, len(shares))
	for i, row := range shares {
		for _, s := range row {
			out[i] = append(out[i], tagging.Target(s))
		}
	}
	return out
}

// crossValidate tags each document by what was learnt from the parts that it is not in, and prints how good that is.
func (a *app) crossValidate(t *tagging.Taxonomy, l *tagging.Learner, docs []*policy.Document, labels []evaluation.Label, o trainOptions) error {
	tagged := make([]*policy.Document, len(docs))
	for part := range o.parts {
		m := l.Learn(func(d int) bool { return d%o.parts != part })
		g := tagging.New(t.With(m))
		for d := part; d < len(docs); d += o.parts {
			doc := *docs[d]
			doc.Tags = g.Tag(docs[d])
			tagged[d] = &doc
		}
	}
	draws := o.draws
	if draws == 0 {
		draws = -1
	}
	r := evaluation.Measure(tagged, labels, evaluation.Options{Tags: t.Learnt(), Unlabelled: true, Draws: draws})
	return writeScores(a.stdout, r)
}
