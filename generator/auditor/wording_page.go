package auditor

import (
	"html"
	"html/template"
	"path"
	"strings"

	"trustpress/generator/audience"
	"trustpress/generator/program"
	"trustpress/generator/theme"
	"trustpress/generator/trace"
)

// wordingPages lists the page of all policies in force, and of each text that was: how it read, and what changed from the one before.
func (w *writer) wordingPages() []page {
	out := []page{{path: inForcePage, template: "in-force", title: w.text("policies-in-force"), data: w.inForce, sheets: []string{"chart"}}}
	for _, r := range w.ruled {
		for _, reign := range r.reigns {
			title := strings.TrimSpace(r.id() + " " + versionOf(reign.Held))
			out = append(out, page{path: reign.page(), template: "wording", title: title, data: w.reignPage(reign)})
			if reign.before != nil {
				out = append(out, page{path: reign.changes(), template: "redline", title: w.text("changes-of", title), data: w.changesFrom(reign), sheets: []string{"redline"}})
			}
		}
		if r.changed(w.Auditor) {
			out = append(out, page{path: r.sinceApproval(), template: "redline", title: w.text("changes-of", r.id()), data: w.changesSince(r), sheets: []string{"redline"}})
		}
	}
	return out
}

// reignPage is a text that was in force.
type reignPage struct {
	Kind, ID, Title string
	Version         string
	Policy, InForce link
	Held            held
	Approvals       []approval
	From            string // where the text comes from; "": nobody has it
	Words           link
	Originals       []link // what it was written in
	Changes         *link  // from the text before
	Text            template.HTML
	Source          bool // of which there is no other form
}

func (w *writer) reignPage(r *reign) func(view) any {
	return func(v view) any {
		out := reignPage{Kind: v.text("auditor-text-in-force"), ID: r.of.id(), Title: r.of.title(), Version: versionOf(r.Held), Policy: v.ruledLink(r.of),
			InForce: v.inForceLink(), Held: v.heldRow(r.Held, r.of), Changes: v.changesLink(r)}
		for _, a := range r.Approvals {
			out.Approvals = append(out.Approvals, v.approval(a, false))
		}
		if text := v.wording(r); text != nil {
			v.tell(&out, r, text)
		}
		return out
	}
}

// tell fills in a text that is at hand.
func (v view) tell(out *reignPage, r *reign, text *wording) {
	files := v.filesOf(r)
	out.From, out.Words, out.Originals = v.origin(text), files[0], files[1:]
	out.Text, out.Source = v.then(text.shown()), text.HTML == ""
}

// origin says where a text comes from.
func (v view) origin(text *wording) string {
	switch {
	case text.in != nil:
		return v.text("auditor-from-version", text.in.Version, text.in.Date.String())
	case text.commit != nil:
		return v.text("auditor-from-commit", text.commit.Hash)
	}
	return v.text("auditor-from-today", v.AsOf.String())
}

// shown returns a text as it is shown and compared: as readers saw it, or, where that is not at hand, as it was written.
func (t *wording) shown() string {
	if t.HTML == "" {
		return t.written()
	}
	return theme.Embed(t.HTML, "", 1)
}

// written returns a text as its author wrote it.
func (t *wording) written() string {
	var out strings.Builder
	for _, o := range t.Originals {
		out.WriteString("<pre><code>" + html.EscapeString(string(o.Text)) + "</code></pre>\n")
	}
	return out.String()
}

// then returns an old text with its references as links, where they lead to something that the bundle has.
func (v view) then(text string) template.HTML {
	return theme.Readable(audience.Resolve(text, v.way), v.text("table-scroll"))
}

// way returns where an id, be it one of before, or a heading of it is to be found, or "".
func (v view) way(id, slug string) string {
	for _, rec := range []program.Any{v.Record(id), v.Formerly(id)} {
		if rec != nil {
			return v.root + v.records[rec].href(slug)
		}
	}
	if c := v.Catalogues.Find(id).Criterion; c != nil && v.criteria[c] != "" {
		return v.root + v.criteria[c]
	}
	return ""
}

// ruledLink returns the way to a policy. One that is gone has no page.
func (v view) ruledLink(r *ruled) link {
	if r.policy != nil {
		return v.record(r.policy)
	}
	return link{ID: r.id(), Title: r.title()}
}

// changesLink returns the way to what changed from the text before, or nil if none is known.
func (v view) changesLink(r *reign) *link {
	if r.before == nil {
		return nil
	}
	return &link{Title: v.text("auditor-changed-from", nameOf(r.before)), Href: v.root + r.changes()}
}

// nameOf is what a text is called where it stands beside others: its version, or else the day from which it was in force.
func nameOf(h *trace.Held) string {
	if version := versionOf(h); version != "" {
		return version
	}
	return h.From.String()
}

func (v view) inForceLink() link {
	return link{Title: v.text("policies-in-force"), Href: v.root + inForcePage}
}

// digestsLink returns the way to the approved digests, if there are any.
func (v view) digestsLink() []link {
	if len(v.approvedDigests()) == 0 {
		return nil
	}
	return []link{{ID: path.Base(approvedPath), Href: v.root + approvedPath}}
}
