package history

import (
	"io"
	"maps"
	"path"
	"slices"
	"strings"
)

// Read reads the history of the files below a folder: in one pass, and once more for each move by which files came in from
// outside of it.
func Read(dir string) (*Log, error) {
	l := &Log{dir: dir, tree: map[string]string{}}
	head, err := l.place()
	if err != nil {
		return nil, err
	}
	if err := l.list(head); err != nil {
		return nil, err
	}
	if err := l.follow(head); err != nil {
		return nil, err
	}
	return l, l.mapCoAuthors(l.commits)
}

// place finds the folder in its repository, and returns the commit that it stands at.
func (l *Log) place() (head string, err error) {
	said, err := read(l.dir, "rev-parse", "--is-inside-work-tree", "--is-shallow-repository", "--show-prefix", "--quiet", "--verify", "HEAD^{commit}")
	if err != nil && said != "" {
		return "", because("there is no commit yet")
	}
	if err != nil {
		return "", err
	}
	inside, rest, _ := strings.Cut(said, "\n")
	shallow, rest, _ := strings.Cut(rest, "\n")
	rest = strings.TrimSuffix(rest, "\n")
	cut := strings.LastIndexByte(rest, '\n') // a folder's name may hold line ends of its own
	if inside != "true" || cut < 0 {
		return "", because("the folder is no work tree")
	}
	l.Shallow, l.prefix, head = shallow == "true", rest[:cut], rest[cut+1:]
	_, err = read(l.dir, "config", "--get-regexp", `^(remote\..*\.promisor|extensions\.partialclone)$`)
	l.Partial = err == nil
	return head, nil
}

// list reads which files the commit holds.
func (l *Log) list(head string) error {
	said, err := read(l.dir, "ls-tree", "-r", "-z", "--full-name", head)
	for entry := range strings.SplitSeq(said, "\x00") {
		about, file, _ := strings.Cut(entry, "\t")
		if mode := strings.Fields(about); len(mode) == 3 && strings.HasPrefix(mode[0], "100") {
			l.tree[file] = mode[2]
		}
	}
	return err
}

// moves is how many moves a file is followed through outside of the folder, each a pass.
const moves = 8

// follow reads the commits, and again with what came in from outside of the folder, until nothing more did.
func (l *Log) follow(head string) error {
	outside := map[string]bool{}
	for range moves {
		found, err := l.pass(head, outside)
		if err != nil {
			return err
		}
		known := len(outside)
		maps.Copy(outside, found)
		if len(outside) == known {
			break
		}
	}
	return nil
}

// pass reads the commits that touched the folder, or the files outside of it that are asked for, and returns the files outside
// of it that others came from.
func (l *Log) pass(head string, outside map[string]bool) (map[string]bool, error) {
	keep := func(file string) bool { return strings.HasPrefix(file, l.prefix) || outside[file] }
	what := append([]string{head, "--"}, l.scope(outside)...)
	p, err := l.log(slices.Concat(walk, similar), what, keep)
	if err != nil && l.Partial {
		p, err = l.log(slices.Concat(walk, same), what, keep)
	}
	if err != nil {
		return nil, err
	}
	l.commits, l.changes, l.at, l.graph = p.commits, p.changes, p.paths(), p.graph()
	return p.outside, nil
}

// walk is how git is to go through the commits. Of a merge it shows what differs from all parents: what the merge itself wrote.
// The whole of each commit is shown, so that a file's former name outside of the folder is found.
var walk = []string{"--date-order", "--full-history", "--parents", "--full-diff", "--raw", "-c", "--combined-all-paths", "--no-rename-empty", "-O/dev/null"}

// How alike two files are for one to be the other's new name: git's own measure, or byte for byte, which needs no texts.
//
// Where a commit both removes and adds more files than the limit, only those are followed that kept their text, or their name in
// another folder: to compare all with all takes time that grows with the square.
var (
	similar = []string{"-M50%", "-l400"}
	same    = []string{"-M100%"}
)

// scope is the paths to ask git for: the folder, and files outside of it; many of them by their folders, and very many folders
// by the whole repository.
func (l *Log) scope(outside map[string]bool) []string {
	if l.prefix == "" {
		return nil
	}
	const many = 100
	folders := map[string]bool{}
	for file := range outside {
		folders[path.Dir(file)] = true
	}
	paths := outside
	if len(outside) > many {
		paths = folders
	}
	if len(paths) > many || paths["."] {
		return nil
	}
	specs := []string{":(top,literal)" + l.prefix}
	for _, file := range slices.Sorted(maps.Keys(paths)) {
		specs = append(specs, ":(top,literal)"+file)
	}
	return specs
}

// log runs git log and reads what it says of files to keep.
func (l *Log) log(flags, commits []string, keep func(file string) bool) (*parser, error) {
	var p *parser
	err := hear(reading(l.dir, slices.Concat([]string{"log"}, form, flags, commits)...), func(out io.Reader) error {
		p = newParser(out, keep)
		return p.parse()
	})
	return p, err
}
