package program

import (
	"trustpress/generator/diag"
	"trustpress/generator/node"
)

// Vendor is a supplier; some are subprocessors of personal data, some subservice organizations (DC 200 DC 7), some both.
type Vendor struct {
	Record
	Purpose      string         `field:"purpose"`
	Location     string         `field:"location"`
	Data         string         `field:"data"`
	Website      string         `field:"website"`
	Subprocessor *Subprocessor  `field:"subprocessor"`
	Subservice   *Subservice    `field:"subservice"`
	Reports      []VendorReport `field:"reports"`
	Reviewed
}

// need asks a vendor of whom everybody reads a table for a name that is public.
func (v *Vendor) need(dec *node.Decoder) {
	if !v.Public.Title.Empty() || v.Fields.Get("public").Get("title") != nil {
		return
	}
	for _, table := range []string{"subprocessor", "subservice"} {
		if v.publishes(table) {
			dec.Report([]diag.Finding{{Rule: rules.Missing, Span: v.Fields.At(table), Message: "a vendor whose " + table + " table is public has no public title",
				Hint: "everybody reads its name: give it a public title"}})
			return
		}
	}
}

// Subprocessor is what customers are told of a vendor that processes personal data. With public = true all of it is public.
type Subprocessor struct {
	Public         bool     `field:"public"`
	LegalName      string   `field:"legal_name"`
	OrgNumber      string   `field:"org_number"`
	Country        string   `field:"country"`
	Address        string   `field:"address"`
	Contact        string   `field:"contact"`
	Products       []string `field:"products"`
	Data           []string `field:"data"` // categories of personal data
	DataSubjects   []string `field:"data_subjects"`
	Locations      []string `field:"locations"`
	AccessFrom     []string `field:"access_from"`
	Transfer       string   `field:"transfer" of:"none|adequacy|scc|bcr|dpf"`
	TransferNote   string   `field:"transfer_note"`
	DPAURL         string   `field:"dpa_url"`
	SecurityURL    string   `field:"security_url"`
	Chain          []Link   `field:"chain"` // those that it engages in turn
	Replaces       string   `field:"replaces"`
	Reason         string   `field:"reason"`
	Announced      node.Day `field:"announced"`
	Effective      node.Day `field:"effective"`
	ObjectionUntil node.Day `field:"objection_until"`
	Ended          node.Day `field:"ended"`
}

// Link is one company in the chain below a subprocessor.
type Link struct {
	Name    string `field:"name,bare"`
	Country string `field:"country"`
	Purpose string `field:"purpose"`
}

// Purposes returns what the companies of a chain do, where that is written.
func Purposes(chain []Link) []string {
	var out []string
	for _, link := range chain {
		if link.Purpose != "" {
			out = append(out, link.Purpose)
		}
	}
	return out
}

// Subservice is a vendor whose controls our commitments need (DC 200 DC 7). With public = true everybody reads the method, the
// services and what is expected of the vendor.
type Subservice struct {
	Public      bool           `field:"public"`
	Method      string         `field:"method,required" of:"carve-out|inclusive"`
	Services    []string       `field:"services"`
	CSOCs       []CSOC         `field:"csocs"`
	MonitoredBy []Ref[Control] `field:"monitored_by"`
	Assertion   string         `field:"assertion"` // of the vendor itself, for the inclusive method
}

// CSOC is a complementary subservice organization control: what we expect of the vendor.
type CSOC struct {
	Criteria []CriterionRef `field:"criteria"`
	Text     Prose          `field:"text,required"`
}

// VendorReport is a report on a vendor that we have read.
type VendorReport struct {
	Type         string   `field:"type"`
	Period       Period   `field:"period"`
	Opinion      string   `field:"opinion"`
	ReviewedOn   node.Day `field:"reviewed_on"`
	BridgeLetter node.Day `field:"bridge_letter"`
}

// NewestReport returns the report that speaks of the latest time, or nil if none names its period.
func (v *Vendor) NewestReport() *VendorReport {
	var newest *VendorReport
	for i := range v.Reports {
		if r := &v.Reports[i]; !r.Period.IsZero() && (newest == nil || newest.HoldsUntil().Before(r.HoldsUntil())) {
			newest = r
		}
	}
	return newest
}

// HoldsUntil returns the last day that a report speaks of, or that a letter after it bridges to.
func (r *VendorReport) HoldsUntil() node.Day { return node.Later(r.Period.To, r.BridgeLetter) }

// VendorCUEC is what a vendor's report expects of us; our controls answer it.
type VendorCUEC struct {
	Record
	Vendor   Ref[Vendor]    `field:"vendor"`
	Text     Prose          `field:"text"`
	Controls []Ref[Control] `field:"controls"`
}
