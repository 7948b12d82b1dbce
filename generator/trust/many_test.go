package trust_test

import (
	"fmt"
	"strings"
	"testing"
	"testing/fstest"
	"time"
)

// A report is held against all others, and a page of the list and of each report says so. Four times the reports may take four times as
// long, with room for a busy machine, and not sixty-four times.
func TestManyReportsAreToldInTheirTime(t *testing.T) {
	few, many := telling(t, 100), telling(t, 400)
	if many > 16*few+500*time.Millisecond {
		t.Errorf("100 reports took %v, and 400 took %v", few, many)
	}
}

func telling(t *testing.T, n int) time.Duration {
	t.Helper()
	var rows strings.Builder
	for i := range n {
		fmt.Fprintf(&rows, "[[report]]\nid = \"R-%d\"\ntitle = \"T\"\nkind = \"soc2\"\ntype = 2\nperiod = { from = 2025-01-01, to = 2025-12-31 }\nissued = 2026-02-20\n"+
			"public = { id = \"P-%d\", title = \"Report\", text = \"Text.\", fields = [\"kind\", \"type\", \"period\", \"issued\"] }\n", i, i)
		fmt.Fprintf(&rows, "[[report]]\nid = \"B-%d\"\ntitle = \"T\"\nkind = \"bridge-letter\"\ncovers = \"R-%d\"\nperiod = { from = 2026-01-01, to = 2026-02-28 }\nissued = 2026-03-01\n"+
			"public = { id = \"L-%d\", title = \"Letter\", text = \"Text.\", fields = [\"kind\", \"covers\", \"period\", \"issued\"] }\n", i, i, i)
	}
	site := small()
	site["content/reports.toml"] = &fstest.MapFile{Data: []byte(rows.String())}
	start := time.Now()
	if pages := center(t, site); !strings.Contains(pages[fmt.Sprintf("reports/p-%d/index.html", n-1)], "Letter") {
		t.Error("a report does not name its letter")
	}
	return time.Since(start)
}
