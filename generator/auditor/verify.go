package auditor

import (
	"strings"

	"trustpress/generator/bag"
	"trustpress/generator/bundle"
)

// verifyPath is where the instructions stand, below data/.
const verifyPath = "VERIFY.txt"

// readMe stands beside the manifest: who unzips a bag sees neither the first page nor the instructions, which are below data/.
func (w *writer) readMe() bag.Tag {
	return bag.Tag{Path: "READ-ME-FIRST.txt", Bytes: []byte(w.amid(readMeText, readMeEnd, readMeFollows))}
}

// verify is how to check this bundle and, where it follows another, that one.
func (w *writer) verify() string {
	follows := verifyFollows
	if len(w.relied()) > 0 {
		follows += verifyRelied
	}
	return w.amid(verifyText, verifyEnd, follows)
}

// amid puts what is to be said of a bundle that follows another into a text, before its last part.
func (w *writer) amid(text, last, follows string) string {
	if w.earlier == nil {
		return text + last
	}
	return text + strings.NewReplacer("EARLIER", w.earlier.ID, "DIGEST", w.earlier.SHA256, "THIS", w.id, "LIST", "data/"+bundle.HeldPath).Replace(follows) + last
}

const readMeText = `This folder is a bag (BagIt 1.0, RFC 8493) with what management has prepared for the service auditor.

Begin with data/index.html, which opens in any browser, from disk, without a network.
How to check that nothing changed stands in data/VERIFY.txt.
`

const readMeEnd = `
Nothing here is an auditor's conclusion.
`

const readMeFollows = `
It follows the bundle EARLIER, and both are needed: the pages of that bundle are superseded by these,
and its files of evidence stand. What changed since stands in data/since/index.html.
`

// verifyText needs stock tools alone: who checks a bundle should not need the program that made it.
const verifyText = `HOW TO CHECK THIS BUNDLE

The folder that holds manifest-sha256.txt is a bag (BagIt 1.0, RFC 8493). The manifest lists the
SHA-256 of every file under data/. Open a terminal in that folder.

Linux:
    sha256sum -c --quiet manifest-sha256.txt
    sha256sum -c --quiet tagmanifest-sha256.txt

macOS:
    shasum -a 256 -c manifest-sha256.txt
    shasum -a 256 -c tagmanifest-sha256.txt

Windows (PowerShell):
    Get-Content manifest-sha256.txt, tagmanifest-sha256.txt | ForEach-Object {
        $digest, $path = $_ -split '  ', 2
        if ((Get-FileHash -Algorithm SHA256 -LiteralPath $path).Hash -ne $digest) { "CHANGED: $path" }
    }

On Linux and Windows no output means that every listed file is as it was when the bundle was made.

A file that nobody listed is not found that way. Payload-Oxum in bag-info.txt is "bytes.files": the
number of bytes and of files under data/. Compare it with what is there:

Linux, macOS:
    find data -type f -exec cat {} + | wc -c
    find data -type f | wc -l

Windows (PowerShell):
    Get-ChildItem data -Recurse -File | Measure-Object -Property Length -Sum
`

const verifyEnd = `
HOW TO WORK OUT AN APPROVAL ANEW

An approval is of the words of a text. Of every policy text that was in force in the period the bundle
has those words, one on a line, as words.txt in data/policies/POLICY/VERSION/: the SHA-256 of that file
is the digest that was approved. data/policies/approvals.csv lists every recorded approval with its
digest, and data/policies/in-force/in-force.csv which text held on which days. All at once:

Linux (on macOS, shasum -a 256 -c):
    sha256sum -c --quiet data/policies/in-force/approved.sha256

Beside words.txt stands the file that the text was written in. The words are those of its title, of its
description and of what follows the front matter. Where it has no comments on lines of their own, all
that this shows are the values of {{ parameters }} that the text uses, which stand at the end of
words.txt (Linux; TITLE and DESCRIPTION are what the file says):

    export LC_ALL=C
    { printf '%s\n' 'TITLE' 'DESCRIPTION'; awk 'n > 1; /^---[ \r]*$/ { n++ }' 4.1.md; } |
    sed -e "s/$(printf '\302\240')/ /g" -e "s/$(printf '\342\200\257')/ /g" \
        -e 's/|/ | /g' -e 's/{{/ {{ /g' -e 's/}}/ }} /g' -e 's/----*/---/g' |
    tr ' \t\v\f\r' '\n\n\n\n\n' | sed '/^$/d' | diff - words.txt

The whole recipe, with comments and parameters, is the script words.sh in trustpress's manual on
approvals.

An approval that is "signed" has a signature of OpenSSH over the 64 digits of that digest and a line
end. approvals.csv says in which file of data/policies/signatures/ it is. Save a line "PERSON KEY" as
signers, with the public key that the person told you, for whoever can change the one can change the
other:

    printf '%s\n' DIGEST | ssh-keygen -Y verify -n trustpress-approval -f signers -I PERSON -s FILE

One that is "committed by the person" or "recorded by another" rests on the name in a commit, which is
what its author wrote there.

WHAT THIS DOES NOT SHOW

It does not show who made the bundle. Whoever can change a file can write a new manifest. Ask the
company, by a way that you trust, for the SHA-256 of tagmanifest-sha256.txt, which fixes all the rest.

It does not show that evidence was true or complete when it was collected. A digest says that bytes
did not change after they were recorded. Each piece of evidence has a page that says from which
system, by which query, when and by whom it was collected; that is what there is to test.
`

const verifyFollows = `
THE BUNDLE THAT IT FOLLOWS

This bundle follows EARLIER. It has all pages and tables as they are now, and of the evidence those files
that EARLIER, and the bundles before it, do not hold. Both are needed. The one that is meant has a
tagmanifest-sha256.txt with this SHA-256:

    DIGEST
`

const verifyRelied = `
LIST lists every file of evidence that is left to an earlier bundle, and its SHA-256. Put the folders
of the bundles beside one another, open a terminal in the folder that holds them all, and check:

Linux:
    sha256sum -c --quiet THIS/LIST

macOS:
    shasum -a 256 -c THIS/LIST

Windows (PowerShell):
    Get-Content THIS/LIST | ForEach-Object {
        $digest, $path = $_ -split '  ', 2
        if ((Get-FileHash -Algorithm SHA256 -LiteralPath $path).Hash -ne $digest) { "CHANGED: $path" }
    }

data/since/held.csv says the same with the record of each file, and data/since/files.csv what became of
every file of the earlier bundle.
`
