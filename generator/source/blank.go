package source

import (
	"regexp"
	"strings"
)

// blanks matches what starter documents put in brackets for a person to fill in.
var blanks = regexp.MustCompile(`(?i)^(` +
	`(insert|enter|add|your|our|name of|fill in|ange|infoga|fyll i|skriv|ert|er)( [\pL'’/-]+){1,6}` +
	`|(the )?(company|organi[sz]ation|employer|business|client|customer|entity|department|role|job title|approver|reviewer|owner|ceo|ciso|company|full` +
	`|email|e-mail|phone|contact|street|effective|approval|review|start|end|version|system|product|service|vendor)` +
	`('s|’s)?( (name|legal name|address|number|title|date|email|e-mail|here|owner|officer|role|url))` +
	`|(the )?(company|organi[sz]ation|employer|date|name|role|title|email|address|tbd|tba|todo|x{2,}|företaget|företagets namn|bolaget|bolagets namn` +
	`|organisationens namn|organisationen|namn|datum|befattning|roll|adress|e-postadress))$`)

var inBrackets = regexp.MustCompile(`\[[^\[\]\n]+\]`)

// Blanks returns where in a plain text blanks stand, brackets included.
func Blanks(text string) [][]int {
	if !strings.Contains(text, "[") {
		return nil
	}
	var out [][]int
	for _, at := range inBrackets.FindAllStringIndex(text, -1) {
		if blanks.MatchString(text[at[0]+1 : at[1]-1]) {
			out = append(out, at)
		}
	}
	return out
}
