package chart

import "time"

// Months returns the ticks of a scale of days that begins with the first of some days, each with the name of its month, and the year above
// the first of each.
func Months[D interface{ Time() time.Time }](days []D, name func(time.Month) string) []Tick {
	var out []Tick
	for _, d := range days {
		day := d.Time()
		tick := Tick{At: int(day.Sub(days[0].Time()).Hours() / 24), Text: name(day.Month())}
		if len(out) == 0 || day.Month() == time.January {
			tick.Over = day.Format("2006")
		}
		out = append(out, tick)
	}
	return out
}
