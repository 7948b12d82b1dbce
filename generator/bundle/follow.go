package bundle

import (
	"fmt"
	"strconv"
	"strings"

	"trustpress/generator/audience"
	"trustpress/generator/bag"
)

// Labels of bag-info.txt that RFC 8493 §2.2.2 names, or leaves to us.
const (
	groupLabel     = "Bag-Group-Identifier"
	countLabel     = "Bag-Count"
	ServiceLabel   = "Service"
	PeriodLabel    = "Audit-Period"
	followsLabel   = "Follows"
	followsAtLabel = "Follows-Tagmanifest-SHA256"
)

// Next is the id of the bundle that follows: that of the first one, and a number.
func (b *Bundle) Next() string {
	number := fmt.Sprintf("-%d", b.Number+1)
	group := b.Group
	if most := MaxID - len(number); len(group) > most {
		group = strings.TrimRight(group[:most], ".-")
	}
	return group + number
}

// Follows is what bag-info.txt says of the bundles before the one that follows this one.
func (b *Bundle) Follows() []bag.Field {
	if b == nil {
		return nil
	}
	return []bag.Field{
		{Label: groupLabel, Value: b.Group},
		{Label: countLabel, Value: fmt.Sprintf("%d of ?", b.Number+1)},
		{Label: followsLabel, Value: b.ID},
		{Label: followsAtLabel, Value: b.SHA256},
	}
}

// Period is the time that is examined, as bag-info.txt has it: an interval of ISO 8601, or a day.
func Period(a *audience.Auditor) string {
	if a.Site.Audit.Type == 1 {
		return a.Site.Audit.AsOf.String()
	}
	return a.Period.From.String() + "/" + a.Period.To.String()
}

// Refuses returns why a bundle of a site cannot follow this one, or nil. A company or a service may change its name; both at once make
// it another one.
func (b *Bundle) Refuses(a *audience.Auditor) error {
	organization, service := a.Site.Organization.Name, a.Site.Service.Name
	other := !sameName(b.organization, organization) && (b.service == "" || !sameName(b.service, service))
	switch {
	case other:
		return fmt.Errorf("it is of %s, and this site is of %s", named(b.service, b.organization), named(service, organization))
	case a.AsOf.Before(b.On):
		return fmt.Errorf("it speaks of %s, which is later than the %s of this one\nhint: --as-of names the day that is spoken of", b.On, a.AsOf)
	}
	return nil
}

// OtherPeriod returns what an earlier bundle was made for, if that is another period than a site's now, or another day.
func (b *Bundle) OtherPeriod(a *audience.Auditor) string {
	if b.period == Period(a) {
		return ""
	}
	return b.period
}

func sameName(a, b string) bool {
	return strings.EqualFold(strings.Join(strings.Fields(a), " "), strings.Join(strings.Fields(b), " "))
}

func named(service, organization string) string {
	if service == "" {
		return strconv.Quote(organization)
	}
	return fmt.Sprintf("%q by %q", service, organization)
}
