package routefile

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"regexp"
	"strconv"
	"strings"

	"go.yaml.in/yaml/v3"
)

const maxDepth = 16

// parse is the one document of the source as a tree of plain values: no anchors, aliases, merge keys or tags.
func (r *reader) parse(src []byte) *yaml.Node {
	lines := &lineReader{rest: src}
	decoder := yaml.NewDecoder(lines)
	doc, err := decode(decoder)
	if errors.Is(err, io.EOF) || err == nil && isNothing(doc) {
		r.addAbout(&yaml.Node{}, EmptyFile, "", "")
		return nil
	}
	if err == nil {
		r.plain(doc, 0)
		var second *yaml.Node
		if second, err = decode(decoder); err == nil {
			r.addAbout(second, SeveralDocuments, "", "")
		}
	}
	if err != nil && !errors.Is(err, io.EOF) {
		r.problems = append(r.problems, syntaxProblem(src, lines.read, err))
	}
	if len(r.problems) > 0 {
		return nil
	}
	return doc.Content[0]
}

// decode reads the next document. The YAML package panics on some nonsense.
func decode(d *yaml.Decoder) (doc *yaml.Node, err error) {
	defer func() {
		if p := recover(); p != nil {
			err = fmt.Errorf("%v", p)
		}
	}()
	doc = new(yaml.Node)
	return doc, d.Decode(doc)
}

func isNothing(doc *yaml.Node) bool {
	return len(doc.Content) == 0 || doc.Content[0].ShortTag() == "!!null" && doc.Content[0].Value == ""
}

// plain notes what a plan has no use for, and what turns a small file into a huge one.
func (r *reader) plain(n *yaml.Node, depth int) {
	switch {
	case depth > maxDepth:
		r.addAbout(n, TooDeep, "", strconv.Itoa(maxDepth))
		return
	case n.Kind == yaml.AliasNode:
		r.add(n, Alias, "")
		return
	case n.Anchor != "":
		r.addAbout(n, Alias, n.Anchor, "")
	}
	if n.Style&yaml.TaggedStyle != 0 {
		r.addAbout(n, ExplicitTag, n.Tag, "")
	}
	if n.Kind == yaml.ScalarNode && n.ShortTag() == "!!merge" {
		r.add(n, MergeKey, "")
	}
	for _, child := range n.Content {
		r.plain(child, depth+1)
	}
}

var (
	yamlLine      = regexp.MustCompile(`^(?:yaml: )?(?:line (\d+): )?`)
	unknownAnchor = regexp.MustCompile(`unknown anchor '(.*)' referenced`)
)

// syntaxProblem places an error of the YAML package, which had read the given number of lines when it gave up.
func syntaxProblem(src []byte, read int, err error) Problem {
	text := err.Error()
	if m := unknownAnchor.FindStringSubmatch(text); m != nil {
		p := problemAt(src, max(bytes.Index(src, []byte("*"+m[1])), 0), Alias, printable(m[1]))
		return *p
	}
	m := yamlLine.FindStringSubmatch(text)
	line, _ := strconv.Atoi(m[1])
	detail := printable(text[len(m[0]):])
	if strings.HasPrefix(detail, "did not find expected") {
		line++ // the parser, unlike the scanner, counts from 0
	}
	lines := bytes.SplitAfter(src, []byte("\n"))
	line = failingLine(lines, min(read, len(lines)), min(max(line, 1), len(lines)))
	p := Problem{Line: line, Column: 1, Code: Syntax, Subject: printable(string(bytes.TrimSpace(lines[line-1]))), Detail: detail}
	if strings.Contains(detail, "max depth") {
		p.Code, p.Subject, p.Detail = TooDeep, "", strconv.Itoa(maxDepth)
	}
	return p
}

// failingLine finds the line without which the text before it would be in order. The YAML package tells the line where
// the construct around it begins, which may be the top of the file; the true one is among the last that it had read.
// In a construct that was never closed there is none, and the line of the YAML package is right.
func failingLine(lines [][]byte, read, otherwise int) int {
	const steps = 6
	for line := read; line > max(read-steps, 0); line-- {
		_, err := decode(yaml.NewDecoder(bytes.NewReader(bytes.Join(lines[:line-1], nil))))
		if err == nil || errors.Is(err, io.EOF) {
			return line
		}
	}
	return otherwise
}

// lineReader hands out a line at a time and counts them.
type lineReader struct {
	rest   []byte
	read   int // lines begun
	inLine bool
}

func (l *lineReader) Read(p []byte) (int, error) {
	if len(l.rest) == 0 {
		return 0, io.EOF
	}
	end := bytes.IndexByte(l.rest, '\n') + 1
	if end == 0 {
		end = len(l.rest)
	}
	if !l.inLine {
		l.read++
	}
	n := copy(p, l.rest[:end])
	l.rest, l.inLine = l.rest[n:], n < end
	return n, nil
}
