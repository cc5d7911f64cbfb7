package cli

import (
	"cmp"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"github.com/charmbracelet/x/term"

	"beatbook/ui/crash"
	"beatbook/ui/plain"
)

// crashed writes the report of a panic into the data folder and gives what is to be said of it. Where the folder cannot
// be written to, the report itself is said.
func (p *program) crashed(caught *crash.Panic) string {
	t, about := p.text.Crash, p.aboutRun()
	lines := []string{t.Stopped, t.Safe}
	if caught.Lost != nil {
		lines[1] = fmt.Sprintf(t.Lost, p.text.Error(caught.Lost))
	}
	if caught.Kept {
		lines = append(lines, t.Kept)
	}
	file, err := caught.Write(filepath.Join(folderOf(p.data), "crash"), about)
	if err == nil {
		lines = append(lines, fmt.Sprintf(t.File, plain.OneLine(file)), t.Next)
		return strings.Join(lines, "\n")
	}
	var report strings.Builder
	caught.Print(&report, about)
	lines = append(lines, t.Next, fmt.Sprintf(t.NoFile, p.text.Cause(err)), report.String())
	return strings.Join(lines, "\n")
}

func (p *program) aboutRun() crash.About {
	v := versionOf()
	about := crash.About{Version: v.Version + " " + cmp.Or(v.Revision, "-"), Language: string(p.text.Lang)}
	if width, height, err := term.GetSize(os.Stdout.Fd()); err == nil {
		about.Width, about.Height = width, height
	}
	return about
}
