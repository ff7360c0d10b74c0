package cli

import (
	"fmt"
	"time"

	"github.com/styrdok/styrdok/policy"
	"github.com/styrdok/styrdok/policy/review"
)

// A watch tells how an update goes on: by a bar on a terminal, else by a message now and then.
type watch struct {
	app         *app
	update      update
	corrections []review.Correction
	step, stop  func()
	began, told time.Time
	done, total int
	needless    int
}

// tellEvery is how often a message tells how far reading is, where there is no bar.
const tellEvery = 30 * time.Second

func (a *app) watch(u update, corrections []review.Correction) *watch {
	return &watch{app: a, update: u, corrections: corrections}
}

// compared draws a bar of its own: of large files that lie far away, comparing takes its time.
func (w *watch) compared(done, total int) {
	if w.step == nil {
		w.step, w.stop = w.app.progress("Comparing", total)
	}
	if w.step(); done == total {
		w.stop()
	}
}

func (w *watch) planned(n int) {
	w.began, w.told, w.total = time.Now(), time.Now(), n
	if unchanged := len(w.update.sources) - n; unchanged > 0 {
		w.app.log.Info("reading", "files", n, "unchanged", unchanged)
	} else {
		w.app.log.Info("reading", "files", n)
	}
	w.step, w.stop = w.app.progress("Reading", n)
}

func (w *watch) read(doc *policy.Document, aside *policy.SetAside) {
	w.done++
	w.step()
	if w.update.tell {
		w.tell(doc, aside)
	}
	if time.Since(w.told) < tellEvery || w.app.draws() {
		return
	}
	w.told = time.Now()
	rate := float64(w.done) / time.Since(w.began).Seconds()
	left := time.Duration(float64(w.total-w.done) / rate * float64(time.Second)).Round(time.Second)
	w.app.log.Info("reading", "done", w.done, "of", w.total, "per_second", fmt.Sprintf("%.1f", rate), "remaining", left.String())
}

// tell names what could not be read, and the corrections that do not fit any more.
func (w *watch) tell(doc *policy.Document, aside *policy.SetAside) {
	if doc == nil {
		w.app.log.Warn("not read", "source", aside.Source, "code", aside.Code, "reason", aside.Reason)
		return
	}
	w.app.tellLosses(doc.Source, losses(doc.Issues, doc.Pages))
	_, conflicts := review.Apply(doc, w.corrections)
	w.needless += w.app.tellConflicts(conflicts)
}

// committed says that what was done until now is safe; a bar says enough.
func (w *watch) committed(n, generation int) {
	if !w.app.draws() {
		w.app.log.Info("committed", "read", n, "generation", generation)
	}
}

func (w *watch) end() {
	if w.stop != nil {
		w.stop()
	}
	w.app.tellNeedless(w.needless)
}
