package cli

import (
	"cmp"
	"fmt"
	"os"
	"strings"
	"time"

	"github.com/charmbracelet/lipgloss"
	"github.com/jeandeaual/go-locale"
	"github.com/mattn/go-isatty"

	"beatbook/data"
	"beatbook/ui/glyph"
	"beatbook/ui/term"
	"beatbook/ui/text"
)

// The smallest window that the screen takes.
const (
	leastColumns = 60
	leastLines   = 16
)

// answerPatience is how long the terminal may take to say where its cursor is: an ssh line over a poor network takes its
// time.
const answerPatience = time.Second

// terminalNotes are about the terminal, the place and the program.
func (p *program) terminalNotes(folder string) []data.Note {
	notes := p.placeNotes()
	ascii := p.ascii || savedSettings(folder).ASCII || term.ASCIIOnly()
	if isatty.IsTerminal(os.Stdin.Fd()) && isatty.IsTerminal(os.Stdout.Fd()) {
		notes = append(notes, sizeNote(os.Stdout), widthNote(os.Stdin, os.Stdout, ascii))
	} else {
		notes = append(notes, terminalNote(text.TerminalNone, data.Fine, data.Note{}))
	}
	glyphs := text.TerminalGlyphs
	if ascii {
		glyphs = text.TerminalASCII
	}
	notes = append(notes,
		terminalNote(glyphs, data.Fine, data.Note{}),
		terminalNote(text.TerminalColors, data.Fine, data.Note{Found: lipgloss.ColorProfile().Name()}))
	if page := term.CodePage(); page != 0 {
		notes = append(notes, terminalNote(text.TerminalPage, data.Fine, data.Note{Count: page}))
	}
	v := versionOf()
	program := data.Note{Part: text.PartProgram, State: data.Fine, Code: text.ProgramVersion}
	program.Found = fmt.Sprintf("beatbook %s %s, %s, %s", v.Version, cmp.Or(v.Revision, "-"), v.System, v.Go)
	return append(notes, program)
}

func terminalNote(code data.NoteCode, state data.State, n data.Note) data.Note {
	n.Part, n.Code, n.State = text.PartTerminal, code, state
	return n
}

// placeNotes say what the system says of language and time.
func (p *program) placeNotes() []data.Note {
	tag, err := locale.GetLocale()
	if err != nil || tag == "" {
		tag = p.text.Doctor.NoZone
	}
	return []data.Note{terminalNote(text.TerminalLocale, data.Fine, data.Note{Found: tag, Wanted: time.Now().Format("MST -07:00")})}
}

func sizeNote(out *os.File) data.Note {
	columns, lines, err := term.Size(out)
	n := data.Note{Count: columns, Of: lines}
	switch {
	case err != nil || columns == 0:
		return terminalNote(text.TerminalUnsized, data.Warns, n)
	case columns < leastColumns || lines < leastLines:
		n.Found = fmt.Sprintf("%dx%d", leastColumns, leastLines)
		return terminalNote(text.TerminalSmall, data.Warns, n)
	}
	return terminalNote(text.TerminalSize, data.Fine, n)
}

// widthNote measures what the screen is drawn with.
func widthNote(in, out *os.File, ascii bool) data.Note {
	set := glyph.For(ascii)
	groups := []string{
		"夜巡签到", "，。：「」", "ＡＢ１２", "e\u0301", set.Border.TopLeft + set.Border.Top + set.Separator + set.Line, set.BarFull + set.BarEmpty,
		set.Check + set.Cross + set.Bullet + set.Ellipsis, set.Cursor + set.Next, set.Left + set.Right + set.Up + set.Down, strings.Join(set.Levels[:], ""),
	}
	widths, err := term.Measure(in, out, groups, answerPatience)
	if err != nil {
		return terminalNote(text.TerminalMute, data.Warns, data.Note{})
	}
	var wrong []string
	for _, w := range widths {
		if w.Wrong() {
			wrong = append(wrong, fmt.Sprintf("%s %d/%d", w.Text, w.Measured, w.Reckoned))
		}
	}
	if len(wrong) > 0 {
		return terminalNote(text.TerminalWrong, data.Warns, data.Note{Count: len(wrong), Of: len(widths), Found: strings.Join(wrong, "  ")})
	}
	return terminalNote(text.TerminalWidths, data.Fine, data.Note{Count: len(widths)})
}
