package program

import (
	"crypto/sha256"
	"encoding/hex"
	"strings"

	"trustpress/generator/approval"
	"trustpress/generator/config"
	"trustpress/generator/node"
)

// Part is one field of a record by the digest of what it says, so that two forms of the record can be compared without their words.
type Part struct{ Field, Digest string }

// ofControl are the fields in which a control says what is done, by whom, how often and in what. What it is mapped to is not the control.
var ofControl = []string{"title", "description", "owner", "status", "frequency", "type", "mode", "systems"}

// parts returns what a control says, field by field, with its text as the last. How a text is broken into lines says nothing.
func parts(site *config.Site, r *Record, body string) []Part {
	var out []Part
	for _, key := range ofControl {
		n := r.Fields.Get(key)
		if n == nil {
			continue
		}
		said := spelled(n)
		for _, value := range parameters(site, said, "", "") {
			said += "\x00" + value.Name + "\x00" + value.Value
		}
		out = append(out, Part{key, shortDigest(said)})
	}
	if strings.TrimSpace(body) != "" {
		out = append(out, Part{"body", shortDigest(approval.Words("", "", body, parameters(site, "", "", body)))})
	}
	return out
}

// spelled writes a text, or a list of them, as one text.
func spelled(n *node.Node) string {
	if n.Kind != node.List {
		return strings.Join(strings.Fields(n.Text), " ")
	}
	var out strings.Builder
	for _, item := range n.Items {
		out.WriteString(spelled(item) + "\x00")
	}
	return out.String()
}

// shortDigest is as much of a SHA-256 as tells two forms of one field apart.
func shortDigest(said string) string {
	sum := sha256.Sum256([]byte(said))
	return hex.EncodeToString(sum[:8])
}

// Differ returns the fields that two forms of a record do not say alike, in the order of the newer one, then those that it has no more.
func Differ(older, newer []Part) []string {
	was := map[string]string{}
	for _, p := range older {
		was[p.Field] = p.Digest
	}
	var out []string
	for _, p := range newer {
		if digest, known := was[p.Field]; !known || digest != p.Digest {
			out = append(out, p.Field)
		}
		delete(was, p.Field)
	}
	for _, p := range older {
		if _, left := was[p.Field]; left {
			out = append(out, p.Field)
		}
	}
	return out
}
