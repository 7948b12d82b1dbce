package edit_test

import (
	"testing"

	"trustpress/generator/edit"
)

// What is not to change stays byte for byte, however the row is written.
func TestWithFields(t *testing.T) {
	const register = "# head\r\n[[request]]\r\nid = \"A\" # one\r\nitems = [\r\n  \"x]\", # ]\r\n  'y'\r\n]\r\nrequest = \"\"\"\r\ndue = 2026-01-01\r\n\"\"\"\r\ndue = 2026-02-02 # then\r\n\r\n[[request]]\r\nid = \"B\"\r\n"
	got, err := edit.WithFields("r.toml", []byte(register), "request", map[string]edit.Row{"A": {{Key: "items", Value: `["z"]`}, {Key: "due", Value: "2026-03-03"}, {Key: "status", Value: `"open"`}}, "B": {{Key: "due", Value: "2026-04-04"}}})
	want := "# head\r\n[[request]]\r\nid = \"A\" # one\r\nstatus = \"open\"\r\nitems = [\"z\"]\r\nrequest = \"\"\"\r\ndue = 2026-01-01\r\n\"\"\"\r\ndue = 2026-03-03 # then\r\n\r\n[[request]]\r\nid = \"B\"\r\ndue = 2026-04-04\r\n"
	if err != nil || string(got) != want {
		t.Errorf("got %q, %v", got, err)
	}
	for _, odd := range []string{"request = [{ id = \"A\", due = 2026-01-01 }]\n", "[[request]]\nid = \"A\"\n\"due\" = 2026-01-01\n"} {
		if got, err := edit.WithFields("r.toml", []byte(odd), "request", map[string]edit.Row{"A": {{Key: "due", Value: "2026-03-03"}}}); err == nil {
			t.Errorf("%q became %q", odd, got)
		}
	}
}

// Two commands that run at once read the same site: the second does not write what the first has written.
func TestARowIsAddedOnce(t *testing.T) {
	const register = "[[request]]\nid = \"REQ-1\"\n"
	for id, want := range map[string]bool{"REQ-1": false, "req-1": false, "REQ-2": true} {
		if _, err := edit.WithRows("r.toml", []byte(register), "request", edit.Row{{Key: "id", Value: edit.Quoted(id)}}); (err == nil) != want {
			t.Errorf("%s: got %v", id, err)
		}
	}
}
