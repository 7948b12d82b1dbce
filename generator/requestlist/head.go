// Package requestlist owns how service auditors write their request lists (PBC lists): which row is the head, which column is which,
// and what days, types and states look like, in English and in Swedish.
//
// It refuses to know what is asked, who owns what and what answers it: it sees rows of text and names columns.
package requestlist

import (
	"slices"
	"strings"
	"unicode"
)

// Field is what a column of a request list holds.
type Field string

// The fields of a request list.
const (
	Number   Field = "number" // of the request, as the service auditor counts
	Title    Field = "title"
	Request  Field = "request"
	Controls Field = "controls"
	Criteria Field = "criteria"
	Type     Field = "type"
	Period   Field = "period"
	From     Field = "period_from"
	To       Field = "period_to"
	Due      Field = "due"
	Owner    Field = "owner"
	Status   Field = "status"
	Comment  Field = "comment"
)

// heads are the names that columns have, folded, the likeliest first: of two columns that may hold the same, the earlier one is meant.
var heads = []struct {
	field Field
	names []string
}{
	{Number, []string{"requestid", "requestno", "requestnumber", "requestnr", "requestref", "requestreference", "reqid", "reqno", "reqnumber", "reqnr", "reqref", "req",
		"pbcno", "pbcid", "pbcnumber", "pbcnr", "pbcref", "pbc", "irlno", "irlid", "drlno", "rfino", "rfiid", "itemno", "itemid", "itemnumber", "refno", "refid",
		"ref", "reference", "referenceno", "referencenumber", "no", "number", "id", "begärannr", "begärannummer", "begäransnr", "begäransnummer", "begäranid", "nr", "nummer", "löpnr", "löpnummer",
		"referensnr", "referens"}},
	{Request, []string{"requestdescription", "descriptionofrequest", "requesttext", "requestdetails", "detailedrequest", "description", "evidencerequested", "evidencerequest",
		"documentrequested", "documentsrequested", "informationrequested", "requesteditem", "requesteditems", "itemrequested", "itemsrequested", "pbcdescription", "pbcrequest", "pbcitem", "request",
		"itemdescription", "item", "details", "begäran", "begärtunderlag", "begärdinformation", "efterfrågatunderlag", "beskrivning", "underlag", "uppgift"}},
	{Title, []string{"requesttitle", "requestname", "title", "subject", "shortdescription", "summary", "name", "rubrik", "titel", "ämne", "benämning"}},
	{Controls, []string{"controlid", "controlids", "controlno", "controlnumber", "controlref", "controlreference", "relatedcontrol", "relatedcontrols", "control", "controls",
		"kontrollid", "kontrollnr", "kontroll", "kontroller"}},
	{Criteria, []string{"criteria", "criterion", "tsccriteria", "tsccriterion", "tscref", "tsc", "trustservicescriteria", "trustservicecriteria", "soc2criteria", "criteriaref", "criteriaid",
		"kriterium", "kriterier"}},
	{Type, []string{"requesttype", "typeofrequest", "evidencetype", "type", "typ", "slag"}},
	{From, []string{"periodfrom", "periodstart", "fromdate", "startdate", "from", "periodfrån", "frånochmed", "fromochmed", "från"}},
	{To, []string{"periodto", "periodend", "todate", "enddate", "to", "periodtill", "tillochmed", "till"}},
	{Period, []string{"period", "periodcovered", "auditperiod", "timeperiod", "coverageperiod", "daterange", "granskningsperiod", "tidsperiod", "avserperiod"}},
	{Due, []string{"duedate", "due", "dateddue", "datedue", "dueby", "neededby", "requiredby", "dateneeded", "daterequired", "deadline", "targetdate", "senastdatum", "senastden", "senast", "lämnassenast",
		"förfallodatum", "förfaller", "svarsdatum", "sistadag", "klartsenast"}},
	{Owner, []string{"owner", "requestowner", "assignedto", "assignee", "responsible", "responsibleparty", "responsibleperson", "clientowner", "clientcontact", "processowner", "contact",
		"contactperson", "pointofcontact", "poc", "ansvarig", "ansvarigperson", "tilldelad", "kontaktperson", "ägare"}},
	{Status, []string{"status", "requeststatus", "auditorstatus", "state", "läge"}},
	{Comment, []string{"auditorcomment", "auditorcomments", "auditorscomments", "auditornotes", "commentsfromauditor", "comments", "comment", "notes", "note", "remarks", "followup",
		"revisornskommentar", "revisornskommentarer", "revisorskommentar", "kommentar", "kommentarer", "anmärkning", "anmärkningar", "notering", "noteringar"}},
}

// Fields lists the fields, in the order in which they are told.
func Fields() []Field {
	out := make([]Field, len(heads))
	for i, h := range heads {
		out[i] = h.field
	}
	return out
}

// Head is the row that names the columns.
type Head struct {
	Row     int           // among the rows
	Columns map[Field]int // of the fields that there are
	Others  []int         // columns that hold what is no field
}

// depth is how many rows are looked at for the head: a list begins with a title, a company, a legend.
const depth = 60

// Find returns the head of a list. own says of folded names of columns what they hold, and wins. There is no head where no row names
// the request, or its title, and one column more.
func Find(rows [][]string, own map[string]Field) (Head, bool) {
	var best Head
	for i, row := range rows[:min(len(rows), depth)] {
		h := read(row, own)
		h.Row = i
		_, request := h.Columns[Request]
		if request && len(h.Columns) > max(1, len(best.Columns)) {
			best = h
		}
	}
	return best, best.Columns != nil
}

// read takes a row for a head.
func read(row []string, own map[string]Field) Head {
	h := Head{Columns: map[Field]int{}}
	folded := make([]string, len(row))
	taken := make([]bool, len(row))
	for i, cell := range row {
		folded[i] = Fold(cell)
		if f, told := own[folded[i]]; told {
			h.Columns[f], taken[i] = i, true
		}
	}
	take := func(f Field, names []string) {
		if _, there := h.Columns[f]; there {
			return
		}
		for _, name := range names {
			if i := slices.Index(folded, name); i >= 0 && !taken[i] {
				h.Columns[f], taken[i] = i, true
				return
			}
		}
	}
	for _, known := range heads {
		take(known.field, known.names)
	}
	take(Number, []string{"request", "item", "begäran"}) // beside a description, this is what is counted
	if i, only := h.Columns[Title]; only {
		if _, there := h.Columns[Request]; !there {
			h.Columns[Request] = i
			delete(h.Columns, Title)
		}
	}
	for i := range row {
		if !taken[i] && folded[i] != "" {
			h.Others = append(h.Others, i)
		}
	}
	return h
}

// Fold returns the name of a column as it is compared: small letters and digits, "#" as the word for a number.
func Fold(name string) string {
	name = strings.ReplaceAll(strings.ToLower(name), "#", "no")
	return strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			return r
		}
		return -1
	}, name)
}

// Cell returns what a row holds of a field, or "".
func (h Head) Cell(row []string, f Field) string {
	if i, there := h.Columns[f]; there && i < len(row) {
		return row[i]
	}
	return ""
}
