// Package generator is the pipeline: one site in, one checked edition and three outputs out.
//
// # Architecture
//
// The folder list is the pipeline. A stage imports only stages above it in this list, and leaves. A leaf imports nothing of
// ours and serves any stage. deps_test.go holds the list as a table and fails when the code leaves it; change the code to fit
// the table, not the other way.
//
//	stages, in order
//	  diag/        positions, severities, codes; sorting; text, JSON, SARIF, GitHub
//	  node/        YAML, TOML and JSON as one kind of positioned tree, and the one decoder from tree to tagged struct
//	  config/      site.toml, strict, positioned
//	  source/      bytes → documents: front matter and registers as nodes, prose parsed once, links and headings found
//	  criteria/    the catalogues: identifiers, patterns, categories, our own titles, pairs; one data file each
//	  program/     documents → the compliance program: one struct per kind, whose tags drive all that is done per field
//	  trace/       every reference bound, both ways; coverage; occurrences; which text was approved, by whom, and in force when
//	  check/       one file per rule; rules.go is the list
//	  readiness/   what an examination asks for before it can begin, and what of it is there
//	  audience/    the program → Public, Staff, Auditor: what each reader may see, in types of its own
//	  calendar/    how occurrences lie in a period: rows, runs, shapes, months
//	  output/      a tree of files → folder, ZIP, bag: sorted, staged and exchanged, only what changed; a ZIP read back; what one build keeps for the next
//	  bundle/      an audit bundle that was handed over: read back, and compared with the one that follows it
//	  handbook/ trust/ auditor/   three writers: a projection in, an output tree out; they touch no disk, and not each other
//	leaves
//	  approval/    what an approval is over: the words of a text, their digest, the signature under it
//	  bag/         RFC 8493: tag files and manifests, written and read back
//	  brand/       a company's colours and logo: what can be read, what may be shown
//	  chart/       pictures as SVG: a grid of marks, bars along a scale
//	  nearest/     the known word that a misspelt one was meant to be
//	  history/     what git knows: the commit, who changed which file when, the texts of old; the commit and the tag of a release
//	  mail/        drafts of mail
//	  plain/       finished HTML as plain text
//	  redline/     two texts compared for a reader, down to the word
//	  render/      code blocks by class
//	  requestlist/ the columns, the days and the words of the lists in which service auditors ask for what they need
//	  seal/        sealed files: making one for its recipients, and knowing one from a plain file
//	  secret/      keys, tokens and passwords in text
//	  spreadsheet/ lists as workbooks (XLSX) and as CSV files that spreadsheets open
//	  tabular/     tables that somebody else made: CSV and workbooks that come in
//	  theme/       page templates inside a theme's frame, the words of the interface by language
//	  wording/     the words that a company may not say of itself, and what to say instead
//	above the pipeline
//	  scaffold/    new
//	  edit/        careful changes to files, which cmd applies all together or not at all: rows of registers; approve, release
//	  collect/     a piece of evidence that comes in: measured, asked about, given its row and its name
//	  requests/    what a service auditor asks for that comes in: her list of requests, and the items that she selected
//
// node stands apart from config and source because site.toml, front matter, registers and framework files all go through the
// same door: one tree, one decoder, one way to say "unknown key" at its place.
//
// # Editions and versions
//
// An edition is the program at one moment, compiled from an fs.FS and a day. A version of the handbook is the edition of its release, and is
// never edited: package edit packs what it was compiled from into an archive, proves that by compiling the archive, and records its digest in a row
// of releases.toml. That archive is all that is kept of a version, so a shallow clone and a plain folder build the same handbook.
//
// A build reads of each archive the outline of its records (released.go). Package trace asks outlines which text of a policy was
// approved and in force on a day; package handbook, which page of one version is which of another. An old edition is made (older.go) by
// the same compile as today's, and only where its pages do not stand already, or a text of it is compared or was in force in the time that an
// auditor examines: a second way through the pipeline would be one that can differ. What staff may not read by now is withheld from old
// editions; from the auditor nothing is. Two texts are the same if the words that package approval cuts them into are; what changed
// between them is for package redline to say, on pages and for `diff` alike.
//
// What one build keeps for the next (outlines, texts that are compared or were in force, the lists of pages made) lies in an output.Cache, under the digest of
// all that it was worked out from. Whoever deletes it loses time and nothing else.
//
// # Rules of the house
//
// Read everything, complain about everything, then write each output whole or not at all. Positions run from the first byte to
// the last message. What may be public is a type, not an if. Errors are for us, findings are for the author. Nothing below cmd
// reads the clock or the environment, and nothing but seal a random source; only history runs a program, which is git, and only output and
// cmd touch the disk other than through an fs.FS. What git says is told as what it says: its dates and names are written by whoever commits.
package generator
