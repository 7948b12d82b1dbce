package auditor

import (
	"trustpress/generator/program"
	"trustpress/generator/spreadsheet"
)

// fillPolicies is each policy and procedure: its version, who approved the text and whether it is still that text, and what carries it
// out.
func fillPolicies(b *book, s *spreadsheet.Sheet) {
	columns := []column[program.Any]{own[program.Any]("document_id", "auditor-col-policy"), field[program.Any]("title"),
		{"kind", "field-kind", func(b *book, rec program.Any) spreadsheet.Cell {
			return spreadsheet.Cell{Text: b.text("kind-" + rec.Base().Kind.Name), Code: rec.Base().Kind.Name}
		}},
		{"approval", "sheet-approval", ofPolicyCell(func(b *book, p *program.Policy) spreadsheet.Cell {
			of := b.Approved[p].State
			return spreadsheet.Cell{Text: b.approvalState(of).Text, Code: approvalStates[of]}
		})},
		{"days_without_approved_text", "sheet-without-approved-text", ofPolicyCell(func(b *book, p *program.Policy) spreadsheet.Cell {
			var out []spreadsheet.Cell
			for _, d := range b.without(p) {
				out = append(out, textCell(d.plain()))
			}
			return listCell("", out...)
		})},
	}
	columns = append(columns, fieldsOf[program.Any]("version", "status", "owner")...)
	columns = append(columns,
		column[program.Any]{"approved_by", "field-approved_by", func(b *book, rec program.Any) spreadsheet.Cell { return b.approval(rec).by }},
		column[program.Any]{"approved_on", "field-approved_on", func(b *book, rec program.Any) spreadsheet.Cell { return b.approval(rec).on }},
		field[program.Any]("effective_on"),
		column[program.Any]{"review_due", "sheet-review-due", func(b *book, rec program.Any) spreadsheet.Cell {
			return dayCell(rec.(program.Controlled).Control().ReviewDue())
		}},
		column[program.Any]{"review_overdue", "auditor-overdue", func(b *book, rec program.Any) spreadsheet.Cell {
			return b.yesCell(rec.(program.Controlled).Control().Overdue(b.AsOf))
		}},
		column[program.Any]{"controls", "auditor-col-controls", func(b *book, rec program.Any) spreadsheet.Cell {
			return namesCell(b, b.record(rec).Href, b.carriedOutBy(rec))
		}})
	columns = append(columns, fieldsOf[program.Any]("criteria", "policies")...)
	fillIn(b, s, b.documents(), append(columns, column[program.Any]{"sha256", "sheet-words-digest", func(_ *book, rec program.Any) spreadsheet.Cell {
		return textCell(rec.(program.Controlled).Control().SHA256)
	}}))
}

func ofPolicyCell(cell func(*book, *program.Policy) spreadsheet.Cell) func(*book, program.Any) spreadsheet.Cell {
	return func(b *book, rec program.Any) spreadsheet.Cell {
		if p, ok := rec.(*program.Policy); ok {
			return cell(b, p)
		}
		return spreadsheet.Cell{}
	}
}

type approvalCells struct{ by, on spreadsheet.Cell }

// approval is who approved a document last and when: by the records, else by the document itself.
func (b *book) approval(rec program.Any) approvalCells {
	if p, ok := rec.(*program.Policy); ok {
		if last := b.Approved[p].Last(); last != nil {
			return approvalCells{linkCell(b.owner(last.By)), dayCell(last.On)}
		}
	}
	g := rec.(program.Controlled).Control()
	return approvalCells{textCell(g.ApprovedBy), dayCell(g.ApprovedOn)}
}
