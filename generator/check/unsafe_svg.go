package check

import (
	"trustpress/generator/diag"
)

var unsafeSVG = &Rule{
	Rule: diag.Rule{Code: "TP513", Name: "unsafe-svg", Severity: diag.Error, Blocks: everything, Waivable: false,
		Says: "an SVG with script, handlers or outside references"},
	Why: `An SVG can run programs and load things from other hosts. Export it as plain shapes: without script, without attributes that begin
with "on", without foreignObject, and without links out of the file.`,
	Bad: `-- content/flow.svg --
<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10">
  <script>fetch("https://example.org/")</script>
  <rect width="10" height="10"/>
</svg>
`,
	Good: `-- content/flow.svg --
<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10">
  <rect width="10" height="10"/>
</svg>
`,
}
