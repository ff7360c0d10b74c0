package content

import "math"

// A Matrix is a transformation [a b c d e f]: (x, y) becomes (ax+cy+e, bx+dy+f).
type Matrix [6]float64

// Identity changes nothing.
var identity = Matrix{1, 0, 0, 1, 0, 0}

// Times returns the transformation that does m first and then n.
func (m Matrix) Times(n Matrix) Matrix {
	return Matrix{
		m[0]*n[0] + m[1]*n[2], m[0]*n[1] + m[1]*n[3],
		m[2]*n[0] + m[3]*n[2], m[2]*n[1] + m[3]*n[3],
		m[4]*n[0] + m[5]*n[2] + n[4], m[4]*n[1] + m[5]*n[3] + n[5],
	}
}

// Apply transforms a point.
func (m Matrix) Apply(x, y float64) (float64, float64) {
	return m[0]*x + m[2]*y + m[4], m[1]*x + m[3]*y + m[5]
}

// maxCoordinate is the largest number that counts as a coordinate: 200 inches is a page's limit (ISO 32000-1, annex C); a thousand
// times that leaves room for odd units.
const maxCoordinate = 200 * 72 * 1000

// sane reports whether m has only numbers that can lead to a place on a page.
func (m Matrix) sane() bool {
	for _, x := range m {
		if math.IsNaN(x) || math.Abs(x) > maxCoordinate {
			return false
		}
	}
	return true
}

// A Rect is an upright rectangle.
type Rect struct{ X0, Y0, X1, Y1 float64 }

// bounds returns the box around the rectangle r seen through m.
func (m Matrix) bounds(r Rect) Rect {
	x0, y0 := m.Apply(r.X0, r.Y0)
	out := Rect{x0, y0, x0, y0}
	for _, p := range [3][2]float64{{r.X1, r.Y0}, {r.X0, r.Y1}, {r.X1, r.Y1}} {
		x, y := m.Apply(p[0], p[1])
		out.add(x, y)
	}
	return out
}

// add makes r hold the point.
func (r *Rect) add(x, y float64) {
	r.X0, r.X1 = min(r.X0, x), max(r.X1, x)
	r.Y0, r.Y1 = min(r.Y0, y), max(r.Y1, y)
}

// intersect returns what r and o share; it may be empty, with X1 < X0.
func (r Rect) intersect(o Rect) Rect {
	return Rect{max(r.X0, o.X0), max(r.Y0, o.Y0), min(r.X1, o.X1), min(r.Y1, o.Y1)}
}
