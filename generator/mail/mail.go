// Package mail owns drafts of mail: a message as a file that a mail program opens for a person to send (RFC 5322).
//
// It refuses to send, and to write what only sending gives: a day, and to whom.
package mail

import (
	"bytes"
	"mime"
	"mime/quotedprintable"
	"net/mail"
	"strings"
)

// Message is a draft.
type Message struct {
	Name, From string // who sends it, and the address; without an address the sender's program fills it in
	Subject    string
	Language   string
	Text       string
}

// Bytes returns the draft as an .eml file. X-Unsent makes mail programs open it for writing.
func (m Message) Bytes() []byte {
	var out bytes.Buffer
	header := func(name, value string) { out.WriteString(folded(name+": "+value) + "\r\n") }
	if m.From != "" {
		from := (&mail.Address{Name: m.Name, Address: m.From}).String()
		header("From", from)
		header("Reply-To", from)
	}
	header("Subject", mime.QEncoding.Encode("utf-8", m.Subject))
	header("X-Unsent", "1")
	header("MIME-Version", "1.0")
	header("Content-Type", "text/plain; charset=utf-8")
	header("Content-Language", m.Language)
	header("Content-Transfer-Encoding", "quoted-printable")
	out.WriteString("\r\n")
	w := quotedprintable.NewWriter(&out)
	_, _ = w.Write([]byte(strings.ReplaceAll(m.Text, "\n", "\r\n"))) // a buffer takes everything
	_ = w.Close()
	return out.Bytes()
}

// most is how long a line of a header may be that holds an encoded word (RFC 2047 §2).
const most = 76

// folded breaks a header between its encoded words, and before the first if that makes the line too long.
func folded(header string) string {
	header = strings.ReplaceAll(header, "?= =?", "?=\r\n =?")
	if first, _, _ := strings.Cut(header, "\r\n"); len(first) > most {
		header = strings.Replace(header, ": =?", ":\r\n =?", 1)
	}
	return header
}

// Mbox returns drafts as one file of many (RFC 4155), for a mail program that imports such a file. The day of each is the first that
// the format can say, since none was sent.
func Mbox(messages []Message) []byte {
	var out bytes.Buffer
	for _, m := range messages {
		out.WriteString("From - Thu Jan  1 00:00:00 1970\n")
		text := strings.ReplaceAll(string(m.Bytes()), "\r\n", "\n")
		text = strings.ReplaceAll(text, "\nFrom ", "\n>From ")
		out.WriteString(strings.TrimRight(text, "\n") + "\n\n")
	}
	return out.Bytes()
}
