package tagging

import "math"

// minimize returns where f, which must be convex and smooth, is least, by the limited-memory BFGS method (Nocedal and
// Wright, Numerical Optimization, 2nd ed. 2006, algorithms 7.4 and 7.5) with a backtracking line search. f writes the
// gradient at x. x is where the search begins and ends.
func minimize(x []float64, f func(x, gradient []float64) float64) {
	n := len(x)
	g, next, nextG, d := make([]float64, n), make([]float64, n), make([]float64, n), make([]float64, n)
	var ss, ys [][]float64
	var rhos []float64
	value := f(x, g)
	for range mostSteps {
		direction(d, g, ss, ys, rhos)
		slope := dot(d, g)
		if slope > -leastGain*math.Max(1, math.Abs(value)) {
			return
		}
		step := 1.0
		if len(ss) == 0 {
			step = math.Min(1, 1/math.Sqrt(dot(g, g)))
		}
		var v float64
		for try := 0; ; try++ {
			for i := range x {
				next[i] = x[i] + step*d[i]
			}
			v = f(next, nextG)
			if v <= value+1e-4*step*slope {
				break
			}
			if try == mostHalvings {
				return
			}
			step /= 2
		}
		s, y := make([]float64, n), make([]float64, n)
		for i := range x {
			s[i], y[i] = next[i]-x[i], nextG[i]-g[i]
		}
		if sy := dot(s, y); sy > 1e-12 {
			ss, ys, rhos = append(ss, s), append(ys, y), append(rhos, 1/sy)
			if len(ss) > remembered {
				ss, ys, rhos = ss[1:], ys[1:], rhos[1:]
			}
		}
		done := value-v < leastGain*math.Max(1, math.Abs(v))
		copy(x, next)
		copy(g, nextG)
		value = v
		if done {
			return
		}
	}
}

// The bounds of the search: far beyond what some thousand sentences need.
const (
	mostSteps    = 300
	mostHalvings = 30
	remembered   = 8
	leastGain    = 1e-7
)

// direction writes the direction of descent into d (the two-loop recursion).
func direction(d, g []float64, ss, ys [][]float64, rhos []float64) {
	for i := range g {
		d[i] = -g[i]
	}
	alphas := make([]float64, len(ss))
	for k := len(ss) - 1; k >= 0; k-- {
		alphas[k] = rhos[k] * dot(ss[k], d)
		axpy(d, -alphas[k], ys[k])
	}
	if k := len(ss) - 1; k >= 0 {
		scale := 1 / (rhos[k] * dot(ys[k], ys[k]))
		for i := range d {
			d[i] *= scale
		}
	}
	for k := range ss {
		axpy(d, alphas[k]-rhos[k]*dot(ys[k], d), ss[k])
	}
}

func dot(a, b []float64) float64 {
	sum := 0.0
	for i := range a {
		sum += a[i] * b[i]
	}
	return sum
}

// axpy adds k times b to a.
func axpy(a []float64, k float64, b []float64) {
	for i := range a {
		a[i] += k * b[i]
	}
}
