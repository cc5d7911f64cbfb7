package cli_test

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"github.com/rogpeppe/go-internal/testscript"
)

// journal finds a journal of the folder: of its own device, or of another one.
func journal(ts *testscript.TestScript, _ bool, args []string) {
	folder := ts.MkAbs(args[0])
	own := strings.TrimSpace(ts.ReadFile(filepath.Join(folder, "device")))
	files, err := filepath.Glob(filepath.Join(folder, "journal", "*", "*.jsonl"))
	ts.Check(err)
	foreign := len(args) > 1 && args[1] == "other"
	at := slices.IndexFunc(files, func(f string) bool { return strings.Contains(f, own) != foreign })
	if at < 0 {
		ts.Fatalf("no such journal in %v", files)
	}
	device := filepath.Base(filepath.Dir(files[at]))
	ts.Setenv("JOURNAL", files[at])
	ts.Setenv("DEVICE", device)
	ts.Setenv("PART", strings.ToLower(device[3:15]))
}

// lineOf is a file's lines and the place of the one that is meant.
func lineOf(ts *testscript.TestScript, args []string) (lines [][]byte, at int) {
	n, err := strconv.Atoi(args[1])
	ts.Check(err)
	lines = bytes.SplitAfter([]byte(ts.ReadFile(args[0])), []byte("\n"))
	lines = lines[:len(lines)-1] // behind the last line end
	if at = n - 1; n < 0 {
		at = len(lines) + n
	}
	return lines, at
}

func drop(ts *testscript.TestScript, _ bool, args []string) {
	lines, at := lineOf(ts, args)
	ts.Check(os.WriteFile(ts.MkAbs(args[0]), bytes.Join(slices.Delete(lines, at, at+1), nil), 0o600))
}

var journalLine = regexp.MustCompile(`^\{"n":(\d+),"sum":"([0-9a-f]{16})",(?:"received":"([^"]*)",)?"signed":"([^"]*)","record":(.*)\}\n$`)

// forged is the line with its record moved to another month, and with a checksum that fits.
func forged(ts *testscript.TestScript, line []byte) []byte {
	parts := journalLine.FindSubmatch(line)
	if parts == nil {
		ts.Fatalf("no line of a journal: %s", line)
	}
	record := bytes.Replace(parts[5], []byte(`"night":"2025-03`), []byte(`"night":"2025-02`), 1)
	sum := sha256.Sum256(fmt.Appendf(nil, "%s %s %s %s", parts[1], parts[3], parts[4], record))
	line = bytes.Replace(line, parts[5], record, 1)
	return bytes.Replace(line, parts[2], []byte(hex.EncodeToString(sum[:8])), 1)
}

func forge(ts *testscript.TestScript, _ bool, args []string) {
	lines, at := lineOf(ts, args)
	lines[at] = forged(ts, lines[at])
	ts.Check(os.WriteFile(ts.MkAbs(args[0]), bytes.Join(lines, nil), 0o600))
}

func silent(ts *testscript.TestScript, _ bool, args []string) {
	ts.Check(filepath.WalkDir(ts.MkAbs(args[0]), func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		b, err := os.ReadFile(path)
		for _, text := range args[1:] {
			if bytes.Contains(b, []byte(text)) {
				ts.Fatalf("%s shows %q", path, text)
			}
		}
		return err
	}))
}

// recoveryKey is the recovery key of what was printed: in one line, or as it is with a third word.
func recoveryKey(ts *testscript.TestScript, _ bool, args []string) {
	_, rest, _ := strings.Cut(ts.ReadFile(args[0]), "AGE-SECRET-KEY-1\n")
	key, _, _ := strings.Cut(rest, "\n\n")
	key = "AGE-SECRET-KEY-1\n" + key
	if len(args) < 3 {
		key = strings.ToLower(strings.ReplaceAll(key, "\n", " "))
	}
	ts.Check(os.WriteFile(ts.MkAbs(args[1]), []byte(key+"\n"), 0o600))
}
