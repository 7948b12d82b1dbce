package auditor

import (
	"fmt"
	"io"
	"io/fs"
	"path"
	"strings"

	"trustpress/generator/audience"
	"trustpress/generator/bag"
	"trustpress/generator/history"
	"trustpress/generator/program"
	"trustpress/generator/trace"
)

// wording is an approved text that is at hand, and where it comes from: a version of the handbook, a commit, or else today's content.
type wording struct {
	audience.Wording
	in     *trace.Version
	commit *history.Commit
}

// spoken names a text of a policy.
type spoken struct {
	of     *ruled
	sha256 string
}

// wanted is a text that some page shows or compares.
type wanted struct {
	spoken
	text *trace.Text // nil: no version has it
}

// wants lists the texts that pages show or compare, each once: those in force, the ones before them, and where today's text is another one,
// that and the one approved last.
func (w *writer) wants() []wanted {
	var out []wanted
	seen := map[spoken]bool{}
	want := func(of *ruled, sha256 string, text *trace.Text) {
		if s := (spoken{of, sha256}); !seen[s] {
			seen[s] = true
			out = append(out, wanted{s, text})
		}
	}
	for _, r := range w.ruled {
		for _, reign := range r.reigns {
			want(r, reign.sha256(), reign.Text)
			if b := reign.before; b != nil {
				want(r, b.Approvals[0].SHA256, b.Text)
			}
		}
		if r.changed(w.Auditor) {
			last, now := w.Approved[r.policy].Last(), program.OutlineOf(r.policy)
			want(r, last.SHA256, last.Text)
			want(r, now.SHA256, &trace.Text{Outline: &now})
		}
	}
	return out
}

// collect gets the texts that are at hand. A version is opened once, and let go before the next one is.
func (w *writer) collect(fsys fs.FS) error {
	w.wordings = map[spoken]*wording{}
	in, lost := map[*trace.Version][]wanted{}, map[*program.Policy][]wanted{}
	for _, want := range w.wants() {
		if want.text != nil {
			in[want.text.In] = append(in[want.text.In], want)
		} else if p := want.of.policy; p != nil {
			lost[p] = append(lost[p], want)
		}
	}
	w.take(in[nil], nil, w.Wordings(fsys, idsOf(in[nil])))
	for _, v := range w.Past.Versions {
		if len(in[v]) == 0 || w.Older == nil {
			continue
		}
		texts, err := w.Older(v, idsOf(in[v]))
		if err != nil {
			return err
		}
		w.take(in[v], v, texts)
	}
	w.remember(lost)
	return nil
}

func idsOf(of []wanted) []string {
	out := make([]string, len(of))
	for i, want := range of {
		out[i] = want.text.ID
	}
	return out
}

// take keeps the texts of a version that are those that were approved.
func (w *writer) take(of []wanted, in *trace.Version, texts map[string]audience.Wording) {
	for _, want := range of {
		if text, ok := texts[want.text.ID]; ok && text.SHA256() == want.sha256 {
			w.wordings[want.spoken] = &wording{Wording: text, in: in}
		}
	}
}

// remember looks in the history of the policies' files for texts that no version has.
func (w *writer) remember(lost map[*program.Policy][]wanted) {
	if len(lost) == 0 {
		return
	}
	digests := map[*program.Policy][]string{}
	for p, all := range lost {
		for _, want := range all {
			digests[p] = append(digests[p], want.sha256)
		}
	}
	recalled := w.Recall(digests)
	for p, all := range lost {
		for _, want := range all {
			if r, ok := recalled[p][want.sha256]; ok {
				text := audience.Wording{Words: r.Words, Originals: []program.Original{{Name: r.Path, Text: r.Text}}}
				w.wordings[want.spoken] = &wording{Wording: text, commit: r.Commit}
			}
		}
	}
}

// wording returns the text of a reign, or nil if nobody has it.
func (w *writer) wording(r *reign) *wording { return w.wordings[spoken{r.of, r.sha256()}] }

// copies lists the files of every text in force, its words and what the policy was written in, and the digests that were approved.
func (w *writer) copies() ([]bag.Entry, error) {
	var out []bag.Entry
	if digests := w.approvedDigests(); len(digests) > 0 {
		out = append(out, entry(approvedPath, digests))
	}
	for _, r := range w.ruled {
		for _, reign := range r.reigns {
			text := w.wording(reign)
			if text == nil {
				continue
			}
			paths, err := reign.originals(text)
			if err != nil {
				return nil, err
			}
			out = append(out, bag.Entry{Path: "data/" + reign.words(), Write: func(to io.Writer) error {
				_, err := io.WriteString(to, text.Words)
				return err
			}})
			for i, o := range text.Originals {
				out = append(out, entry(paths[i], o.Text))
			}
		}
	}
	return out, nil
}

// approvedPath is where the approved digests stand beside the names of the words that have them, as `sha256sum -c` reads it from the folder
// of the manifest.
const approvedPath = "policies/in-force/approved.sha256"

// approvedDigests lists the digests that approvals state, and not those of the files: that they are the same is what there is to check.
func (w *writer) approvedDigests() []byte {
	var out []byte
	for _, r := range w.ruled {
		for _, reign := range r.reigns {
			if w.wording(reign) != nil {
				out = fmt.Appendf(out, "%s  data/%s\n", reign.sha256(), reign.words())
			}
		}
	}
	return out
}

// originals names what a text was written in by its version: "policies/pol-ac/4.1/4.1.md".
func (r *reign) originals(text *wording) ([]string, error) {
	names := make([]string, len(text.Originals))
	for i, o := range text.Originals {
		names[i] = path.Base(r.folder) + path.Ext(o.Name)
	}
	paths, err := bag.Namer{Folder: "data/" + r.folder, Taken: []string{"index.html", wordsFile, changesFolder}}.Names(names)
	for i := range paths {
		paths[i] = strings.TrimPrefix(paths[i], "data/")
	}
	return paths, err
}
