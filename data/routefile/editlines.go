package routefile

import (
	"slices"
	"strings"

	"go.yaml.in/yaml/v3"
)

// part is the lines of one child of a list or a mapping: from the comments above it to the end of what is in it.
type part struct {
	extent
	after int // the end of its key or dash
}

// parts are the lines of the children, which take up the whole stretch save for what stands above the first and below the
// last.
func (p *page) parts(n *yaml.Node, at extent) []part {
	list := children(n, "")
	parts := make([]part, len(list))
	mark := p.extents[n].from // of a list the dash
	parts[0].from = p.above(n, extent{at.from, max(at.from, p.line(mark))})
	for i, c := range list {
		parts[i].after = mark + 1
		if c.key != nil {
			parts[i].after = p.colon(c.key)
		}
		gap := extent{p.extents[c.value].to, at.to}
		if i+1 == len(list) {
			parts[i].to = p.below(n, gap)
			break
		}
		mark = p.skip(gap.from)
		gap.to = p.line(mark)
		parts[i].to = p.below(n, gap)
		parts[i+1].from = parts[i].to
	}
	return parts
}

// colon is the place behind a key and its colon.
func (p *page) colon(key *yaml.Node) int {
	return p.extents[key].to + strings.IndexByte(p.text[p.extents[key].to:], ':') + 1
}

// above is where the first child begins: at the comments directly above it, which in a mapping belong to the whole.
func (p *page) above(n *yaml.Node, gap extent) int {
	begin := gap.to
	for n.Kind == yaml.SequenceNode && begin > gap.from && p.remark(p.line(begin-1)) {
		begin = p.line(begin - 1)
	}
	return begin
}

// below is where a child ends, in the gap before the next one: behind the last comment that stands deeper than the child.
func (p *page) below(n *yaml.Node, gap extent) int {
	end := p.nextLine(gap.from)
	for line := end; line < gap.to; line = p.nextLine(line) {
		if p.remark(line) && p.indent(line) > p.column(n) {
			end = p.nextLine(line)
		}
	}
	return end
}

// changeLines is the stretch of a list or a mapping that has a line or more for each child, with the children changed.
func (e *editor) changeLines(at extent, v triple, name string) string {
	parts := e.old.parts(v.old, at)
	indent := strings.Repeat(" ", e.old.column(v.old))
	shared := at.from > e.old.line(at.from) && strings.TrimSpace(e.old.text[e.old.line(at.from):at.from]) != ""
	var lines strings.Builder
	for _, s := range v.steps(name) {
		if s.oldPlace < 0 {
			lines.WriteString(e.newLines(v, s.nextPlace, name))
			continue
		}
		part := parts[s.oldPlace]
		if s.oldPlace == 0 && shared {
			lines.WriteString(indent)
		}
		lines.WriteString(e.old.text[part.from:part.after])
		lines.WriteString(e.change(extent{part.after, part.to}, s.triple, s.name))
	}
	text := lines.String()
	if shared {
		text = besideDash(text, indent)
	}
	return e.old.text[at.from:parts[0].from] + text + e.old.text[parts[len(parts)-1].to:at.to]
}

// besideDash is lines of a mapping that begin behind the dash of an entry.
func besideDash(lines, indent string) string {
	if rest := strings.TrimPrefix(lines, indent); !strings.ContainsAny(rest[:1], " #\n") {
		return rest
	}
	return "\n" + lines
}

// newLines are the lines of a new child, in the style of those that are there.
func (e *editor) newLines(v triple, index int, name string) string {
	column := e.old.column(v.old)
	indent := strings.Repeat(" ", column)
	c := children(v.next, name)[index]
	switch {
	case c.key != nil && inLine(v.next):
		return indent + e.new.inlineChild(c) + "\n"
	case c.key == nil && (inLine(c.value) || allInLine(v.old)):
		return indent + "- " + e.new.inlineChild(c) + "\n"
	}
	own := e.new.extents[v.next]
	whole := extent{e.new.line(own.from), e.new.nextLine(own.to)}
	lines := e.new.parts(v.next, whole)[index]
	return shift(e.new.text[lines.from:lines.to], column-e.new.column(v.next))
}

func allInLine(list *yaml.Node) bool {
	return !slices.ContainsFunc(list.Content, func(n *yaml.Node) bool { return !inLine(n) })
}

// shift moves lines of a file of Write to the right, or to the left where the number is below 0.
func shift(lines string, by int) string {
	var b strings.Builder
	for line := range strings.Lines(lines) {
		switch {
		case line == "\n" || by == 0:
			b.WriteString(line)
		case by > 0:
			b.WriteString(strings.Repeat(" ", by) + line)
		default:
			b.WriteString(line[-by:])
		}
	}
	return b.String()
}
