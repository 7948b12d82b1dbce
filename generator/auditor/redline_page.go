package auditor

import (
	"html/template"

	"trustpress/generator/audience"
	"trustpress/generator/redline"
	"trustpress/generator/trace"
)

// redlinePage is two texts of a policy compared.
type redlinePage struct {
	Kind, ID, Title string
	From, To        side
	Lacks           bool // one of the texts is not at hand
	Written         bool // they are compared as they were written
	Counts          redline.Counts
	Changes         []redline.Change
	Text            template.HTML
}

// side is one of the two texts.
type side struct {
	Text     link
	From, To string // the days on which it was in force
	SHA256   digest
	Origin   string // "": nobody has it
	By       []approval
}

// changesFrom compares a text in force with the one before it.
func (w *writer) changesFrom(r *reign) func(view) any {
	return func(v view) any {
		was := v.side(r.of, r.before.Approvals, r.before)
		if before := r.of.reigned(r.before); before != nil {
			was.Text.Href = v.root + before.page()
		}
		is := v.side(r.of, r.Approvals, r.Held)
		is.Text.Href = v.root + r.page()
		return v.redline(r.of, was, is)
	}
}

// changesSince compares today's text of a policy with the one that was approved last.
func (w *writer) changesSince(r *ruled) func(view) any {
	return func(v view) any {
		last := v.Approved[r.policy].Last()
		was := v.side(r, []*trace.Approval{last}, &trace.Held{Version: last.Version, From: last.From(), Text: last.Text})
		is := side{Text: link{Title: v.text("auditor-text-stands"), Href: v.root + v.records[r.policy].page}, SHA256: digest(r.policy.SHA256)}
		return v.redline(r, was, is)
	}
}

// reigned returns the page of a text that was in force, or nil if it has none.
func (r *ruled) reigned(h *trace.Held) *reign {
	for _, reign := range r.reigns {
		if reign.Held == h {
			return reign
		}
	}
	return nil
}

func (v view) side(r *ruled, approvals []*trace.Approval, h *trace.Held) side {
	out := side{Text: link{Title: v.text("version-of-document", nameOf(h))}, From: h.From.String(), To: h.To.String(), SHA256: digest(approvals[0].SHA256)}
	for _, a := range approvals {
		out.By = append(out.By, v.approval(a, false))
	}
	return out
}

func (v view) redline(r *ruled, was, is side) redlinePage {
	out := redlinePage{Kind: v.text("kind-policy"), ID: r.id(), Title: r.title(), From: was, To: is}
	before, after := v.wordings[spoken{r, string(was.SHA256)}], v.wordings[spoken{r, string(is.SHA256)}]
	if before != nil {
		out.From.Origin = v.origin(before)
	}
	if after != nil {
		out.To.Origin = v.origin(after)
	}
	if out.Lacks = before == nil || after == nil; out.Lacks {
		return out
	}
	a, b := before.shown(), after.shown()
	if out.Written = before.HTML == "" || after.HTML == ""; out.Written {
		a, b = before.written(), after.written()
	}
	compared := redline.Compare(a, b)
	out.Counts, out.Changes = compared.Counts, audience.Changes(compared)
	out.Text = v.then(compared.HTML(audience.RedlineWords(func(key string) string { return v.text(key) }), ""))
	return out
}
