// Package themes embeds the themes that come with trustpress: each a folder of page frame, style sheet and the words of the
// interface by language. It owns how pages look, and refuses logic and content.
package themes

import "embed"

// Files holds a folder for each theme.
//
//go:embed ledger
var Files embed.FS
