package trust

import (
	"bytes"
	"encoding/json"
	"io"
	"net/url"
	"path"

	"trustpress/generator/diag"
	"trustpress/generator/output"
)

// download is a file that holds what a page shows, for spreadsheets and for programs.
type download struct {
	page  string // the path of the page that offers it
	path  string // below the folder of its language
	name  string // of its words
	lang  string // the one language that has it, if not every one
	bytes func(*sheet) ([]byte, error)
}

// downloads lists the files in the order in which a page offers them. One stands where its page does.
var downloads = []download{
	{page: subprocessorsPath, path: "subprocessors/subprocessors.csv", name: "download-csv", bytes: subprocessorsCSV},
	{page: subprocessorsPath, path: "subprocessors/subprocessors.json", name: "download-json", bytes: subprocessorsJSON},
	{page: subprocessorsPath, path: "subprocessors/underbitraden-skr.csv", name: "download-annex", lang: "sv", bytes: annexCSV},
	{page: questionsPath, path: "questions/questions.csv", name: "download-csv", bytes: questionsCSV},
	{page: euPath, path: "eu/facts.csv", name: "download-csv", bytes: factsCSV},
	{page: euPath, path: "eu/facts.json", name: "download-json", bytes: factsJSON},
}

// offers reports whether the trust center holds a file in the language of the center.
func (c *center) offers(d download) bool {
	return c.has(d.page) && (d.lang == "" || d.lang == c.Language)
}

// addDownloads adds the files of the pages that there are.
func (c *center) addDownloads(tree *output.Tree) {
	for _, d := range downloads {
		if !c.offers(d) {
			continue
		}
		tree.Add(c.folder(c.Language)+d.path, diag.Span{}, func(w io.Writer) error {
			s := c.sheet(page{path: d.page})
			text, err := d.bytes(s)
			if err == nil {
				err = s.err
			}
			if err != nil {
				return err
			}
			_, err = w.Write(text)
			return err
		})
	}
}

// downloads returns the files that the page offers.
func (s *sheet) downloads() []way {
	var out []way
	for _, d := range downloads {
		if d.page == s.page.path && s.offers(d) {
			href := (&url.URL{Path: s.root + s.folder(s.Language) + d.path}).String()
			out = append(out, way{What: s.say(d.name), Href: href, Shown: path.Base(d.path)})
		}
	}
	return out
}

// readableJSON writes a file for programs that a person can read too.
func readableJSON(content any) ([]byte, error) {
	var out bytes.Buffer
	w := json.NewEncoder(&out)
	w.SetEscapeHTML(false)
	w.SetIndent("", "  ")
	err := w.Encode(content)
	return out.Bytes(), err
}
