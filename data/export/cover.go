package export

// The widths of the columns of the first sheet, in digits.
const (
	labelWidth, mostLabelWidth = 16, 40
	valueWidth, mostValueWidth = 24, 60
	dateWidth, mostDateWidth   = 8, 20
	dateLineWidth              = 18
)

// addCover writes the first sheet.
func (b *workbook) addCover(d Document) error {
	name := b.names.take(d.Title)
	if err := b.file.SetSheetName(b.file.GetSheetName(0), name); err != nil {
		return err
	}
	rows := b.coverRows(d)
	s, err := b.newSheet(name, len(rows), coverWidths(d), false)
	if err != nil {
		return err
	}
	for _, row := range rows {
		if err := s.add(row); err != nil {
			return err
		}
	}
	return s.stream.Flush()
}

// coverRows are the rows of the first sheet; one without cells stays empty.
func (b *workbook) coverRows(d Document) [][]any {
	rows := [][]any{{styled(b.styles.title, d.Title)}}
	for _, line := range d.Lines {
		rows = append(rows, []any{fitText(line)})
	}
	for _, s := range d.Sections {
		if len(s.Head) > 0 || len(s.Rows) == 0 {
			continue
		}
		rows = append(rows, nil, []any{styled(b.styles.heading, s.Title), styled(b.styles.heading, "")})
		for _, p := range pairs(s.Rows) {
			rows = append(rows, []any{styled(b.styles.label, p.Label.Text), b.cell(p.Value, p.Value.Format)})
		}
	}
	for _, sign := range d.Sign {
		rows = append(rows, nil, nil, []any{
			styled(b.styles.label, sign), styled(b.styles.line, ""), styled(b.styles.label, d.Date), styled(b.styles.line, ""),
		})
	}
	return rows
}

func coverWidths(d Document) []int {
	labels, values := labelWidth, valueWidth
	for _, s := range d.Sections {
		if len(s.Head) == 0 {
			for _, p := range pairs(s.Rows) {
				labels, values = max(labels, textWidth(p.Label.Text)), max(values, p.Value.width())
			}
		}
	}
	for _, sign := range d.Sign {
		labels = max(labels, textWidth(sign))
	}
	return []int{
		min(labels, mostLabelWidth), min(values, mostValueWidth),
		min(max(textWidth(d.Date), dateWidth), mostDateWidth), dateLineWidth,
	}
}
