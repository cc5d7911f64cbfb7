package routefile

import (
	"cmp"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"unicode"

	"github.com/charmbracelet/x/ansi"
	"go.yaml.in/yaml/v3"
)

// Problem is one thing that is wrong with a plan file.
type Problem struct {
	Line    int // from 1
	Column  int // from 1, in characters; 1 where only the line is known
	Code    Code
	Subject string // the text in question, shortened and safe to print; may be empty
	Detail  string // what the Code says it is, in no language; may be empty
}

// String is the problem in plain English.
func (p Problem) String() string {
	s := fmt.Sprintf("line %d, column %d: %s", p.Line, p.Column, strings.ReplaceAll(string(p.Code), "-", " "))
	if p.Subject != "" {
		s += ": " + p.Subject
	}
	if p.Detail != "" {
		s += " (" + p.Detail + ")"
	}
	return s
}

// Problems is everything that is wrong with a plan file, in the order of the file.
type Problems []Problem

// Error is the problems in plain English, one a line.
func (ps Problems) Error() string {
	lines := make([]string, len(ps))
	for i, p := range ps {
		lines[i] = p.String()
	}
	return strings.Join(lines, "\n")
}

// add notes a problem with the node. Values without a text of their own have no subject.
func (r *reader) add(n *yaml.Node, code Code, detail string) { r.addAbout(n, code, n.Value, detail) }

func (r *reader) addAbout(n *yaml.Node, code Code, subject, detail string) {
	r.problems = append(r.problems, Problem{max(n.Line, 1), max(n.Column, 1), code, printable(subject), printable(detail)})
}

func (r *reader) sorted() Problems {
	slices.SortStableFunc(r.problems, func(a, b Problem) int {
		return cmp.Or(cmp.Compare(a.Line, b.Line), cmp.Compare(a.Column, b.Column))
	})
	return r.problems
}

func lineOf(n *yaml.Node) string { return strconv.Itoa(n.Line) }

const subjectWidth = 60

// printable is a text of any origin as it can be put on a terminal.
func printable(s string) string {
	s = s[:min(len(s), 16*subjectWidth)]
	s = strings.Map(func(c rune) rune {
		if !forbidden(c) && unicode.In(c, unicode.L, unicode.M, unicode.N, unicode.P, unicode.S, unicode.Zs, unicode.Cf) {
			return c
		}
		return unicode.ReplacementChar
	}, s)
	return ansi.Truncate(s, subjectWidth, "...")
}
