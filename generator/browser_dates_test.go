package generator_test

import (
	"strings"
	"testing"
)

// relabel gives the first statement that holds until a day another day and lets the script of the page look again. It says what the
// statement then says.
const relabel = `((day) => new Promise((done, failed) => {
	const one = document.querySelector(".standing [data-after]");
	one.dataset.after = day;
	const again = document.createElement("script");
	again.src = document.querySelector("script[src*='dates.js']").src;
	again.onload = () => done(one.textContent.trim() + "|" + one.className);
	again.onerror = failed;
	document.body.append(again);
}))`

// A page that nobody rebuilds says by itself that the day has passed until which a statement holds, and not before. Without a script the
// day is there to read.
func TestStatementsPastTheirDayAreRelabelled(t *testing.T) {
	for _, p := range samples(t) {
		if p.output != "trust" || p.template != "controls" || p.site != "en" {
			continue
		}
		t.Run(p.lang, func(t *testing.T) {
			until, past := "statement holds until 20", "held until 20"
			if p.lang == "sv" {
				until, past = "uppgiften gäller till och med 20", "gällde till och med 20"
			}
			ctx := tab(t)
			visit(t, ctx, onDisk(p.file()))
			if got := ask[string](t, ctx, relabel+`("2999-12-31")`); !strings.HasPrefix(got, until) || !strings.HasSuffix(got, "|") {
				t.Errorf("before the day: %q", got)
			}
			if got := ask[string](t, ctx, relabel+`("1999-12-31")`); !strings.HasPrefix(got, past) || !strings.HasSuffix(got, "|past") {
				t.Errorf("past the day: %q", got)
			}
		})
	}
}
