package export

import "github.com/xuri/excelize/v2"

// styles are those of a workbook, by their number in the file.
type styles struct {
	title, heading, label, line, head, rightHead, uprightHead, rightText, count int
	cells                                                                       [len(numberFormats)]int
}

// numberFormats are how the values of a format are shown.
var numberFormats = [...]string{
	Text:    "@",
	Number:  "0",
	Percent: "0.0%",
	Hours:   "0.0",
	Length:  "[h]:mm",
	Day:     "yyyy-mm-dd",
	Moment:  "yyyy-mm-dd hh:mm",
}

// The colours of the workbook and of its charts.
const (
	ink, grey, barFill, headFill = "1F3A56", "444444", "3D6186", "EEF2F6"
	noCountFill, mostCountFill   = "#FFFFFF", "#7AA4CB"
)

func newStyles(f *excelize.File) (styles, error) {
	var s styles
	under := []excelize.Border{{Type: "bottom", Style: 1, Color: ink}}
	head := func(set excelize.Alignment) *excelize.Style {
		set.Vertical, set.WrapText = "center", set.TextRotation == 0
		return &excelize.Style{Font: &excelize.Font{Bold: true}, Fill: plainFill(headFill), Border: under, Alignment: &set}
	}
	counts := "0;-0;" // a zero is not shown
	for _, made := range []struct {
		id    *int
		style *excelize.Style
	}{
		{&s.title, &excelize.Style{Font: &excelize.Font{Bold: true, Size: 16}}},
		{&s.heading, &excelize.Style{Font: &excelize.Font{Bold: true, Size: 12}, Border: under}},
		{&s.label, &excelize.Style{Font: &excelize.Font{Color: grey}, Alignment: &excelize.Alignment{Horizontal: "left", Indent: 1, Vertical: "center", WrapText: true}}},
		{&s.line, &excelize.Style{Border: under}},
		{&s.head, head(excelize.Alignment{Horizontal: "left"})},
		{&s.rightHead, head(excelize.Alignment{Horizontal: "right", Indent: 1})},
		{&s.uprightHead, head(excelize.Alignment{Horizontal: "center", TextRotation: 90})},
		{&s.rightText, &excelize.Style{Alignment: &excelize.Alignment{Horizontal: "right", Indent: 1, Vertical: "center"}}},
		{&s.count, &excelize.Style{CustomNumFmt: &counts, Alignment: &excelize.Alignment{Horizontal: "center", Vertical: "center"}}},
	} {
		var err error
		if *made.id, err = f.NewStyle(made.style); err != nil {
			return s, err
		}
	}
	for format, code := range numberFormats {
		set := &excelize.Alignment{Horizontal: "left", Vertical: "center", WrapText: Format(format) == Text}
		if Format(format).rightAligned() {
			set.Horizontal, set.Indent = "right", 1
		}
		var err error
		if s.cells[format], err = f.NewStyle(&excelize.Style{CustomNumFmt: &code, Alignment: set}); err != nil {
			return s, err
		}
	}
	return s, nil
}

func plainFill(colour string) excelize.Fill {
	return excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{colour}}
}
