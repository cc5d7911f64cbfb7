package routefile

import (
	"strings"

	"go.yaml.in/yaml/v3"
)

// piece is one child of a list or a mapping in brackets.
type piece struct {
	lead  string // what stands before it: spaces, or line breaks and comments
	trail string // what stands behind it: the comma, and the rest of the line if that is a comment
	comma bool   // whether the comma is there
	after int    // the end of its key, or the beginning of an entry
	extent
}

// pieces are what stands between the brackets, all of it save for the rest of the line behind the first bracket and what
// there is before the last one.
func (p *page) pieces(n *yaml.Node) (pieces []piece, all extent) {
	at := p.restOfLine(p.extents[n].from + 1)
	all.from = at
	for _, c := range children(n, "") {
		from, to := p.extents[c.value].from, p.extents[c.value].to
		after := from
		if c.key != nil {
			from, after = p.extents[c.key].from, p.extents[c.key].to
		}
		end, comma := p.behind(to)
		pieces = append(pieces, piece{p.text[at:from], p.text[to:end], comma, after, extent{from, to}})
		at = end
	}
	all.to = at
	return pieces, all
}

// behind is the end of the comma behind a value in brackets, and of the line if nothing but a comment follows there.
func (p *page) behind(at int) (end int, comma bool) {
	if next := p.skip(at); p.text[next] == ',' {
		at, comma = next+1, true
	}
	return p.restOfLine(at), comma
}

// restOfLine is the end of the line where nothing but a comment follows, else the place itself.
func (p *page) restOfLine(at int) int {
	if p.blank(at) || p.remark(at) {
		return p.nextLine(at)
	}
	return at
}

// changeInline is a list or a mapping in brackets with its children changed.
func (e *editor) changeInline(v triple, name string) string {
	own := e.old.extents[v.old]
	pieces, all := e.old.pieces(v.old)
	var b strings.Builder
	b.WriteString(e.old.text[own.from:all.from])
	steps := v.steps(name)
	for i, s := range steps {
		change := pieces[len(pieces)-1].another()
		if s.oldPlace >= 0 {
			change = pieces[s.oldPlace]
		}
		first, last := i == 0, i == len(steps)-1
		b.WriteString(change.leadAt(first, pieces[0].lead))
		if s.oldPlace < 0 {
			b.WriteString(e.new.inlineChild(children(v.next, name)[s.nextPlace]))
		} else {
			b.WriteString(e.old.text[change.from:change.after] + e.change(extent{change.after, change.to}, s.triple, s.name))
		}
		b.WriteString(change.trailAt(last, s.oldPlace == len(pieces)-1))
	}
	return b.String() + e.old.text[all.to:own.to]
}

// leadAt is what stands before the piece at its new place, where the first one had another one before it.
func (c piece) leadAt(first bool, ofFirst string) string {
	switch {
	case strings.TrimSpace(c.lead) != "":
		return c.lead
	case first:
		return ofFirst
	case c.lead == "":
		return " "
	}
	return c.lead
}

// trailAt is what stands behind the piece at its new place: with a comma between two, without one where it was not the last
// before and is now.
func (c piece) trailAt(last, wasLast bool) string {
	switch {
	case !last && !c.comma:
		return "," + c.trail
	case last && !wasLast && strings.HasPrefix(c.trail, ","):
		return c.trail[1:]
	}
	return c.trail
}

// another is a new piece with the line breaks of the piece.
func (c piece) another() piece {
	var n piece
	if strings.TrimSpace(c.lead) == "" {
		n.lead = c.lead
	}
	if strings.HasSuffix(c.trail, "\n") {
		n.trail = "\n"
	}
	return n
}
