package trust_test

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"trustpress/generator/trust"
)

// recipes are the settings of the manual, made from the table, by the name in the comment before each.
var recipes = map[string]func() string{
	"headers": func() string { return table() },
	"nginx":   nginx, "caddy": caddy, "apache": apache, "azure": azure,
	"cloudfront":        func() string { return cloudFront("trust", trust.Heads[0]) },
	"cloudfront-data":   func() string { return cloudFront("trust-data", trust.Heads[0], open) },
	"cloudfront-sealed": func() string { return cloudFront("trust-sealed", trust.Heads[0], headOf("sealed/")) },
}

// open is what programs of others are told before a list: that they may read it. A bucket knows its type.
var open = trust.Head{Fields: fieldsBut(headOf("*.csv"), "Content-Type")}

var block = regexp.MustCompile("(?s)<!-- recipe: ([a-z-]+) -->\n```[a-z]*\n(.*?)```")

// The recipes of the manual say what the table says. UPDATE_MANUAL=1 writes them anew.
func TestTheManualHoldsTheTable(t *testing.T) {
	file := filepath.Join("..", "..", "cmd", "trustpress", "manual", "hosting.md")
	text, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	held := map[string]bool{}
	want := block.ReplaceAllStringFunc(string(text), func(old string) string {
		m := block.FindStringSubmatch(old)
		recipe := recipes[m[1]]
		if recipe == nil {
			t.Fatalf("there is no recipe %q", m[1])
		}
		held[m[1]] = true
		return strings.TrimSuffix(old, m[2]+"```") + recipe() + "```"
	})
	for name := range recipes {
		if !held[name] {
			t.Errorf("the manual has no recipe %q", name)
		}
	}
	if want != string(text) && os.Getenv("UPDATE_MANUAL") == "" {
		t.Error("the manual says something else than the table: run UPDATE_MANUAL=1 go test ./generator/trust -run Manual")
	}
	if os.Getenv("UPDATE_MANUAL") != "" {
		if err := os.WriteFile(file, []byte(want), 0o644); err != nil {
			t.Fatal(err)
		}
	}
}

// Each recipe names each field of the table with its value, in the words of its host.
func TestRecipesNameEveryField(t *testing.T) {
	for _, host := range []string{"headers", "nginx", "caddy", "apache", "azure"} {
		text := recipes[host]()
		if host == "azure" {
			text = regexp.MustCompile(`\\u0026`).ReplaceAllString(text, "&")
		}
		for _, head := range trust.Heads {
			for _, f := range head.Fields {
				if !strings.Contains(text, f.Value) || f.Name != "Content-Type" && !strings.Contains(text, f.Name) {
					t.Errorf("%s does not say %s: %s", host, f.Name, f.Value)
				}
			}
		}
	}
}

func headOf(of string) trust.Head {
	for _, h := range trust.Heads {
		if h.Of == of {
			return h
		}
	}
	panic("the table says nothing of " + of)
}

func fieldsBut(h trust.Head, names ...string) []trust.Field {
	var out []trust.Field
	for _, f := range h.Fields {
		if !strings.Contains(strings.Join(names, " "), f.Name) {
			out = append(out, f)
		}
	}
	return out
}

func value(h trust.Head, name string) string {
	for _, f := range h.Fields {
		if f.Name == name {
			return f.Value
		}
	}
	panic("the table has no " + name)
}

// pen writes the lines of a recipe.
type pen struct{ strings.Builder }

func (p *pen) line(format string, args ...any) { fmt.Fprintf(p, format+"\n", args...) }

// fields writes a line for each field, by a format that takes its name and its value.
func (p *pen) fields(list []trust.Field, format string) {
	for _, f := range list {
		p.line(format, f.Name, f.Value)
	}
}

func table() string {
	var p pen
	for _, head := range trust.Heads {
		p.line("%s", map[bool]string{true: "every file", false: "/" + strings.Replace(head.Of, "*", "…", 1)}[head.Of == ""])
		p.fields(head.Fields, "  %s: %s")
	}
	return p.String()
}

func nginx() string {
	all, fonts, sealed := trust.Heads[0], headOf("assets/fonts/"), headOf("sealed/")
	var p pen
	p.line("map $uri $trust_cache  { default %q; ~^/assets/fonts/ %q; }", value(all, "Cache-Control"), value(fonts, "Cache-Control"))
	p.line("map $uri $trust_cors   { default \"\"; ~\\.(csv|json)$ %q; }", value(open, "Access-Control-Allow-Origin"))
	p.line("map $uri $trust_robots { default \"\"; ~^/sealed/ %q; }", value(sealed, "X-Robots-Tag"))
	p.line("")
	p.line("server {")
	p.line("    listen 443 ssl;")
	p.line("    server_name trust.example.com;")
	p.line("    ssl_certificate     /etc/ssl/trust.example.com.pem;")
	p.line("    ssl_certificate_key /etc/ssl/trust.example.com.key;")
	p.line("")
	p.line("    root /srv/trust;")
	p.line("    index index.html;")
	p.line("    error_page 404 /404.html;")
	p.line("    charset utf-8;")
	p.line("    gzip on;")
	p.line("    gzip_types text/css application/javascript image/svg+xml text/csv application/json;")
	p.line("")
	p.fields(fieldsBut(all, "Cache-Control"), "    add_header %s \"%s\" always;")
	p.line("    add_header Cache-Control $trust_cache always;")
	p.line("    add_header Access-Control-Allow-Origin $trust_cors always;")
	p.line("    add_header X-Robots-Tag $trust_robots always;")
	p.line("")
	for _, ext := range []string{"csv", "json"} {
		p.line("    location ~ \\.%s$ { types { } default_type %q; }", ext, value(headOf("*."+ext), "Content-Type"))
	}
	p.line("    location ~ ^/_ { return 404; }")
	p.line("}")
	return p.String()
}

func caddy() string {
	all, fonts := trust.Heads[0], headOf("assets/fonts/")
	var p pen
	p.line("trust.example.com {")
	p.line("\troot * /srv/trust")
	p.line("\tencode gzip")
	p.line("\theader {")
	p.fields(fieldsBut(all, "Cache-Control"), "\t\t%s \"%s\"")
	p.line("\t}")
	p.line("\t@fonts path /assets/fonts/*")
	p.line("\t@others not path /assets/fonts/*")
	p.line("\theader @fonts Cache-Control %q", value(fonts, "Cache-Control"))
	p.line("\theader @others Cache-Control %q", value(all, "Cache-Control"))
	for _, ext := range []string{"csv", "json"} {
		p.line("\t@%s path *.%s", ext, ext)
		p.line("\theader @%s {", ext)
		p.fields(headOf("*."+ext).Fields, "\t\t%s \"%s\"")
		p.line("\t}")
	}
	p.line("\t@sealed path /sealed/*")
	p.fields(headOf("sealed/").Fields, "\theader @sealed %s \"%s\"")
	p.line("\t@settings path /_*")
	p.line("\terror @settings 404")
	p.line("\tfile_server")
	p.line("\thandle_errors {")
	p.line("\t\trewrite * /404.html")
	p.line("\t\tfile_server")
	p.line("\t}")
	p.line("}")
	return p.String()
}

func apache() string {
	var p pen
	p.line("<VirtualHost *:443>")
	p.line("    ServerName trust.example.com")
	p.line("    DocumentRoot /srv/trust")
	p.line("    SSLEngine on")
	p.line("    SSLCertificateFile    /etc/ssl/trust.example.com.pem")
	p.line("    SSLCertificateKeyFile /etc/ssl/trust.example.com.key")
	p.line("    <Directory /srv/trust>")
	p.line("        Require all granted")
	p.line("        DirectoryIndex index.html")
	p.line("    </Directory>")
	p.line("    ErrorDocument 404 /404.html")
	p.line("    AddDefaultCharset utf-8")
	p.line("")
	p.fields(trust.Heads[0].Fields, "    Header always set %s \"%s\"")
	for _, head := range trust.Heads[1:] {
		ext, ending := strings.CutPrefix(head.Of, "*.")
		pattern := "^/" + head.Of
		if ending {
			pattern = "\\." + ext + "$"
		}
		p.line("    <LocationMatch %q>", pattern)
		for _, f := range head.Fields {
			if f.Name == "Content-Type" {
				p.line("        ForceType %q", f.Value)
				continue
			}
			p.line("        Header always set %s \"%s\"", f.Name, f.Value)
		}
		p.line("    </LocationMatch>")
	}
	p.line("    <LocationMatch \"^/_\">")
	p.line("        Redirect 404")
	p.line("    </LocationMatch>")
	p.line("</VirtualHost>")
	return p.String()
}

// azure is staticwebapp.config.json. A request meets one route only, the first.
func azure() string {
	type route struct {
		Route   string            `json:"route"`
		Headers map[string]string `json:"headers"`
	}
	mapped := func(list []trust.Field) map[string]string {
		out := map[string]string{}
		for _, f := range list {
			out[f.Name] = f.Value
		}
		return out
	}
	return indented(struct {
		GlobalHeaders     map[string]string `json:"globalHeaders"`
		Routes            []route           `json:"routes"`
		MIMETypes         map[string]string `json:"mimeTypes"`
		ResponseOverrides map[string]any    `json:"responseOverrides"`
	}{
		mapped(trust.Heads[0].Fields),
		[]route{
			{"/sealed/*", mapped(headOf("sealed/").Fields)},
			{"/assets/fonts/*", mapped(headOf("assets/fonts/").Fields)},
			{"/*.{csv,json}", mapped(open.Fields)},
		},
		map[string]string{".csv": value(headOf("*.csv"), "Content-Type"), ".json": value(headOf("*.json"), "Content-Type"),
			".age": "application/octet-stream", ".woff2": "font/woff2"},
		map[string]any{"404": map[string]string{"rewrite": "/404.html"}},
	})
}

// cloudFront is a response headers policy. Fields about security have places of their own in it; that of a cache is set where the
// files are copied.
func cloudFront(name string, heads ...trust.Head) string {
	type custom struct {
		Header   string
		Value    string
		Override bool
	}
	type secured struct {
		Override               bool
		ContentSecurityPolicy  string `json:",omitempty"`
		ReferrerPolicy         string `json:",omitempty"`
		AccessControlMaxAgeSec int    `json:",omitempty"`
	}
	var items []custom
	security := map[string]secured{}
	for _, head := range heads {
		for _, f := range head.Fields {
			switch f.Name {
			case "Content-Security-Policy":
				security["ContentSecurityPolicy"] = secured{Override: true, ContentSecurityPolicy: f.Value}
			case "X-Content-Type-Options":
				security["ContentTypeOptions"] = secured{Override: true}
			case "Referrer-Policy":
				security["ReferrerPolicy"] = secured{Override: true, ReferrerPolicy: f.Value}
			case "Strict-Transport-Security":
				seconds := 0
				if _, err := fmt.Sscanf(f.Value, "max-age=%d", &seconds); err != nil {
					panic(err)
				}
				security["StrictTransportSecurity"] = secured{Override: true, AccessControlMaxAgeSec: seconds}
			case "Cache-Control":
			default:
				items = append(items, custom{f.Name, f.Value, true})
			}
		}
	}
	return indented(map[string]any{"Name": name, "SecurityHeadersConfig": security,
		"CustomHeadersConfig": map[string]any{"Quantity": len(items), "Items": items}})
}

func indented(v any) string {
	var out strings.Builder
	e := json.NewEncoder(&out)
	e.SetEscapeHTML(false)
	e.SetIndent("", "  ")
	if err := e.Encode(v); err != nil {
		panic(err)
	}
	return out.String()
}
