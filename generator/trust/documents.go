package trust

import (
	"net/url"
	"path"
	"strings"

	"trustpress/generator/audience"
)

// documentsData is the documents that customers may have, or ask for.
type documentsData struct {
	Lists []documentList
	Sums  []way // where the digests of the files stand, for a program
}

// documentList is the documents that a reader comes by in one way.
type documentList struct {
	Anchor, Title, About string
	Documents            []document
	Sealed               bool
}

// document is a document as a page shows it.
type document struct {
	statement
	audience.PublicDocument
	Href, Type, Size string
	Past             string // what is said once it has expired
	Ask              string // where one asks for it: a link that begins a letter, or a form
	NDA, Supersedes  *mention
	Superseded       []mention // those that have taken its place
}

// documents tells apart the documents that can be read, those that can be asked for, those that are there encrypted, and those in
// whose place another has come.
func documents(s *sheet) any {
	open := documentList{Anchor: "tp.open", Title: s.say("documents-open"), About: s.say("documents-open-about")}
	listed := documentList{Anchor: "tp.listed", Title: s.say("documents-listed"), About: s.say("documents-listed-about")}
	sealed := documentList{Anchor: "tp.sealed", Title: s.say("documents-sealed"), About: s.say("documents-sealed-about"), Sealed: true}
	past := documentList{Anchor: "tp.superseded", Title: s.say("documents-superseded"), About: s.say("documents-superseded-about")}
	for i := range s.Documents {
		one := s.document(&s.Documents[i], i)
		list := &listed
		switch {
		case len(one.Superseded) > 0:
			list = &past
		case one.Access == "open":
			list = &open
		case one.Access == "sealed":
			list = &sealed
		}
		list.Documents = append(list.Documents, one)
	}
	out := documentsData{Sums: s.sums()}
	for _, list := range []documentList{open, listed, sealed, past} {
		if len(list.Documents) > 0 {
			out.Lists = append(out.Lists, list)
		}
	}
	return out
}

func (s *sheet) document(d *audience.PublicDocument, n int) document {
	s.dated(d.Issued)
	out := document{statement: s.statement(d.PublicText, "document", n), PublicDocument: *d, Size: s.size(d.Size), NDA: s.documentNamed(s.documents.first(d.NDA)),
		Supersedes: s.documentNamed(s.documents.first(d.Supersedes))}
	if file := handedOut(d); file != "" {
		out.Href = (&url.URL{Path: s.root + file}).String()
		out.Type = strings.ToUpper(strings.TrimPrefix(path.Ext(file), "."))
	}
	if d.Access != "open" {
		out.Ask = s.request(d)
	}
	if d.Expires != "" {
		out.Past = s.say("expired-on", d.Expires)
	}
	for _, newer := range s.newer.all(d.ID) {
		out.Superseded = append(out.Superseded, *s.documentNamed(newer))
	}
	return out
}

// documentNamed returns a document by its name, or nil if there is none.
func (s *sheet) documentNamed(d *audience.PublicDocument) *mention {
	if d == nil {
		return nil
	}
	return &mention{Name: d.Title, Href: s.href(documentsPath, idAnchor(d.ID))}
}

// request returns where one asks for a document: a form that is told which, or a letter that is begun with what the answer needs.
func (s *sheet) request(d *audience.PublicDocument) string {
	if form := asked(s.Site.Requests, url.Values{"document": {d.ID}, "version": {d.Version}}); form != "" {
		return form
	}
	if s.Site.Requests == "" {
		return ""
	}
	return letter(s.Site.Requests, s.say("request-subject", d.Title), s.requestText(d))
}

func (s *sheet) requestText(d *audience.PublicDocument) string {
	var out strings.Builder
	for _, line := range [][2]string{{"field-document", d.Title}, {"field-version", d.Version}, {"field-sha256", d.SHA256}} {
		if line[1] != "" {
			out.WriteString(s.say(line[0]) + ": " + line[1] + "\n")
		}
	}
	out.WriteString("\n" + s.say("request-text"))
	if d.Access == "sealed" {
		out.WriteString("\n" + s.say("request-key"))
	}
	if d.NDA != "" {
		out.WriteString("\n" + s.say("request-nda"))
	}
	return out.String()
}
