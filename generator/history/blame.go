package history

import (
	"bufio"
	"io"
	"maps"
	"slices"
	"strings"
)

// Lines returns who added each line of a file as it stands in the work tree: nil for a line that nobody has committed yet, and
// for one that may be older than a shallow clone goes back. It is nil for a file that is not in the commit.
//
// A line that moved belongs to the commit that put it where it stands, and one that was set with other blanks or line ends to the commit
// that wrote it.
func (l *Log) Lines(file string) ([]*Commit, error) {
	file, _ = l.spelling(file)
	if l.tree[file] == "" {
		return nil, nil
	}
	var added []string
	err := hear(reading(l.dir, "blame", "--porcelain", "-w", "--no-textconv", "--ignore-revs-file=", "--", strings.TrimPrefix(file, l.prefix)), func(out io.Reader) error {
		var err error
		added, err = parseBlame(bufio.NewReader(out), l.Shallow)
		return err
	})
	if err != nil {
		return nil, err
	}
	commits, err := l.named(added)
	if err != nil {
		return nil, err
	}
	lines := make([]*Commit, len(added))
	for i, hash := range added {
		lines[i] = commits[hash]
	}
	return lines, nil
}

// named returns the commits of these names. The log holds them already, unless the folder has moved on since it was read.
func (l *Log) named(hashes []string) (map[string]*Commit, error) {
	var unknown []string
	for _, hash := range hashes {
		if l.commits[hash] == nil && hash != "" && !slices.Contains(unknown, hash) {
			unknown = append(unknown, hash)
		}
	}
	if len(unknown) == 0 {
		return l.commits, nil
	}
	p, err := l.log([]string{"--no-walk=unsorted", "--no-patch"}, unknown, nil)
	if err != nil {
		return nil, err
	}
	maps.Copy(p.commits, l.commits)
	return p.commits, l.mapCoAuthors(p.commits)
}

// parseBlame reads git blame's porcelain format: which commit added each line, "" where none did. Under each line's commit
// stand what is known of it and then, behind a tab, the line. In a clone that is cut short a commit without a parent is where it
// was cut, and says nothing of who added its lines.
func parseBlame(in *bufio.Reader, shallow bool) ([]string, error) {
	var added []string
	oldest := map[string]bool{}
	for inside := false; ; {
		line, err := in.ReadString('\n')
		if err == io.EOF && line == "" {
			break
		}
		if err != nil {
			return nil, errUnread
		}
		switch {
		case !inside:
			hash, _, _ := strings.Cut(line, " ")
			added, inside = append(added, hash), true
		case line[0] == '\t':
			inside = false
		case line == "boundary\n":
			oldest[added[len(added)-1]] = true
		}
	}
	for i, hash := range added {
		if strings.Trim(hash, "0") == "" || shallow && oldest[hash] {
			added[i] = ""
		}
	}
	return added, nil
}
