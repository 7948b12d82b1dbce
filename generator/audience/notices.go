package audience

import (
	"cmp"

	"trustpress/generator/program"
	"trustpress/generator/trace"
)

// document returns a document, all of which is public, its id too. Where nobody wrote its digest and its size they are those of the
// file that is handed out.
func (s speaker) document(d *program.Document, text PublicText) PublicDocument {
	file := s.handedOut(d)
	return PublicDocument{PublicText: text, Version: d.Version, Issued: d.Issued.String(), Expires: d.Expires.String(), Access: d.Access,
		How: s.line(d.How, s.translation(d).How), File: file.Path, SHA256: cmp.Or(d.SHA256, file.SHA256), Size: cmp.Or(size(d.Size), file.Size),
		Supersedes: referred(d.Supersedes), NDA: referred(d.NDA)}
}

// handedOut returns the file of a document that stands in the trust center itself. Of one that is listed the site holds at most a
// name, and nothing is told of what lies there.
func (s speaker) handedOut(d *program.Document) trace.File {
	if file := s.Files[d]; file.Present && d.Hosted() {
		return file
	}
	return trace.File{}
}

// update returns a notice, all of which is public, its id too.
func (s speaker) update(u *program.Update, text PublicText) PublicUpdate {
	t := s.translation(u)
	return PublicUpdate{PublicText: text, Class: u.Class, Published: u.Published.String(), Effective: u.Effective.String(), Expires: u.Expires.String(),
		OccurredOn: u.OccurredOn.String(), ResolvedOn: u.ResolvedOn.String(), Severity: s.line(u.Severity, t.Severity),
		Affects: s.list(u.Affects, t.Affects), Corrects: referred(u.Corrects)}
}

// question returns a question whose title is the question itself.
func (s speaker) question(q *program.Question, text PublicText) PublicQuestion {
	if asked := oneLine(q.Question); asked != "" && s.translation(q).Title == "" {
		text.Title, text.TitleLang = asked, s.foreign(false)
	}
	out := PublicQuestion{PublicText: text, Topic: q.Topic, Refs: q.Refs}
	out.Criteria = s.keys(q.Criteria)
	for _, c := range q.Controls {
		if id := referred(c); id != "" {
			out.Controls = append(out.Controls, id)
		}
	}
	return out
}

func (s speaker) claim(c *program.Claim, text PublicText) PublicClaim {
	out := PublicClaim{PublicText: text, Section: c.Section, Topic: c.Topic, Scope: s.line(c.Scope, s.translation(c).Scope), Refs: c.Refs}
	out.Criteria = s.keys(c.Criteria)
	return out
}
