package mail_test

import (
	"bytes"
	"io"
	"mime"
	"mime/quotedprintable"
	netmail "net/mail"
	"strings"
	"testing"

	"trustpress/generator/mail"
)

// read takes a draft apart as a mail program does.
func read(t *testing.T, draft []byte) (netmail.Header, string) {
	t.Helper()
	m, err := netmail.ReadMessage(bytes.NewReader(draft))
	if err != nil {
		t.Fatal(err)
	}
	text, err := io.ReadAll(quotedprintable.NewReader(m.Body))
	if err != nil {
		t.Fatal(err)
	}
	return m.Header, strings.ReplaceAll(string(text), "\r\n", "\n")
}

func TestADraftIsReadAsItWasWritten(t *testing.T) {
	subject := "Nytt underbiträde: " + strings.Repeat("Skannverket i Borås AB ", 6)
	text := "Från den 1 december.\n\nFrom here on a line that is much longer than the seventy-six signs which a line of quoted-printable text may have, åäö.\n.\n"
	draft := mail.Message{Name: "Ånäs, AB", From: "privacy@example.com", Subject: subject, Language: "sv", Text: text}.Bytes()
	header, got := read(t, draft)
	if got != text {
		t.Errorf("the text is %q", got)
	}
	said, err := new(mime.WordDecoder).DecodeHeader(header.Get("Subject"))
	if err != nil || said != subject {
		t.Errorf("the subject is %q, %v", said, err)
	}
	from, err := header.AddressList("Reply-To")
	if err != nil || from[0].Name != "Ånäs, AB" || from[0].Address != "privacy@example.com" {
		t.Errorf("it is from %v, %v", from, err)
	}
	if header.Get("X-Unsent") != "1" || header.Get("Date") != "" || header.Get("To") != "" || header.Get("Content-Language") != "sv" {
		t.Errorf("its header is %v", header)
	}
	for line := range strings.SplitSeq(string(draft), "\r\n") {
		if len(line) > 76 || strings.ContainsAny(line, "\r\n") {
			t.Errorf("a line is %q", line)
		}
	}
}

// What a subject or a name holds cannot become a header.
func TestNothingBecomesAHeader(t *testing.T) {
	draft := mail.Message{Name: "A\r\nBcc: a@example.com", From: "x@example.com", Subject: "B\r\nBcc: b@example.com\r\n\r\nbody", Text: "c"}.Bytes()
	header, text := read(t, draft)
	if header.Get("Bcc") != "" || text != "c" {
		t.Errorf("%v, %q", header, text)
	}
}

func TestMbox(t *testing.T) {
	box := string(mail.Mbox([]mail.Message{{Subject: "One", Text: "From a\n"}, {Subject: "Two", Text: "b"}}))
	if strings.Count("\n"+box, "\nFrom ") != 2 || strings.Contains(box, "\r") || !strings.Contains(box, "\n>From a\n") {
		t.Errorf("got %q", box)
	}
}
