package widget

import (
	"slices"
	"strings"
	"unicode/utf8"

	tea "github.com/charmbracelet/bubbletea"
	"github.com/charmbracelet/x/ansi"
)

// cluster is what a reader takes for one character. It is stored as typed and drawn clean.
type cluster struct {
	text  string
	drawn string
	width int
}

func (c cluster) newline() bool { return c.text == "\n" }
func (c cluster) space() bool   { return c.text == " " }

// editor is a text with a cursor in it, which stands before one of its clusters or at the end.
type editor struct {
	clusters []cluster
	pos      int
	runes    int
	limit    int // in runes; 0: none
	lines    bool
}

// clustersOf takes a text apart.
func clustersOf(s string) []cluster {
	clusters := make([]cluster, 0, len(s))
	for s != "" {
		text, _ := ansi.FirstGraphemeCluster(s, ansi.GraphemeWidth)
		drawn := Line(text)
		clusters = append(clusters, cluster{text, drawn, ansi.StringWidth(drawn)})
		s = s[len(text):]
	}
	return clusters
}

// Value is the text, as it may be stored.
func (e *editor) Value() string {
	var b strings.Builder
	for _, c := range e.clusters {
		b.WriteString(c.text)
	}
	return b.String()
}

// Set replaces the text and puts the cursor at its end.
func (e *editor) Set(s string) {
	e.clusters, e.pos, e.runes = nil, 0, 0
	e.Insert(s)
}

// Empty reports whether nothing but blanks was typed.
func (e *editor) Empty() bool { return strings.TrimSpace(e.Value()) == "" }

// Insert puts a text of any origin in at the cursor, made safe, as far as the limit allows. It reports whether all of
// it found room.
func (e *editor) Insert(s string) bool {
	s = Safe(s)
	if !e.lines {
		s = strings.ReplaceAll(s, "\n", " ")
	}
	s, all := e.within(s)
	if s == "" {
		return all
	}
	e.runes += utf8.RuneCountInString(s)
	// A combining character joins the cluster before it.
	from := e.pos
	if from > 0 && !e.clusters[from-1].newline() {
		from--
		s = e.clusters[from].text + s
	}
	added := clustersOf(s)
	e.clusters = slices.Replace(e.clusters, from, e.pos, added...)
	e.pos = from + len(added)
	return all
}

// within cuts a text to what the limit leaves.
func (e *editor) within(s string) (string, bool) {
	if e.limit <= 0 {
		return s, true
	}
	room := e.limit - e.runes
	for i := range s {
		if room == 0 {
			return s[:i], false
		}
		room--
	}
	return s, true
}

// delete takes out the clusters from i up to j.
func (e *editor) delete(i, j int) {
	for _, c := range e.clusters[i:j] {
		e.runes -= utf8.RuneCountInString(c.text)
	}
	e.clusters = slices.Delete(e.clusters, i, j)
	e.pos = i
}

// update lets a key act and reports whether it was one for an editor.
func (e *editor) update(k tea.KeyMsg) bool {
	switch {
	case k.Type == tea.KeyRunes && !k.Alt, k.Type == tea.KeySpace:
		e.Insert(string(k.Runes))
		return true
	case k.Type == tea.KeyEnter && e.lines:
		e.Insert("\n")
		return true
	}
	switch k.String() {
	case "left", "ctrl+b":
		e.pos = max(e.pos-1, 0)
	case "right", "ctrl+f":
		e.pos = min(e.pos+1, len(e.clusters))
	case "home", "ctrl+a":
		e.pos = e.lineStart()
	case "end", "ctrl+e":
		e.pos = e.lineEnd()
	case "ctrl+left", "alt+left":
		e.pos = e.wordStart()
	case "ctrl+right", "alt+right":
		e.pos = e.wordEnd()
	case "backspace", "ctrl+h":
		e.delete(max(e.pos-1, 0), e.pos)
	case "delete", "ctrl+d":
		e.delete(e.pos, min(e.pos+1, len(e.clusters)))
	case "ctrl+w", "alt+backspace":
		e.delete(e.wordStart(), e.pos)
	case "ctrl+u":
		e.delete(e.lineStart(), e.pos)
	case "ctrl+k":
		e.delete(e.pos, e.lineEnd())
	default:
		return false
	}
	return true
}

// lineStart is where the typed line of the cursor begins.
func (e *editor) lineStart() int {
	i := e.pos
	for i > 0 && !e.clusters[i-1].newline() {
		i--
	}
	return i
}

// lineEnd is where the typed line of the cursor ends.
func (e *editor) lineEnd() int {
	i := e.pos
	for i < len(e.clusters) && !e.clusters[i].newline() {
		i++
	}
	return i
}

func blank(c cluster) bool { return c.space() || c.newline() }

func (e *editor) wordStart() int {
	i := e.pos
	for i > 0 && blank(e.clusters[i-1]) {
		i--
	}
	for i > 0 && !blank(e.clusters[i-1]) {
		i--
	}
	return i
}

func (e *editor) wordEnd() int {
	i := e.pos
	for i < len(e.clusters) && blank(e.clusters[i]) {
		i++
	}
	for i < len(e.clusters) && !blank(e.clusters[i]) {
		i++
	}
	return i
}

// cells is the width of the clusters from i up to j.
func (e *editor) cells(i, j int) int {
	w := 0
	for _, c := range e.clusters[i:j] {
		w += c.width
	}
	return w
}

// draw gives the clusters from i up to j in w cells, and the cursor among them if the editor has the focus.
func (e *editor) draw(l Look, i, j, w int, focused bool) string {
	part := func(i, j int) string {
		var b strings.Builder
		for _, c := range e.clusters[i:j] {
			b.WriteString(c.drawn)
		}
		return b.String()
	}
	if !focused || e.pos < i || e.pos > j {
		return l.Input.Render(FitLine(part(i, j), w, ""))
	}
	under, rest := " ", ""
	if e.pos < j {
		under, rest = part(e.pos, e.pos+1), part(e.pos+1, j)
	}
	before := part(i, e.pos)
	left := w - ansi.StringWidth(before) - ansi.StringWidth(under)
	line := l.Input.Render(before) + l.InputCursor.Render(under) + l.Input.Render(FitLine(rest, left, ""))
	return FitLine(line, w, "")
}
