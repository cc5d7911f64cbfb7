package widget

import (
	"fmt"
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"

	"beatbook/ui/theme"
)

func numbered(rows int, asked *int) *Table {
	return &Table{
		Columns: []Column{{Title: "No", Width: 8, Right: true}, {Title: "Name", Width: 2, Flex: 1}},
		Rows:    rows,
		Row: func(i int) Row {
			*asked++
			return Row{Cells: []Cell{{Text: fmt.Sprint(i)}, {Text: fmt.Sprintf("row %d", i)}}}
		},
	}
}

// seen are the rows of a view by the texts of their second column.
func seen(view string) []string {
	var rows []string
	for _, line := range strings.Split(ansi.Strip(view), "\n") {
		if _, name, ok := strings.Cut(line, "row "); ok {
			rows = append(rows, strings.TrimSpace(name))
		}
	}
	return rows
}

func TestTableKeepsTheCursorInSight(t *testing.T) {
	var asked int
	table := numbered(50, &asked)
	l := look(theme.Day, false)
	for _, move := range []struct{ to, h int }{{0, 10}, {49, 10}, {20, 10}, {49, 3}, {0, 30}, {25, 2}, {25, 1}, {25, 60}} {
		table.SetCursor(move.to)
		view := table.View(l, 40, move.h)
		found := false
		for _, row := range seen(view) {
			found = found || row == fmt.Sprint(move.to)
		}
		if !found {
			t.Errorf("row %d is not among %v", move.to, seen(view))
		}
	}
}

func TestTableLeavesNoRoomBelowTheLastRow(t *testing.T) {
	var asked int
	table := numbered(20, &asked)
	l := look(theme.Mono, true)
	table.SetCursor(19)
	table.View(l, 40, 6)
	if got := seen(table.View(l, 40, 16)); len(got) != 15 || got[0] != "5" {
		t.Errorf("after growing: %v", got)
	}
	table.Rows = 4
	if got := seen(table.View(l, 40, 16)); len(got) != 4 || table.Cursor() != 3 {
		t.Errorf("after shrinking: %v, cursor %d", got, table.Cursor())
	}
	table.Rows = 0
	if got := seen(table.View(l, 40, 16)); len(got) != 0 || table.Cursor() != -1 {
		t.Errorf("empty: %v, cursor %d", got, table.Cursor())
	}
}

func TestTableAsksForVisibleRowsOnly(t *testing.T) {
	var asked int
	table := numbered(1_000_000, &asked)
	table.SetCursor(999_999)
	table.View(look(theme.Day, false), 80, 21)
	if asked != 20 {
		t.Errorf("%d rows were asked for", asked)
	}
}

func TestTableClick(t *testing.T) {
	var asked int
	table := numbered(50, &asked)
	table.SetCursor(30)
	view := table.View(look(theme.Day, false), 40, 11)
	lines := strings.Split(ansi.Strip(view), "\n")
	for y := -1; y <= len(lines); y++ {
		i, ok := table.Click(y)
		if want := y > 0 && y < len(lines); ok != want {
			t.Errorf("line %d: %v", y, ok)
		} else if ok && !strings.Contains(lines[y], fmt.Sprintf("row %d ", i)) {
			t.Errorf("line %d is row %d: %q", y, i, lines[y])
		}
	}
	table.Rows = 3
	table.View(look(theme.Day, false), 40, 11)
	if _, ok := table.Click(7); ok {
		t.Error("there is a row below the last one")
	}
}

func TestTableMoves(t *testing.T) {
	var asked int
	table := numbered(50, &asked)
	table.View(look(theme.Day, false), 40, 11)
	for _, c := range []struct {
		act  func()
		want int
	}{
		{func() { table.Move(3) }, 3},
		{func() { table.Move(-9) }, 0},
		{func() { table.Page(2) }, 20},
		{func() { table.Move(99) }, 49},
		{func() { table.Page(-1) }, 39},
		{func() { table.SetCursor(-4) }, 0},
	} {
		if c.act(); table.Cursor() != c.want {
			t.Errorf("cursor %d, want %d", table.Cursor(), c.want)
		}
	}
}

func TestTableColumns(t *testing.T) {
	table := &Table{
		Columns: []Column{{Title: "N", Width: 3, Right: true}, {Title: "点位", Width: 4, Flex: 1}, {Title: "S", Width: 4}},
		Rows:    3,
		Row: func(i int) Row {
			return Row{Cells: []Cell{{Text: fmt.Sprint(7 + i)}, {Text: "万达广场东门\x1b[2J"}, {Text: "ok"}}, Next: i == 1}
		},
	}
	got := strings.Split(ansi.Strip(table.View(look(theme.Mono, false), 20, 5)), "\n")
	want := []string{
		"    N 点位      S   ",
		"›   7 万达广场… ok  ",
		"»   8 万达广场… ok  ",
		"    9 万达广场… ok  ",
		"                    ",
	}
	for i := range want {
		if got[i] != want[i] {
			t.Errorf("line %d: %q, want %q", i, got[i], want[i])
		}
	}
}

func TestTableCellHasItsStyleUnlessUnderTheCursor(t *testing.T) {
	l := look(theme.Day, false)
	table := &Table{
		Columns: []Column{{Width: 3}, {Width: 5}},
		Rows:    2,
		Row:     func(int) Row { return Row{Cells: []Cell{{Text: "a"}, {Text: "b", Style: &l.Error}}} },
	}
	lines := strings.Split(table.View(l, 12, 3), "\n")
	styled := l.Error.Render("b    ")
	if strings.Contains(lines[1], styled) || !strings.Contains(lines[2], styled) {
		t.Errorf("%q", lines)
	}
}

func BenchmarkTableView(b *testing.B) {
	var asked int
	table := numbered(1_000_000, &asked)
	table.SetCursor(500_000)
	l := look(theme.Day, false)
	for b.Loop() {
		table.View(l, 300, 100)
	}
}
