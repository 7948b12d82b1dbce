package theme

import (
	"html/template"
	"text/template/parse"
)

// fold writes the words that a page always says into its templates, once, so that rendering a page does not look each of them
// up again. A word that depends on the page stays a call; without arguments, a plain one.
func (t *Theme) fold(tmpl *template.Template, lang string) error {
	for _, part := range tmpl.Templates() {
		if part.Tree == nil || part.Tree.Root == nil {
			continue
		}
		if err := t.foldList(part.Tree.Root, lang); err != nil {
			return err
		}
	}
	return nil
}

func (t *Theme) foldList(list *parse.ListNode, lang string) error {
	if list == nil {
		return nil
	}
	for i, n := range list.Nodes {
		if action, ok := n.(*parse.ActionNode); ok {
			said, fixed, err := t.said(action.Pipe, lang)
			if err != nil {
				return err
			}
			if fixed {
				list.Nodes[i] = &parse.TextNode{NodeType: parse.NodeText, Pos: n.Position(), Text: []byte(template.HTMLEscapeString(said))}
			}
		}
		if err := t.foldBranches(n, lang); err != nil {
			return err
		}
	}
	return nil
}

func (t *Theme) foldBranches(n parse.Node, lang string) error {
	var b *parse.BranchNode
	switch n := n.(type) {
	case *parse.IfNode:
		b = &n.BranchNode
	case *parse.RangeNode:
		b = &n.BranchNode
	case *parse.WithNode:
		b = &n.BranchNode
	default:
		return nil
	}
	if err := t.foldList(b.List, lang); err != nil {
		return err
	}
	return t.foldList(b.ElseList, lang)
}

// said returns what a call of word with one constant key says. Of a call with one changing key it makes one that is cheaper.
func (t *Theme) said(pipe *parse.PipeNode, lang string) (string, bool, error) {
	if len(pipe.Cmds) != 1 || len(pipe.Decl) > 0 || len(pipe.Cmds[0].Args) != 2 {
		return "", false, nil
	}
	name, ok := pipe.Cmds[0].Args[0].(*parse.IdentifierNode)
	if !ok || name.Ident != "word" {
		return "", false, nil
	}
	key, ok := pipe.Cmds[0].Args[1].(*parse.StringNode)
	if !ok {
		name.Ident = "bareword"
		return "", false, nil
	}
	said, err := t.Word(lang, key.Text)
	return said, true, err
}
