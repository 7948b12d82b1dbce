package trust

// lostData is the page that a host shows for one that is not there: the way to the first page in each language.
type lostData struct{ Homes []home }

type home struct{ Lang, Title, Text, Href string }

// lost is shown at any address, so that every way on it begins at the root of the host.
var lost = page{name: "lost", path: "404.html", facts: always, rooted: true, compose: func(s *sheet) any {
	var out lostData
	for i := range s.all {
		lang := s.all[i].Language
		out.Homes = append(out.Homes, home{lang, s.sayIn(lang, "trust-lost"), s.sayIn(lang, "lost-home"), s.root + s.folder(lang) + "index.html"})
	}
	return out
}}
