package redline

// boxes finds for each list, table, item and quotation of the old text its place in the new one: where most of its blocks are.
func (p *pairing) boxes() map[*element]*element {
	votes, order := map[[2]*element]int{}, [][2]*element{}
	for j, m := range p.ofNew {
		if m == nil || m.moved || m.new[0] != j {
			continue
		}
		a, b := p.old[m.old[0]].path, p.new[j].path
		for k := 0; k < min(len(a), len(b)) && a[k].name == b[k].name; k++ {
			both := [2]*element{a[k], b[k]}
			if votes[both] == 0 {
				order = append(order, both)
			}
			votes[both]++
		}
	}
	out, most := map[*element]*element{}, map[*element]int{}
	for _, both := range order {
		if votes[both] > most[both[0]] {
			out[both[0]], most[both[0]] = both[1], votes[both]
		}
	}
	return out
}

// shared returns how many boxes two paths have in common, from the outermost.
func shared(a, b []*element) int {
	n := 0
	for n < len(a) && n < len(b) && a[n] == b[n] {
		n++
	}
	return n
}

// settle puts a block into boxes that may hold it: base as it is, then the rest, with an item or a row made where a list or a table
// would otherwise hold what it cannot. width is how many columns a row of its own has to span.
func settle(base, rest []*element, l *leaf, width int) []*element {
	path := append([]*element(nil), base...)
	for _, box := range rest {
		if path = admit(path, box.name, width); fits(path, box.name) {
			path = append(path, box)
		}
	}
	name := "p"
	if l.kind.row() {
		name = "tr"
	}
	path = admit(path, name, width)
	if name == "tr" && !fits(path, "tr") {
		path = append(path, made("table"), made("tbody"))
	}
	return path
}

func innermost(path []*element) string {
	if len(path) == 0 {
		return ""
	}
	return path[len(path)-1].name
}

// fits reports whether a tag may stand in the innermost box.
func fits(path []*element, name string) bool {
	switch inner := innermost(path); inner {
	case "ul", "ol":
		return name == "li"
	case "table":
		return name == "thead" || name == "tbody"
	case "thead", "tbody":
		return name == "tr"
	}
	return name != "li" && name != "thead" && name != "tbody" && name != "tr"
}

// admit makes room in the innermost box for a tag that may not stand there.
func admit(path []*element, name string, width int) []*element {
	if fits(path, name) {
		return path
	}
	switch innermost(path) {
	case "ul", "ol":
		return append(path, made("li"))
	case "table":
		return admit(append(path, made("tbody")), name, width)
	case "thead", "tbody":
		return append(path, made("tr"), span(width))
	}
	return path
}

// made returns a tag that neither text has.
func made(name string) *element { return &element{name: name, made: true} }
