package handbook

import (
	"html/template"

	"trustpress/generator/audience"
	"trustpress/generator/history"
	"trustpress/generator/program"
)

// revisions is how a document came to be what it is: in the versions of the handbook, by its own account, and in version control.
type revisions struct {
	Versions  []edition
	Changelog []program.Revision
	Commits   []commit
	More      int      // commits that are not listed
	Notes     []string // what is to be known of them
	Today     string   // of an older version: the way to what is known today
}

// edition is a document in one version of the handbook.
type edition struct {
	Name, Date, Version string
	Href                string
	Current             bool // it is the version of this page
	Since               *since
}

// commit is one commit that touched the file of a document.
type commit struct {
	Hash    string
	Date    string // as its author wrote it
	Author  []template.HTML
	Subject string
	From    string // what the file was called before
}

// revisionsShown is the number of commits up to which a page lists them.
const revisionsShown = 50

func (s *sheet) revisions(rec program.Any, g *program.Governed) revisions {
	out := revisions{Versions: s.editions(rec), Changelog: g.Changelog}
	if !s.today() {
		today := s.library.shelf.volumes[0]
		if path := s.pageIn(today); path != "" {
			out.Today = s.across(today, path)
		}
		out.Notes = []string{s.say("history-archived", s.volume.released.Version)}
		return out
	}
	r := s.staff.Revisions(rec)
	for _, c := range r.Commits[:min(revisionsShown, len(r.Commits))] {
		out.Commits = append(out.Commits, s.revision(c))
	}
	out.More = len(r.Commits) - len(out.Commits)
	switch {
	case !r.Asked:
		out.Notes = append(out.Notes, s.say("history-none"))
	case !r.Known:
		out.Notes = append(out.Notes, s.say("history-unknown"))
	case r.Register:
		out.Notes = append(out.Notes, s.say("history-register"))
	}
	if r.Short {
		out.Notes = append(out.Notes, s.say("history-short"))
	}
	return out
}

func (s *sheet) revision(r audience.Revision) commit {
	out := commit{Hash: short(r.Commit.Hash), Subject: r.Commit.Headline(), From: r.From}
	if r.Veiled {
		out.Subject = s.say("restricted")
	}
	if !r.Commit.Authored.IsZero() {
		out.Date = r.Commit.Authored.Format("2006-01-02")
	}
	for _, who := range append([]history.Person{r.Commit.Author}, r.Commit.CoAuthors...) {
		out.Author = append(out.Author, s.author(who))
	}
	return out
}

// editions returns the versions of the handbook that have a document, the newest first, with what changed since the older ones.
func (s *sheet) editions(rec program.Any) []edition {
	now := s.outline(rec)
	volumes := s.library.shelf.volumes
	if now == nil || len(volumes) < 2 {
		return nil
	}
	var out []edition
	for _, t := range s.staff.Texts(rec) {
		v := s.volumeOf(&t)
		if v == nil || v.records[key(t.Kind, t.ID)] == nil {
			continue
		}
		e := edition{Name: s.versionName(v), Date: s.versionDate(v), Version: t.Version, Current: v == s.volume}
		if !e.Current {
			e.Href, e.Since = s.across(v, pathOf(t.Outline)), s.since(&t, now)
		}
		out = append(out, e)
	}
	return out
}
