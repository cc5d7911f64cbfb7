package routefile

import (
	"strings"

	"go.yaml.in/yaml/v3"
)

// page is a plan file that Read takes, with the place of each of its values.
type page struct {
	text    string // lines end in \n, the last one too
	root    *yaml.Node
	extents map[*yaml.Node]extent

	runes []int // where each character begins in the text
	lines []int // which character begins each line
}

// extent is a stretch of the text, in bytes.
type extent struct{ from, to int }

// openPage reads a text without a byte order mark, whose lines end in \n.
func openPage(text string) *page {
	p := &page{text: text, extents: map[*yaml.Node]extent{}, lines: []int{0}}
	for at, c := range text {
		p.runes = append(p.runes, at)
		if c == '\n' {
			p.lines = append(p.lines, len(p.runes))
		}
	}
	p.root = new(reader).parse([]byte(text))
	p.measure(p.root)
	return p
}

// measure finds out where the value and all in it begin and end, which the YAML package tells only the half of.
func (p *page) measure(n *yaml.Node) (end int) {
	from := p.runes[p.lines[n.Line-1]+n.Column-1]
	if n.Kind == yaml.ScalarNode {
		end = p.scalarEnd(n, from)
	}
	for _, child := range n.Content {
		end = p.measure(child)
	}
	if p.bracketed(n, from) {
		end = p.skip(max(end, from+1))
		if p.text[end] == ',' {
			end = p.skip(end + 1)
		}
		end++
	}
	p.extents[n] = extent{from, end}
	return end
}

// bracketed reports whether the value is a list or a mapping in brackets. One pair in a list may go without.
func (p *page) bracketed(n *yaml.Node, from int) bool {
	return n.Kind != yaml.ScalarNode && inLine(n) && (p.text[from] == '[' || p.text[from] == '{')
}

// inLine reports whether the value has no lines of its own: it is a scalar, or a list or a mapping in brackets.
func inLine(n *yaml.Node) bool { return n.Kind == yaml.ScalarNode || n.Style&yaml.FlowStyle != 0 }

func (p *page) scalarEnd(n *yaml.Node, from int) int {
	switch {
	case n.Style&(yaml.DoubleQuotedStyle|yaml.SingleQuotedStyle) != 0:
		return p.quotedEnd(from)
	case n.Style&(yaml.LiteralStyle|yaml.FoldedStyle) != 0:
		return p.indentedEnd(from)
	}
	// Plain text may go over several lines, the breaks of which are spaces of the value.
	for _, word := range strings.FieldsFunc(n.Value, isSpace) {
		for isSpace(rune(p.text[from])) {
			from++
		}
		from += len(word)
	}
	return from
}

func isSpace(c rune) bool { return c == ' ' || c == '\t' || c == '\n' }

func (p *page) quotedEnd(at int) int {
	quote := p.text[at]
	for at++; ; at++ {
		switch c := p.text[at]; {
		case c == '\\' && quote == '"', c == '\'' && quote == '\'' && p.text[at+1] == '\'':
			at++
		case c == quote:
			return at + 1
		}
	}
}

// indentedEnd is the end of a text in the lines below its | or >, without its last line break.
func (p *page) indentedEnd(at int) int {
	end, indent := at, 0
	for line := p.nextLine(at); line < len(p.text); line = p.nextLine(line) {
		if p.blank(line) {
			continue
		}
		if indent == 0 {
			indent = p.indent(line)
		}
		if p.indent(line) < indent {
			break
		}
		end = p.nextLine(line) - 1
	}
	return end
}

// skip is the place behind spaces, line breaks and comments.
func (p *page) skip(at int) int {
	for at < len(p.text) {
		switch {
		case p.text[at] == '#':
			at = p.nextLine(at)
		case isSpace(rune(p.text[at])):
			at++
		default:
			return at
		}
	}
	return at
}

// nextLine is the beginning of the line below.
func (p *page) nextLine(at int) int { return at + strings.IndexByte(p.text[at:], '\n') + 1 }

// line is the beginning of the line.
func (p *page) line(at int) int { return strings.LastIndexByte(p.text[:at], '\n') + 1 }

// indent is the number of spaces at the beginning of a line.
func (p *page) indent(line int) int {
	return len(p.text[line:]) - len(strings.TrimLeft(p.text[line:], " "))
}

// blank reports whether there is nothing on the rest of the line.
func (p *page) blank(at int) bool { return strings.Trim(p.text[at:p.nextLine(at)], " \t\n") == "" }

// remark reports whether there is a comment alone on the line.
func (p *page) remark(line int) bool {
	return strings.HasPrefix(strings.TrimLeft(p.text[line:], " \t"), "#")
}

// slice is the value as it stands in the file.
func (p *page) slice(n *yaml.Node) string { return p.text[p.extents[n].from:p.extents[n].to] }

// column is how far the value stands from the beginning of its line.
func (p *page) column(n *yaml.Node) int { return n.Column - 1 }
