package trust

import (
	"net/url"
	"strings"

	"trustpress/generator/audience"
)

// address returns the whole address of a file of the trust center, or "" where the site does not say where it will stand.
func address(p *audience.Public, path string) string {
	if p.Site.BaseURL == "" {
		return ""
	}
	return strings.TrimSuffix(p.Site.BaseURL, "/") + "/" + strings.TrimSuffix(path, "index.html")
}

// base returns the path below which the trust center will stand on its host: "/" or "/trust/".
func base(p *audience.Public) string {
	u, err := url.Parse(p.Site.BaseURL)
	if err != nil {
		return "/"
	}
	return strings.TrimSuffix(u.Path, "/") + "/"
}
