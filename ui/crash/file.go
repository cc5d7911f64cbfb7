package crash

import (
	"cmp"
	"fmt"
	"io"
	"os"
	"path"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
)

// mostFiles is how many reports a folder keeps.
const mostFiles = 10

// About is what a report says beside the panic.
type About struct {
	Version  string // of the program
	Language string // of the run
	Width    int    // of the terminal, in cells; 0 where there is none
	Height   int
}

// Write writes the report into the folder, which is created, under the time of the panic, and deletes all but the newest
// ones there. It gives the path of the file.
func (p *Panic) Write(folder string, about About) (string, error) {
	if err := os.MkdirAll(folder, 0o700); err != nil {
		return "", fmt.Errorf("make the folder of the crash reports: %w", err)
	}
	file := filepath.Join(folder, "crash-"+p.At.Format("20060102T150405.000Z")+".txt")
	var report strings.Builder
	p.Print(&report, about)
	if err := os.WriteFile(file, []byte(report.String()), 0o600); err != nil {
		return "", fmt.Errorf("write the crash report: %w", err)
	}
	prune(folder)
	return file, nil
}

// Print writes the report.
func (p *Panic) Print(w io.Writer, about About) {
	line := func(name, value string) { _, _ = fmt.Fprintf(w, "%-10s %s\n", name, cmp.Or(value, "-")) }
	line("time", p.At.Format("2006-01-02T15:04:05.000Z07:00"))
	line("version", about.Version)
	line("go", runtime.Version()+" "+runtime.GOOS+"/"+runtime.GOARCH)
	line("terminal", fmt.Sprintf("%dx%d %s", about.Width, about.Height, os.Getenv("TERM")))
	line("locale", cmp.Or(os.Getenv("LC_ALL"), os.Getenv("LC_CTYPE"), os.Getenv("LANG")))
	line("language", about.Language)
	line("panic", p.Type)
	line("text", p.Text)
	line("place", p.Place)
	line("messages", strings.Join(p.Recent, " "))
	_, _ = fmt.Fprintln(w)
	for _, f := range p.Stack {
		_, _ = fmt.Fprintf(w, "%s\n\t%s:%d\n", f.Function, f.File, f.Line)
	}
}

// prune deletes all reports but the newest, whose names come last. One that cannot be deleted stays.
func prune(folder string) {
	entries, err := os.ReadDir(folder)
	if err != nil {
		return
	}
	entries = slices.DeleteFunc(entries, func(e os.DirEntry) bool {
		ours, _ := path.Match("crash-*.txt", e.Name())
		return !ours
	})
	for _, old := range entries[:max(len(entries)-mostFiles, 0)] {
		_ = os.Remove(filepath.Join(folder, old.Name()))
	}
}
