package report

import "beatbook/ui/widget"

// section is a part of the report. Its digit is one more.
type section int

const (
	overview section = iota
	parts
	trend
	visits
	missed
	gaps
	sections
)

// room is how many lines a section needs, its border included: at least, and to be seen whole.
type room struct{ least, whole int }

// box is where a section stands on the page.
type box struct {
	section
	x, y, width, height int
}

// leaf is the sections that are seen at once, like a leaf of a book: they fill one column, or two in a wide window, and
// what finds no room there stands on another leaf.
type leaf []box

const (
	border  = 2
	leftOf5 = 2 // fifths of the width for the left one of two columns
)

// newLeaf is the leaf with a section on it, for an area that begins at line top.
func newLeaf(with section, rooms [sections]room, width, height, top int) leaf {
	columns := []box{{width: width}}
	if width >= widget.SplitBeside {
		left := width * leftOf5 / 5
		columns = []box{{width: left}, {x: left + 1, width: width - left - 1}}
	}
	for first := overview; ; {
		var l leaf
		for _, c := range columns {
			behind := first
			for used := 0; behind < sections && (behind == first || goesOn(behind, used+rooms[behind].least, len(columns), height)); behind++ {
				used += rooms[behind].least
			}
			l = append(l, stack(c, first, behind, rooms, height, top)...)
			first = behind
		}
		if with < first {
			return l
		}
	}
}

// goesOn reports whether a section that makes a column so high stands in it. Of two columns the second begins with the strip.
func goesOn(s section, used, columns, height int) bool {
	return used <= height && (columns == 1 || s != visits)
}

// stack puts sections one below the other, so that they fill the column: first each is to be whole, and what is left
// over goes to the last one.
func stack(column box, first, behind section, rooms [sections]room, height, y int) []box {
	spare := height
	for s := first; s < behind; s++ {
		spare -= rooms[s].least
	}
	var boxes []box
	for s := first; s < behind; s++ {
		b := column
		more := min(max(rooms[s].whole-rooms[s].least, 0), max(spare, 0))
		if s == behind-1 {
			more = spare
		}
		b.section, b.y, b.height = s, y, rooms[s].least+more
		spare -= more
		y += b.height
		boxes = append(boxes, b)
	}
	return boxes
}

// at is the box at a cell of the page.
func (l leaf) at(x, y int) (box, bool) {
	for _, b := range l {
		if x >= b.x && x < b.x+b.width && y >= b.y && y < b.y+b.height {
			return b, true
		}
	}
	return box{}, false
}
