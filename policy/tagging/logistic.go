package tagging

import "math"

// A problem is a logistic regression: for each row what it should be (0 or 1), how much it counts, and its features.
type problem struct {
	ys, ws []float64
	// score returns the log odds of a row by weights; push adds d times the row's features to a gradient.
	score func(i int, w []float64) float64
	push  func(i int, d float64, gradient []float64)
}

// solve moves w to where the loss is least: log loss, with a quadratic penalty on how far each weight lies from where it
// began. free is the index of a weight that costs nothing, or -1. The counts are scaled to a mean of 1.
func (p *problem) solve(w []float64, penalty float64, free int) {
	total := 0.0
	for _, x := range p.ws {
		total += x
	}
	if total == 0 {
		return
	}
	scale := float64(len(p.ws)) / total
	start := append([]float64(nil), w...)
	minimize(w, func(w, g []float64) float64 {
		loss := 0.0
		for k := range w {
			d := w[k] - start[k]
			if k == free {
				d = 0
			}
			g[k] = penalty * d
			loss += penalty / 2 * d * d
		}
		for i, y := range p.ys {
			z := p.score(i, w)
			c := p.ws[i] * scale
			loss += c * logLoss(z, y)
			p.push(i, c*(probability(z)-y), g)
		}
		return loss
	})
}

// logLoss returns the loss of log odds z where y (0 or 1) was right.
func logLoss(z, y float64) float64 {
	if y > 0.5 {
		z = -z
	}
	if z > 30 {
		return z
	}
	return math.Log1p(math.Exp(z))
}

// sparse is a logistic regression over terms; the weight after the features' is the bias.
func sparse(xs [][]term, ys, ws []float64, features int, penalty float64) []float64 {
	w := make([]float64, features+1)
	p := problem{ys: ys, ws: ws,
		score: func(i int, w []float64) float64 {
			z := w[features]
			for _, t := range xs[i] {
				z += w[t.row] * float64(t.value)
			}
			return z
		},
		push: func(i int, d float64, g []float64) {
			for _, t := range xs[i] {
				g[t.row] += d * float64(t.value)
			}
			g[features] += d
		},
	}
	p.solve(w, penalty, features)
	return w
}

// dense is a logistic regression over full rows that begins at w, and ends there.
func dense(xs [][]float64, ys, ws, w []float64, penalty float64) {
	p := problem{ys: ys, ws: ws,
		score: func(i int, w []float64) float64 { return dot(w, xs[i]) },
		push:  func(i int, d float64, g []float64) { axpy(g, d, xs[i]) },
	}
	p.solve(w, penalty, -1)
}
