package node

import (
	"bytes"
	"fmt"
	"regexp"
	"strconv"
	"strings"

	"go.yaml.in/yaml/v3"

	"trustpress/generator/diag"
)

// YAML reads the bytes of file from start to end as one YAML mapping, or as JSON, which is YAML too. What does not parse, an
// alias or a duplicate key is a finding of the given rule; the tree then holds what could be read, and is never nil.
func YAML(file *diag.File, start, end int, rule string) (*Node, []diag.Finding) {
	if n, ok := readFlat(file, start, end); ok {
		return n, nil
	}
	return readYAML(file, start, end, rule)
}

func readYAML(file *diag.File, start, end int, rule string) (*Node, []diag.Finding) {
	r := yamlReader{file: file, text: file.Text[start:end], rule: rule}
	r.part = diag.NewFile(file.Name, r.text)
	r.shift = start
	root := Empty(file.Span(start, start))
	var doc yaml.Node
	if err := yaml.Unmarshal(r.text, &doc); err != nil {
		r.syntax(err)
		return root, r.findings
	}
	if len(doc.Content) == 0 {
		return root, nil
	}
	n := r.node(doc.Content[0])
	if n.Kind == Null {
		return root, r.findings
	}
	if n.Kind != Map {
		r.fail(n.Span, "front matter is "+n.Kind.String()+" and not a table of keys", "write one \"key: value\" a line")
		return root, r.findings
	}
	return n, r.findings
}

type yamlReader struct {
	file     *diag.File
	part     *diag.File // the YAML alone, for the parser's own lines
	text     []byte
	shift    int // offset of text in file
	rule     string
	aliased  bool
	findings []diag.Finding
}

func (r *yamlReader) fail(at diag.Span, message, hint string) {
	r.findings = append(r.findings, diag.Finding{Rule: r.rule, Span: at, Message: message, Hint: hint})
}

var yamlLine = regexp.MustCompile(`^yaml: (?:line (\d+): )?(.*)$`)

// syntax reports a parse error at the line that the parser names.
func (r *yamlReader) syntax(err error) {
	message := strings.SplitN(err.Error(), "\n", 2)[0]
	line := 1
	if m := yamlLine.FindStringSubmatch(message); m != nil {
		message = m[2]
		if n, err := strconv.Atoi(m[1]); err == nil {
			line = n
		}
		if strings.HasPrefix(message, "did not find expected") { // the parser counts lines from 0 here, its scanner from 1
			line++
		}
	}
	at := r.shift + r.part.Offset(line, 1)
	hint := ""
	if strings.HasPrefix(message, "mapping values are not allowed") {
		hint = "put quotation marks around text that holds a colon and a blank"
	}
	r.fail(r.file.Span(at, at+len(r.part.Line(line))), "this YAML does not parse: "+message, hint)
}

func (r *yamlReader) node(y *yaml.Node) *Node {
	start := r.part.Offset(y.Line, y.Column)
	switch y.Kind {
	case yaml.MappingNode:
		return r.mapping(y, start)
	case yaml.SequenceNode:
		n := &Node{Kind: List, Span: r.span(start, start+1)}
		for _, item := range y.Content {
			n.Items = append(n.Items, r.node(item))
		}
		return n
	case yaml.AliasNode:
		n := &Node{Kind: Null, Span: r.span(start, start+1+len(y.Value))}
		if !r.aliased { // one is enough to know that they are not read
			r.fail(n.Span, fmt.Sprintf("the YAML alias *%s is not read", y.Value), "write the value out")
		}
		r.aliased = true
		return n
	}
	return r.scalar(y, start)
}

func (r *yamlReader) mapping(y *yaml.Node, start int) *Node {
	n := &Node{Kind: Map, Span: r.span(start, start+1)}
	seen := map[string]diag.Span{}
	for i := 0; i+1 < len(y.Content); i += 2 {
		key := r.node(y.Content[i])
		if key.Kind == List || key.Kind == Map || key.Kind == Null {
			r.fail(key.Span, "a key must be a word", "quote it if it is meant as text")
			continue
		}
		if first, dup := seen[key.Text]; dup {
			r.findings = append(r.findings, duplicate(r.rule, key.Text, key.Span, first))
			continue
		}
		seen[key.Text] = key.Span
		n.Pairs = append(n.Pairs, Pair{key.Text, key.Span, r.node(y.Content[i+1])})
	}
	return n
}

func duplicate(rule, key string, at, first diag.Span) diag.Finding {
	return diag.Finding{Rule: rule, Span: at, Message: fmt.Sprintf("the key %q stands twice", key), Hint: "keep one of them",
		Related: []diag.Related{{Span: first, Message: "it stands here first"}}}
}

var yamlKinds = map[string]Kind{"!!null": Null, "!!int": Number, "!!float": Number, "!!bool": Bool, "!!timestamp": Date}

func (r *yamlReader) scalar(y *yaml.Node, start int) *Node {
	n := &Node{Kind: String, Text: y.Value}
	if k, ok := yamlKinds[y.ShortTag()]; ok && y.Style&(yaml.DoubleQuotedStyle|yaml.SingleQuotedStyle) == 0 {
		n.Kind = k
	}
	if n.Kind == Null {
		n.Text = ""
	}
	inner, end := r.extent(y, start)
	n.Span = r.span(start, end)
	if inner >= 0 {
		n.Inner = r.origin(y, inner)
	}
	return n
}

// extent finds where a scalar's text begins, or -1 if the file does not hold it byte for byte, and where the scalar ends.
func (r *yamlReader) extent(y *yaml.Node, start int) (inner, end int) {
	rest := r.text[start:]
	line := len(bytes.TrimRight(r.part.Line(y.Line), " \t")) + r.part.Offset(y.Line, 1)
	switch {
	case y.Style&(yaml.LiteralStyle|yaml.FoldedStyle) != 0:
		return r.block(y), max(start+1, line)
	case y.Style&(yaml.DoubleQuotedStyle|yaml.SingleQuotedStyle) != 0:
		if len(rest) > len(y.Value)+1 && string(rest[1:1+len(y.Value)]) == y.Value && rest[1+len(y.Value)] == rest[0] {
			return start + 1, start + 2 + len(y.Value)
		}
		return -1, max(start+1, line)
	case bytes.HasPrefix(rest, []byte(y.Value)):
		return start, start + len(y.Value)
	}
	return -1, max(start, line)
}

// block returns the offset of the first text byte of a literal block, whose lines run in step with the file.
func (r *yamlReader) block(y *yaml.Node) int {
	if y.Style&yaml.LiteralStyle == 0 {
		return -1
	}
	first := strings.SplitN(y.Value, "\n", 2)[0]
	line := r.part.Line(y.Line + 1)
	indent := len(line) - len(first)
	if first == "" || indent < 0 || string(line[indent:]) != first {
		return -1
	}
	return r.part.Offset(y.Line+1, 1) + indent
}

func (r *yamlReader) origin(y *yaml.Node, inner int) Origin {
	at := r.span(inner, inner)
	o := Origin{Line: at.Line, Column: at.Column}
	if y.Style&yaml.LiteralStyle != 0 {
		o.Indent = at.Column - 1
	}
	return o
}

func (r *yamlReader) span(start, end int) diag.Span { return r.file.Span(r.shift+start, r.shift+end) }
