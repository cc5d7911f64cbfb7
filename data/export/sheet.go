package export

import (
	"fmt"

	"github.com/xuri/excelize/v2"
)

const a4 = 9 // in Excel's list of paper sizes

// sheet is a sheet that is written row after row.
type sheet struct {
	book   *workbook
	name   string
	stream *excelize.StreamWriter
	row    int // the last one written, from 1
}

// newSheet adds a sheet that prints on A4, fit to its width. Its columns have widths in digits.
func (b *workbook) newSheet(name string, rows int, widths []int, landscape bool) (*sheet, error) {
	s := &sheet{book: b, name: name}
	if _, err := b.file.NewSheet(name); err != nil {
		return nil, err
	}
	if err := s.setPage(landscape); err != nil {
		return nil, err
	}
	last, err := excelize.CoordinatesToCellName(len(widths), rows)
	if err != nil {
		return nil, err
	}
	if err := b.file.SetSheetDimension(name, "A1:"+last); err != nil {
		return nil, err
	}
	if s.stream, err = b.file.NewStreamWriter(name); err != nil {
		return nil, err
	}
	for i, width := range widths {
		if err := s.stream.SetColWidth(i+1, i+1, float64(width)); err != nil {
			return nil, err
		}
	}
	return s, nil
}

// setPage says how the sheet is printed. A stream takes that before it begins.
func (s *sheet) setPage(landscape bool) error {
	orientation := "portrait"
	if landscape {
		orientation = "landscape"
	}
	paper, one, all, fit := a4, 1, 0, true
	if err := s.book.file.SetSheetProps(s.name, &excelize.SheetPropsOptions{FitToPage: &fit}); err != nil {
		return err
	}
	err := s.book.file.SetPageLayout(s.name, &excelize.PageLayoutOptions{
		Size: &paper, Orientation: &orientation, FitToWidth: &one, FitToHeight: &all,
	})
	if err != nil {
		return err
	}
	return s.book.file.SetHeaderFooter(s.name, &excelize.HeaderFooterOptions{OddHeader: "&R&A", OddFooter: "&C&P / &N"})
}

// keepHead lets the first row stay in sight and be printed on each page.
func (s *sheet) keepHead() error {
	err := s.stream.SetPanes(&excelize.Panes{Freeze: true, YSplit: 1, TopLeftCell: "A2", ActivePane: "bottomLeft"})
	if err != nil {
		return err
	}
	return s.book.file.SetDefinedName(&excelize.DefinedName{
		Name: "_xlnm.Print_Titles", RefersTo: reference(s.name, "$1:$1"), Scope: s.name,
	})
}

// add writes a row; without cells it stays empty.
func (s *sheet) add(cells []any, set ...excelize.RowOpts) error {
	s.row++
	if len(cells) == 0 {
		return nil
	}
	return s.stream.SetRow(fmt.Sprintf("A%d", s.row), cells, set...)
}
