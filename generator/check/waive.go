package check

import (
	"fmt"
	"strings"

	"trustpress/generator/diag"
	"trustpress/generator/program"
	"trustpress/generator/trace"
)

// waivers are the waiver records of a site that can be read, and which of them something matched.
type waivers struct {
	list []*program.Waiver
	used map[*program.Waiver]bool
	t    *trace.Trace
}

func gather(t *trace.Trace) *waivers {
	w := &waivers{used: map[*program.Waiver]bool{}, t: t}
	for _, rec := range t.Program.Waivers {
		if !rec.Broken {
			w.list = append(w.list, rec)
		}
	}
	return w
}

// accept moves a finding to the waived ones if a waiver that holds matches it. Every waiver that matches counts as used.
func (w *waivers) accept(f diag.Finding) (diag.Waived, bool) {
	var out diag.Waived
	found := false
	if !Find(f.Rule).Waivable {
		return out, false
	}
	for _, rec := range w.list {
		if rec.Rule != f.Rule || !matches(rec.Target.Text, f) {
			continue
		}
		w.used[rec] = true
		if w.expired(rec) || found {
			continue
		}
		found = true
		out = diag.Waived{Finding: f, Waiver: place(rec.Span), Reason: rec.Reason, Owner: rec.Owner.ID, Expires: rec.Expires.String()}
	}
	return out, found
}

func place(at diag.Span) string { return fmt.Sprintf("%s:%d", at.File, at.Line) }

// matches reports whether a waiver's target names the record, the file, or the window or version that a finding is about.
func matches(target string, f diag.Finding) bool {
	id, at, exact := strings.Cut(target, "@")
	if exact {
		return strings.EqualFold(id, f.Record) && at == f.At
	}
	return target == f.File || f.Record != "" && strings.EqualFold(target, f.Record)
}

func (w *waivers) expired(rec *program.Waiver) bool { return rec.Expires.Before(w.t.AsOf) }

// complain reports waivers past their date, waivers that match nothing, and waivers that are meant to match everything. Where
// something is not known, what a waiver would match may be hidden by it.
func (w *waivers) complain(unknown bool) []diag.Finding {
	var out []diag.Finding
	for _, rec := range w.list {
		f := diag.Finding{Record: rec.ID, Span: rec.At("target")}
		rule := Find(rec.Rule)
		switch {
		case rule == nil:
			f.Rule, f.Span, f.Message = "invalid-value", rec.At("rule"), fmt.Sprintf("there is no rule %q", rec.Rule)
			f.Hint = "trustpress explain lists them"
		case strings.Contains(rec.Target.Text, "*"):
			f.Rule, f.Message, f.Hint = "invalid-value", "a waiver cannot match everything", "name one record or one file"
		case w.expired(rec):
			f.Rule, f.Span, f.Message = "expired-waiver", rec.At("expires"), fmt.Sprintf("this waiver of %s expired on %s", rec.Rule, rec.Expires)
			f.Hint = "mend what it accepts, or decide anew and give the reason again"
		case !rule.Waivable:
			f.Rule, f.Message, f.Hint = "unused-waiver", fmt.Sprintf("%s cannot be waived", rec.Rule), "mend what it reports"
		case !w.used[rec] && !unknown:
			f.Rule, f.Message, f.Hint = "unused-waiver", fmt.Sprintf("no finding of %s is about %q", rec.Rule, rec.Target.Text), "delete the waiver"
		default:
			continue
		}
		out = append(out, f)
	}
	return out
}
