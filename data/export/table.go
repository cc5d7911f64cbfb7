package export

import "github.com/xuri/excelize/v2"

const (
	leastWidth, leastCountWidth, mostWidth = 6, 4, 60 // of a column, in digits
	wideSheet                              = 95       // the width from which on a sheet prints in landscape
)

// addTable writes a section on a sheet of its own, with what is drawn of it.
func (b *workbook) addTable(section Section) error {
	widths, total := section.widths(), 0
	for _, width := range widths {
		total += width
	}
	s, err := b.newSheet(b.names.take(section.Title), len(section.Rows)+1, widths, section.Drawn != Plain || total > wideSheet)
	if err != nil {
		return err
	}
	if err := s.keepHead(); err != nil {
		return err
	}
	if err := s.add(s.head(section), excelize.RowOpts{Height: section.headHeight()}); err != nil {
		return err
	}
	formats := section.columnFormats()
	for _, row := range section.Rows {
		if err := s.add(s.cells(section, row, formats)); err != nil {
			return err
		}
	}
	if err := s.draw(section); err != nil {
		return err
	}
	return s.stream.Flush()
}

func (s *sheet) head(section Section) []any {
	styles, formats := s.book.styles, section.columnFormats()
	var head []any
	for i, text := range section.Head {
		style := styles.head
		switch {
		case section.Drawn == Heat && i > 0:
			style = styles.uprightHead
		case formats[i].rightAligned():
			style = styles.rightHead
		}
		head = append(head, styled(style, text))
	}
	return head
}

func (s *sheet) cells(section Section, row []Cell, formats []Format) []any {
	cells := make([]any, len(row))
	_, drawn := section.drawnRate(row)
	for i, c := range row {
		n, isCount := c.Value.(int)
		switch {
		case section.Drawn == Heat && i > 0 && isCount:
			cells[i] = excelize.Cell{StyleID: s.book.styles.count, Value: n}
		case section.charted() && i == section.Of && !drawn:
			// stays empty: a chart takes any text for zero
		case i < len(formats):
			cells[i] = s.book.cell(c, formats[i])
		default:
			cells[i] = s.book.cell(c, c.Format)
		}
	}
	return cells
}

// headHeight is the height of an upright head in points; 0 leaves it to the program.
func (s Section) headHeight() float64 {
	const pointsPerDigit, most = 6, 120
	if s.Drawn != Heat {
		return 0
	}
	height := 0
	for _, text := range s.Head[1:] {
		height = max(height, textWidth(text)*pointsPerDigit)
	}
	return float64(min(height, most))
}

// widths are those of the columns, in digits.
func (s Section) widths() []int {
	widths := make([]int, len(s.Head))
	for i, text := range s.Head {
		if s.Drawn == Heat && i > 0 {
			widths[i] = leastCountWidth // the head stands upright
		} else {
			widths[i] = max(leastWidth, textWidth(text))
		}
	}
	for _, row := range s.Rows {
		for i, c := range row[:min(len(row), len(widths))] {
			widths[i] = max(widths[i], c.width())
		}
	}
	for i := range widths {
		widths[i] = min(widths[i], mostWidth)
	}
	return widths
}
