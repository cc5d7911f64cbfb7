package export

import (
	"fmt"
	"math"
	"strconv"
	"strings"

	"github.com/charmbracelet/x/ansi"
)

// The drawings are measured in CSS pixels, of which the printed page is about 680 wide.
const (
	barHeight     = 20
	barLength     = 400 // of a rate of 1
	barsPerChart  = 12  // as a chart is not divided between pages
	barLabelCells = 30

	lineLeft, lineRight = 40, 672
	lineTop, lineBottom = 10, 150
	lineLabels          = 7
	lineLabelCells      = 14
	pointsWithDots      = 62
)

// shadeSteps is how many shades a heat table has beside white; the style sheet knows each.
const shadeSteps = 5

// barChart is a bar for each row.
type barChart struct {
	Title  string
	Height int
	Bars   []bar
}

// bar is a rate; Length is empty where there is none.
type bar struct {
	Label, Value        string
	Top, Middle, TextAt int
	Length              string
}

func newBarCharts(s Section) []barChart {
	var charts []barChart
	for start := 0; start < len(s.Rows); start += barsPerChart {
		rows := s.Rows[start:min(start+barsPerChart, len(s.Rows))]
		chart := barChart{Title: s.drawingTitle(), Height: len(rows) * barHeight}
		for i, row := range rows {
			b := bar{Top: i*barHeight + 3, Middle: i*barHeight + barHeight/2}
			if len(row) > 0 {
				b.Label = shorten(row[0].Text, barLabelCells)
			}
			if s.Of < len(row) && s.Of >= 0 {
				b.Value = row[s.Of].Text
			}
			if rate, ok := s.drawnRate(row); ok {
				b.Length = pixels(rate * barLength)
			}
			chart.Bars = append(chart.Bars, b)
		}
		charts = append(charts, chart)
	}
	return charts
}

// lineChart is a line through the rates of the rows.
type lineChart struct {
	Title  string
	Lines  []string // as the points of a polyline
	Dots   []point
	Labels []lineLabel
}

type point struct{ X, Y string }

type lineLabel struct {
	X, Text, Anchor string
}

func newLineChart(s Section) *lineChart {
	c := &lineChart{Title: s.drawingTitle()}
	dotted := len(s.Rows) <= pointsWithDots
	var run []point
	for i, row := range s.Rows {
		if rate, ok := s.drawnRate(row); ok {
			run = append(run, point{s.lineX(i), pixels(lineBottom - rate*(lineBottom-lineTop))})
			continue
		}
		c.addRun(run, dotted)
		run = nil
	}
	c.addRun(run, dotted)
	for _, i := range spread(len(s.Rows), lineLabels) {
		label := lineLabel{X: s.lineX(i), Anchor: "middle"}
		if len(s.Rows[i]) > 0 {
			label.Text = shorten(s.Rows[i][0].Text, lineLabelCells)
		}
		if i > 0 && i == len(s.Rows)-1 {
			label.Anchor = "end"
		}
		c.Labels = append(c.Labels, label)
	}
	return c
}

// addRun draws points that follow each other; a single one is seen as a dot only.
func (c *lineChart) addRun(run []point, dotted bool) {
	if len(run) > 1 {
		c.Lines = append(c.Lines, polyline(run))
	}
	if len(run) == 1 || dotted {
		c.Dots = append(c.Dots, run...)
	}
}

// lineX is where a row lies on the line.
func (s Section) lineX(row int) string {
	if len(s.Rows) == 1 {
		return pixels((lineLeft + lineRight) / 2)
	}
	return pixels(lineLeft + float64(row)*(lineRight-lineLeft)/float64(len(s.Rows)-1))
}

func (s Section) drawingTitle() string {
	if s.Of < 0 || s.Of >= len(s.Head) {
		return s.Title
	}
	return s.Title + ": " + s.Head[s.Of]
}

func polyline(points []point) string {
	var b strings.Builder
	for _, p := range points {
		fmt.Fprintf(&b, "%s,%s ", p.X, p.Y)
	}
	return strings.TrimSpace(b.String())
}

// spread picks at most so many of n indices, evenly, the first and the last among them.
func spread(n, most int) []int {
	count := min(n, most)
	picked := make([]int, count)
	for i := range picked {
		if count > 1 {
			picked[i] = i * (n - 1) / (count - 1)
		}
	}
	return picked
}

// digitsAcross is how many digits of counts fit beside each other on the page.
const digitsAcross = 120

// heatClass is the class of a heat table: its counts stand upright where they are too long for their columns.
func heatClass(s Section) string {
	if len(strconv.Itoa(mostCount(s.Rows)))*(len(s.Head)-1) > digitsAcross {
		return "heat tall"
	}
	return "heat"
}

func mostCount(rows [][]Cell) int {
	most := 0
	for _, row := range rows {
		for _, c := range row {
			if n, ok := c.Value.(int); ok {
				most = max(most, n)
			}
		}
	}
	return most
}

// shades says by which class a count is shaded; "" for what is no count.
func shades(rows [][]Cell) func(Cell) string {
	most := max(mostCount(rows), shadeSteps)
	return func(c Cell) string {
		n, ok := c.Value.(int)
		if !ok {
			return ""
		}
		return fmt.Sprintf("shade%d", int(math.Ceil(float64(max(n, 0))/float64(most)*shadeSteps)))
	}
}

func shorten(text string, cells int) string { return ansi.Truncate(clean(text), cells, ellipsis) }

func pixels(f float64) string { return fmt.Sprintf("%.1f", f) }
