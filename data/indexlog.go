package data

import (
	"fmt"
	"os"
	"strings"
	"sync"
	"sync/atomic"
	"time"
)

const (
	logBytes  = 256 << 10
	logLine   = 300 // an error about a record that is too large quotes the record
	timestamp = "20060102T150405Z"
)

// indexLog is Badger's logger: a file of bounded size in place of the screen.
type indexLog struct {
	mu      sync.Mutex
	path    string
	quiet   bool        // it says what happened and not to what
	ignored atomic.Bool // Badger left a damaged table out and went on
}

// Errorf is part of Badger's logger.
func (l *indexLog) Errorf(format string, args ...any) {
	l.write("error", format, args)
	if strings.HasPrefix(format, "Ignoring table") {
		l.ignored.Store(true)
	}
}

// Warningf is part of Badger's logger.
func (l *indexLog) Warningf(format string, args ...any) { l.write("warning", format, args) }

// Infof is part of Badger's logger; what it says is of no use here.
func (l *indexLog) Infof(string, ...any) {}

// Debugf is part of Badger's logger; what it says is of no use here.
func (l *indexLog) Debugf(string, ...any) {}

// write loses what it cannot write: a log must not stop the work.
func (l *indexLog) write(level, format string, args []any) {
	text := format
	if !l.quiet {
		text = strings.TrimSpace(fmt.Sprintf(format, args...))
	}
	if len(text) > logLine {
		text = text[:logLine] + "…"
	}
	l.mu.Lock()
	defer l.mu.Unlock()
	mode := os.O_WRONLY | os.O_CREATE | os.O_APPEND
	if info, err := os.Stat(l.path); err == nil && info.Size() > logBytes {
		mode = os.O_WRONLY | os.O_CREATE | os.O_TRUNC
	}
	f, err := os.OpenFile(l.path, mode, 0o600)
	if err != nil {
		return
	}
	_, _ = fmt.Fprintf(f, "%s %s %s\n", time.Now().UTC().Format(timestamp), level, text)
	_ = f.Close()
}
