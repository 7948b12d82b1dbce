package check

import (
	"path"
	"slices"
	"strings"

	"trustpress/generator/diag"
)

var imageWithoutFacts = &Rule{
	Rule: diag.Rule{Code: "TP413", Name: "image-without-facts", Severity: diag.Warning, Blocks: nothing, Waivable: true,
		Says: "a screenshot with no companion export or facts"},
	Why: `A picture can be cropped, is hard to search, and shows one moment. Keep the export of the same screen beside it and name it under
companion, or write in the description what is to be seen: system, user, date, setting. The picture
is handed on byte for byte, with all that a camera or a program wrote into it, such as a place or a name; days in it prove nothing.`,
	Base: auditedSite,
	Bad: `-- content/evidence.toml --
[[evidence]]
id = "EV-AC-02-2026"
title = "Sign-in settings"
controls = ["AC-02"]
kind = "screenshot"
source = "AC-02_settings_2026-03-31.png"
system = "Identity provider, production"
query = "Settings, Sign-in"
collected_at = 2026-03-31T15:04:00+02:00
collected_by = "PER-anna"
method = "manual"
occurred_on = 2026-03-31
-- content/evidence/files/AC-02_settings_2026-03-31.png --
(the picture)
`,
	Good: `-- content/evidence.toml --
[[evidence]]
id = "EV-AC-02-2026"
title = "Sign-in settings"
controls = ["AC-02"]
kind = "screenshot"
source = "AC-02_settings_2026-03-31.png"
system = "Identity provider, production"
query = "Settings, Sign-in"
collected_at = 2026-03-31T15:04:00+02:00
collected_by = "PER-anna"
method = "manual"
occurred_on = 2026-03-31
companion = "AC-02_settings_2026-03-31.json"
-- content/evidence/files/AC-02_settings_2026-03-31.png --
(the picture)
-- content/evidence/files/AC-02_settings_2026-03-31.json --
{"mfa": "required"}
`,
	Run: runImageWithoutFacts,
}

var images = []string{".png", ".jpg", ".jpeg", ".gif", ".webp", ".bmp", ".tif", ".tiff", ".heic"}

func runImageWithoutFacts(p *Pass) {
	for _, e := range p.Program.Evidence {
		image := e.Kind == "screenshot" || slices.Contains(images, strings.ToLower(path.Ext(e.Source.Text)))
		if image && !e.Broken && e.Companion == "" && e.Description.Empty() && e.Statement.Empty() && e.Body.Empty() {
			p.Report(e, e.Span, "a screenshot alone, with no export beside it", "name the export under \"companion\", or describe what is to be seen")
		}
	}
}
