package audience

import (
	"bytes"
	"regexp"
	"strings"

	"trustpress/generator/history"
	"trustpress/generator/program"
)

// veiled returns the names of the commits whose subjects staff may not read. A subject speaks of all that its commit changed. So it is told
// only where each file below the content root that the commit changed is one that staff may read, today and, of a document, as the commit
// found and left it; a register with one confidential row is no such file. Of what a merge brought in not all is known, and of a file that is
// gone nobody knows any more who was to read it.
func veiled(s *Staff) map[string]bool {
	out := map[string]bool{}
	log := s.edition.Past.History
	open, revisions := s.lineage(log)
	root := s.edition.Site.Content.Root + "/"
	log.Each(func(c *history.Commit, file string, merge bool) {
		if merge || strings.HasPrefix(file, root) && !open[file] {
			out[c.Hash] = true
		}
	})
	confidentialThen(log, revisions, out)
	return out
}

// lineage returns the files whose records staff may all read, by what they are called and by what they were, and the revisions of those that
// hold a document, file by file.
func (s *Staff) lineage(log *history.Log) (open map[string]bool, documents []history.Revision) {
	open = map[string]bool{}
	secret, read := s.secretFiles(), map[string]bool{}
	for _, rec := range s.edition.Program.Records() {
		_, document := rec.(program.Controlled)
		for _, file := range filesOf(rec.Base()) {
			if read[file] || secret[file] || !s.Sees(rec) {
				continue
			}
			read[file], open[file] = true, true
			known := log.Of(file)
			for _, r := range known {
				open[r.Path] = open[r.Path] || !secret[r.Path]
			}
			if document {
				documents = append(documents, known...)
			}
		}
	}
	return open, documents
}

// filesOf returns the files that say something of a record.
func filesOf(r *program.Record) []string {
	out := []string{r.Span.File}
	if r.Document != "" && r.Document != r.Span.File {
		out = append(out, r.Document)
	}
	for _, translation := range r.Translations {
		out = append(out, translation.Span.File)
	}
	return out
}

// confidentialThen adds the commits that found or left a text which says of itself that it is confidential, or which nobody can read here.
func confidentialThen(log *history.Log, revisions []history.Revision, out map[string]bool) {
	secret := make([]bool, len(revisions))
	err := log.Texts(revisions, func(i int, text []byte) error {
		secret[i] = text == nil && revisions[i].Blob != "" || saysConfidential(text)
		return nil
	})
	for i, r := range revisions {
		found := i+1 < len(revisions) && !r.Added && secret[i+1]
		if err != nil || secret[i] || found {
			out[r.Commit.Hash] = true
		}
	}
}

// classified finds a record that is classified so, in a register and in front matter of any form.
var classified = regexp.MustCompile(`(?i)classification["']?\s*[:=]\s*["']*confidential`)

// saysConfidential reports whether a text holds a record that is confidential. In front matter the word is enough, wherever it stands: a
// site may have a name of its own for the key.
func saysConfidential(text []byte) bool {
	text = bytes.TrimPrefix(text, []byte("\ufeff"))
	for _, fence := range []string{"---", "+++"} {
		if rest, fenced := bytes.CutPrefix(text, []byte(fence)); fenced {
			matter, _, _ := bytes.Cut(rest, []byte("\n"+fence))
			return bytes.Contains(bytes.ToLower(matter), []byte("confidential"))
		}
	}
	return classified.Match(text)
}
