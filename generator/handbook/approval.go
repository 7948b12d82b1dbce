package handbook

import (
	"cmp"
	"html/template"
	"strings"

	"trustpress/generator/history"
	"trustpress/generator/program"
	"trustpress/generator/trace"
)

// approval is the record that a person approved one text of a policy, as a row of a table.
type approval struct {
	Version string
	On      string
	By      template.HTML
	Tie     template.HTML // what ties it to the person, or why nothing does
	Text    passage
	SHA256  string
}

// approvals returns what is recorded of the approvals of a policy, the newest first. Of a record that staff may not read it says that it is
// there.
func (s *sheet) approvals(p *program.Policy) []approval {
	var out []approval
	for _, a := range s.staff.Approved(p).Approvals {
		if !s.staff.Sees(a.Approval) {
			out = append(out, approval{By: text(s.say("restricted")).HTML})
			continue
		}
		out = append(out, approval{Version: a.Version, On: a.On.String(), By: s.approver(a), Tie: s.tie(a), Text: s.passage(a.Text), SHA256: a.SHA256})
	}
	return out
}

// approver names who approved a text.
func (s *sheet) approver(a *trace.Approval) template.HTML {
	switch {
	case !s.staff.Sees(a.Approval):
		return text(s.say("restricted")).HTML
	case a.By.To == nil:
		return s.absent()
	}
	return s.name(a.By.To, "").HTML()
}

// ties are the words for what ties an approval to its person, but for those that name a commit.
var ties = map[string]string{trace.BySignature: "tie-signature", trace.WrongSignature: "tie-no-signature", trace.Uncommitted: "tie-uncommitted",
	trace.Unknown: "tie-unknown"}

// tie says what ties an approval to its person, or why nothing does.
func (s *sheet) tie(a *trace.Approval) template.HTML {
	seen := a.By.To != nil && s.staff.Sees(a.By.To) // of others neither the key nor what is wrong with it
	switch {
	case a.How == trace.BySignature && seen:
		return words(s.say("tie-signature"), code(a.Key))
	case a.How == trace.WrongSignature && seen:
		return s.state("tie-no-signature") + ` <span lang="en">` + text(a.Fault).HTML + "</span>"
	case a.How == trace.WrongSignature:
		return s.state("tie-no-signature")
	case a.How == trace.ByCommit:
		return words(s.say("tie-commit"), s.commit(a.Commit))
	case a.How == trace.Recorded:
		return words(s.say("tie-recorded"), s.author(a.Commit.Author), text(s.say("tie-for")).HTML, s.approver(a)) + ", " + s.commit(a.Commit)
	case !s.today():
		return text(s.say("tie-archived")).HTML
	}
	return text(s.say(cmp.Or(ties[a.How], "tie-unknown"))).HTML
}

// commit shows a commit by its short name.
func (s *sheet) commit(c *history.Commit) template.HTML {
	return words(s.say("commit-of"), code(short(c.Hash)))
}

// shortHash is how many digits of a commit's name are shown.
const shortHash = 10

func short(hash string) string { return hash[:min(shortHash, len(hash))] }

// author names who wrote a commit: by the record of a person, if one gives the address, and else by the name in the commit. The address
// itself is not shown.
func (s *sheet) author(who history.Person) template.HTML {
	known := s.authors()
	p := known[strings.ToLower(who.Email)]
	if p == nil {
		p = known[strings.ToLower(who.Name)]
	}
	if p == nil {
		return text(who.Name).HTML
	}
	return s.name(p, "").HTML()
}

// words puts words and finished parts into a line.
func words(said string, parts ...template.HTML) template.HTML {
	out := text(said).HTML
	for _, part := range parts {
		out += " " + part
	}
	return out
}

func code(words string) template.HTML {
	return "<code>" + template.HTML(template.HTMLEscapeString(words)) + "</code>"
}
