package spreadsheet

import (
	"archive/zip"
	"bytes"
	"errors"
	"fmt"
	"html"
	"io"
	"maps"
	"slices"
	"strings"
	"time"
)

// parts is the ZIP that an XLSX file is. What is done here is done because of the library. It hands over the sheets in the order of a
// map, which is another one each time: here they get one order, and one date. And it looks through all links of a sheet for
// each new one, ten thousand rows long: here they are written at once.
type parts struct {
	*zip.Writer
	on    time.Time
	links map[string][]link // by the name of the part that the sheet is
	texts map[string]*bytes.Buffer
}

func newParts(to io.Writer, on time.Time, linked map[int][]link) *parts {
	p := &parts{zip.NewWriter(to), on.UTC(), map[string][]link{}, map[string]*bytes.Buffer{}}
	for n, links := range linked {
		p.links[fmt.Sprintf("%ssheet%d.xml", sheetFolder, n)] = links
	}
	return p
}

// The names of parts.
const (
	contentTypes = "[Content_Types].xml" // it says what the others are, and programs that tell a file by its beginning look for it there
	sheetFolder  = "xl/worksheets/"
)

// setByHand marks the height of a row as one that somebody chose. Ours are worked out, and are to grow with what is typed in. The sign
// for a quotation mark is escaped in a text, so what is found is a mark.
const setByHand = ` customHeight="1"`

// Create takes a part in.
func (p *parts) Create(name string) (io.Writer, error) {
	p.texts[name] = &bytes.Buffer{}
	return p.texts[name], nil
}

// Close writes the parts.
func (p *parts) Close() error {
	first := p.texts[contentTypes]
	if first == nil {
		return errors.New("the workbook has no " + contentTypes)
	}
	delete(p.texts, contentTypes)
	if err := p.write(contentTypes, first.Bytes()); err != nil {
		return err
	}
	for _, name := range slices.Sorted(maps.Keys(p.texts)) {
		if err := p.part(name); err != nil {
			return err
		}
		delete(p.texts, name)
	}
	return p.Writer.Close()
}

func (p *parts) part(name string) error {
	text, links := p.texts[name].Bytes(), p.links[name]
	if strings.HasPrefix(name, sheetFolder) {
		text = bytes.ReplaceAll(text, []byte(setByHand), nil)
	}
	if len(links) == 0 {
		return p.write(name, text)
	}
	at := bytes.LastIndex(text, []byte(behindLinks))
	if at < 0 {
		return fmt.Errorf("the part %s has no %s>", name, behindLinks)
	}
	here, addresses := linksXML(links)
	if err := p.write(name, text[:at], here, text[at:]); err != nil {
		return err
	}
	return p.write(sheetFolder+"_rels/"+strings.TrimPrefix(name, sheetFolder)+".rels", addresses)
}

// behindLinks is what follows the links of a sheet. Each sheet has one, because each has a layout for print.
const behindLinks = "<pageSetup"

// linksXML returns the links as a sheet lists them, and the addresses that they name, each once.
func linksXML(links []link) (here, addresses []byte) {
	var list, targets strings.Builder
	ids := map[string]int{}
	for _, l := range links {
		if l.address == "" {
			fmt.Fprintf(&list, `<hyperlink ref="%s" location="%s"/>`, l.from, html.EscapeString(l.place))
			continue
		}
		if ids[l.address] == 0 {
			ids[l.address] = len(ids) + 1
			fmt.Fprintf(&targets, `<Relationship Id="rId%d" Type="%s/hyperlink" Target="%s" TargetMode="External"/>`, len(ids), relationships, html.EscapeString(l.address))
		}
		fmt.Fprintf(&list, `<hyperlink ref="%s" r:id="rId%d"/>`, l.from, ids[l.address])
	}
	return []byte(`<hyperlinks>` + list.String() + `</hyperlinks>`),
		[]byte(xmlHead + `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">` + targets.String() + `</Relationships>`)
}

const (
	xmlHead       = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>` + "\n"
	relationships = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
)

func (p *parts) write(name string, text ...[]byte) error {
	to, err := p.CreateHeader(&zip.FileHeader{Name: name, Method: zip.Deflate, Modified: p.on})
	if err != nil {
		return err
	}
	for _, t := range text {
		if _, err := to.Write(t); err != nil {
			return err
		}
	}
	return nil
}
