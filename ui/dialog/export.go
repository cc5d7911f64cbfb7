package dialog

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"time"

	"github.com/charmbracelet/bubbles/key"
	tea "github.com/charmbracelet/bubbletea"

	"beatbook/ui/report"
	"beatbook/ui/screen"
	"beatbook/ui/widget"
)

// Export asks into what file something is to be written, and stays until it is there.
type Export struct {
	*Form
	deliver Deliver
	path    string // of the file without the ending of its name
	format  *Options
	file    *Text
	writing string    // the file that is being written; empty: none
	exists  string    // the file that is asked about
	asked   time.Time // when it was
}

// Deliver writes the file off the screen's loop. A file that exists is written over only by force, else the error is
// os.ErrExist.
type Deliver func(format, file string, force bool) error

// Exported tells that a file was written, or why it was not.
type Exported struct {
	File string // the full path
	Err  error
}

// NewExport asks for the format of a report and for the file. The path has no ending: that is the format's.
func NewExport(env *screen.Env, path string, deliver Deliver) *Export {
	t := env.Text.ReportPage
	e := &Export{
		deliver: deliver, path: path,
		format: NewOptions(t.Format, t.FormatNames, 0), file: NewText(t.File, path+report.Extension(report.Formats[0]), ""),
	}
	e.Form = NewForm(env, "export "+path, Form{
		Title: t.ExportTitle, Fields: []Field{e.format, e.file}, Button: t.Write,
		Send: func() (tea.Cmd, error) { return e.write(), nil }, Changed: e.changed,
	}, 0)
	return e
}

// Update takes keys, clicks and the answer.
func (e *Export) Update(msg tea.Msg) tea.Cmd {
	switch msg := msg.(type) {
	case Exported:
		e.exported(msg)
		return nil
	case tea.KeyMsg:
		if key.Matches(msg, e.env.Keys.Form.Back) {
			e.env.Close(e)
			return nil
		}
		if e.writing != "" {
			return nil
		}
	}
	return e.Form.Update(msg)
}

// changed lets the ending of the name follow the format, and forgets the question that was about another file.
func (e *Export) changed() {
	e.exists = ""
	format := report.Formats[e.format.At()]
	for _, other := range report.Formats {
		if before, ok := strings.CutSuffix(e.file.Value(), report.Extension(other)); ok && other != format {
			e.file.Set(before + report.Extension(format))
			return
		}
	}
}

// write begins to write the file. A key in flight does not answer the question whether to write over it.
func (e *Export) write() tea.Cmd {
	file := strings.TrimSpace(e.file.Value())
	force := file == e.exists
	switch {
	case file == "":
		e.failure = e.env.Text.ReportPage.FileNeeded
		return nil
	case e.writing != "", force && e.env.Log.Stamp().At.Sub(e.asked).Abs() < deafTime:
		return nil
	}
	e.writing, e.failure = file, ""
	format, deliver := report.Formats[e.format.At()], e.deliver
	return func() tea.Msg {
		full, err := filepath.Abs(file)
		if err == nil {
			err = deliver(format, full, force)
		}
		return Exported{full, err}
	}
}

// exported closes the form, or says in it why the file is not there.
func (e *Export) exported(msg Exported) {
	file := e.writing
	if file == "" {
		return
	}
	e.writing = ""
	switch {
	case msg.Err == nil:
		e.env.Close(e)
	case errors.Is(msg.Err, os.ErrExist):
		e.exists, e.asked = file, e.env.Log.Stamp().At
		e.failure = fmt.Sprintf(e.env.Text.ReportPage.WriteOver, widget.Line(msg.File))
		e.Focus(len(e.Fields))
	default:
		e.failure = e.env.Text.FileRefused(msg.File, msg.Err)
	}
}

// Refresh draws anew.
func (e *Export) Refresh() {
	e.Intro = nil
	if e.writing != "" {
		e.Intro = []string{e.env.Text.ReportPage.Writing}
	}
	e.Form.Refresh()
}
