package export

import (
	"fmt"

	"github.com/xuri/excelize/v2"
)

// The size of a chart in pixels.
const (
	chartWidth, chartHeight      = 640, 320
	chartBarHeight, tallestChart = 24, 1600
	chartLabels                  = 8 // below a line
	mostTitleUnits               = 255
)

// charted reports whether a column is drawn as a chart.
func (s Section) charted() bool {
	return (s.Drawn == Bars || s.Drawn == Line) && s.Of > 0 && s.Of < len(s.Head)
}

// draw adds what is drawn of a section that is written already.
func (s *sheet) draw(section Section) error {
	last, err := excelize.CoordinatesToCellName(len(section.Head), len(section.Rows)+1)
	switch {
	case err != nil:
		return err
	case section.charted():
		return s.addChart(section)
	case section.Drawn == Heat && len(section.Head) > 1:
		return s.book.file.SetConditionalFormat(s.name, "B2:"+last, []excelize.ConditionalFormatOptions{{
			Type: "2_color_scale", Criteria: "=",
			MinType: "num", MinValue: "0", MinColor: noCountFill, MaxType: "max", MaxColor: mostCountFill,
		}})
	}
	return nil
}

// addChart draws a column beside the table.
func (s *sheet) addChart(section Section) error {
	column, err := excelize.ColumnNumberToName(section.Of + 1)
	if err != nil {
		return err
	}
	at, err := excelize.CoordinatesToCellName(len(section.Head)+2, 2)
	if err != nil {
		return err
	}
	last, title := len(section.Rows)+1, cutUnits(clean(section.drawingTitle()), mostTitleUnits)
	none, all, small := 0.0, 1.0, excelize.Font{Color: grey, Size: 9}
	chart := &excelize.Chart{
		Type: excelize.Line,
		Series: []excelize.ChartSeries{{
			Name:       reference(s.name, fmt.Sprintf("$%s$1", column)),
			Categories: reference(s.name, fmt.Sprintf("$A$2:$A$%d", last)),
			Values:     reference(s.name, fmt.Sprintf("$%s$2:$%s$%d", column, column, last)),
			Fill:       plainFill(barFill),
			Line:       excelize.LineOptions{Width: 1.5, Fill: plainFill(ink)},
		}},
		Format:    excelize.GraphicOptions{AltText: title},
		Dimension: excelize.ChartDimension{Width: chartWidth, Height: chartHeight},
		Legend:    excelize.ChartLegend{Position: "none"},
		Title:     excelize.ChartTitle{Paragraph: []excelize.RichTextRun{{Text: title}}},
		XAxis:     excelize.ChartAxis{Font: small, TickLabelSkip: (len(section.Rows) + chartLabels - 1) / chartLabels},
		YAxis: excelize.ChartAxis{
			Font: small, Minimum: &none, Maximum: &all, MajorUnit: 0.25, MajorGridLines: true, NumFmt: excelize.ChartNumFmt{CustomNumFmt: "0%"},
		},
		ShowBlanksAs: "gap",
	}
	if first := section.columnFormats()[0]; first != Text {
		chart.XAxis.NumFmt.CustomNumFmt = numberFormats[first]
	}
	if section.Drawn == Bars {
		chart.Type = excelize.Bar
		chart.XAxis.ReverseOrder, chart.XAxis.TickLabelSkip = true, 1
		chart.Dimension.Height = uint(min(chartHeight/2+chartBarHeight*len(section.Rows), tallestChart))
	}
	return s.book.file.AddChart(s.name, at, chart)
}
