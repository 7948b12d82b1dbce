package auditor

import (
	"path"

	"trustpress/generator/bag"
	"trustpress/generator/spreadsheet"
)

// workbookPath is the control matrix: one workbook of all the sheets. Beside it stands each of them as CSV.
const workbookPath = "matrix/control-matrix.xlsx"

// book is the control matrix in the making. What it leads to, it leads to from the folder that it stands in.
type book struct {
	view
	rows    map[any]string // the row that a record or a criterion has: "#Controls!A7"
	sheets  []spreadsheet.Sheet
	payload []bag.Sealed // what the manifest lists
}

// matrixSheet is one sheet of the matrix.
type matrixSheet struct {
	file       string // of its CSV
	word, note string // its name, and what it holds
	fill       func(*book, *spreadsheet.Sheet)
}

// matrixSheets are the sheets in their order, behind the first one, which tells of them.
func matrixSheets() []matrixSheet {
	return []matrixSheet{
		{"controls", "kinds-control", "sheet-controls", fillControls},
		{"criteria", "criteria", "sheet-criteria", fillCriteria},
		{"matrix", "auditor-matrix", "sheet-matrix", fillMatrix},
		{"evidence", "kinds-evidence", "sheet-evidence", fillEvidence},
		{"ipe", "sheet-ipe", "sheet-ipe-note", fillIPE},
		{"populations", "sheet-populations", "sheet-populations-note", fillPopulations},
		{"policies", "kinds-policy", "sheet-policies", fillPolicies},
		{"cuecs", "sheet-cuecs", "auditor-cuec-note", fillCUECs},
		{"responsibilities", "sheet-responsibilities", "auditor-responsibility-note", fillResponsibilities},
		{"subservice-organizations", "sheet-subservice", "sheet-subservice-note", fillSubservice},
		{"commitments", "kinds-commitment", "sheet-commitments", fillCommitments},
		{"risks", "kinds-risk", "sheet-risks", fillRisks},
		{"incidents", "kinds-incident", "sheet-incidents", fillIncidents},
		{"deficiencies", "kinds-deficiency", "sheet-deficiencies", fillDeficiencies},
		{"changes", "kinds-change", "sheet-changes", fillChanges},
		{"waivers", "kinds-waiver", "sheet-waivers", fillWaivers},
	}
}

// The first sheet and the last, which tell of the others: the first is made behind them, and the last when they are sealed.
var (
	readMeSheet   = matrixSheet{"read-me", "sheet-read-me", "sheet-read-me-note", fillReadMe}
	manifestSheet = matrixSheet{"manifest", "sheet-manifest", "sheet-manifest-note", fillManifest}
)

func (s matrixSheet) path() string { return path.Dir(matrixPage) + "/" + s.file + ".csv" }

// matrixPaths are the files of the matrix, in the order of the sheets.
func matrixPaths() []string {
	out := []string{workbookPath, readMeSheet.path()}
	for _, s := range matrixSheets() {
		out = append(out, s.path())
	}
	return append(out, manifestSheet.path())
}

// book makes all sheets but the manifest.
func (w *writer) book() *book {
	b := &book{view: view{writer: w, root: "../", page: matrixPage}, rows: map[any]string{}}
	b.stand()
	for _, s := range matrixSheets() {
		b.sheets = append(b.sheets, b.made(s))
	}
	b.sheets = append([]spreadsheet.Sheet{b.made(readMeSheet)}, b.sheets...)
	return b
}

func (b *book) made(s matrixSheet) spreadsheet.Sheet {
	out := spreadsheet.Sheet{Name: b.text(s.word), File: s.file, Note: b.text(s.note), Empty: b.text("none-short")}
	s.fill(b, &out)
	return out
}

// twins writes the sheets that are made as CSV.
func (b *book) twins() ([]bag.Entry, error) {
	var out []bag.Entry
	for _, s := range b.sheets {
		text, err := s.CSV()
		if err != nil {
			return nil, err
		}
		out = append(out, entry(path.Dir(matrixPage)+"/"+s.File+".csv", text))
	}
	return out, nil
}

// finish makes the manifest of what is sealed, and the workbook: neither can hold its own digest.
func (b *book) finish(sealed []bag.Sealed) ([]bag.Entry, error) {
	b.payload = sealed
	last := b.made(manifestSheet)
	if err := b.unspoken.Load(); err != nil {
		return nil, *err
	}
	manifest, err := last.CSV()
	if err != nil {
		return nil, err
	}
	workbook, err := spreadsheet.Workbook(b.Site.Service.Name+" · "+b.id, b.AsOf.Time(), append(b.sheets, last))
	return []bag.Entry{entry(manifestSheet.path(), manifest), entry(workbookPath, workbook)}, err
}

// stand gives each record that has a row of its own its place in the workbook.
func (b *book) stand() {
	p := b.Program
	placed(b, "kinds-control", p.Controls)
	placed(b, "criteria", b.Scope)
	placed(b, "kinds-evidence", p.Evidence)
	placed(b, "kinds-policy", b.documents())
	placed(b, "sheet-cuecs", p.CUECs)
	placed(b, "sheet-responsibilities", p.Responsibilities)
	placed(b, "kinds-commitment", p.Commitments)
	placed(b, "kinds-risk", p.Risks)
	placed(b, "kinds-incident", p.Incidents)
	placed(b, "kinds-deficiency", p.Deficiencies)
	placed(b, "kinds-change", p.Changes)
}

// placed gives the items of a list the rows of a sheet, in their order.
func placed[T any](b *book, sheet string, list []T) {
	for i, of := range list {
		b.rows[of] = "#" + b.text(sheet) + "!A" + itoa(i+2)
	}
}
