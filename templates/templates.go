// Package templates embeds what a page is made of: a folder of templates for each output, named as the package that writes it.
// It refuses colours, fonts and the text of policies.
package templates

import "embed"

// Files holds a folder for each output.
//
//go:embed handbook trust auditor
var Files embed.FS
