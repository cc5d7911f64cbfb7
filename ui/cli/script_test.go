package cli_test

import (
	"context"
	"errors"
	"flag"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/rogpeppe/go-internal/testscript"
	"golang.org/x/text/encoding/simplifiedchinese"

	"beatbook/data"
	"beatbook/data/sample"
	"beatbook/ui/cli"
	"beatbook/ui/demo"
)

var update = flag.Bool("update", false, "write what the commands print into the scripts")

func TestMain(m *testing.M) {
	testscript.Main(m, map[string]func(){
		"beatbook": func() { os.Exit(cli.Main(os.Args[1:], os.Stdin, os.Stdout, os.Stderr)) },
	})
}

// TestScripts runs the commands as a shell does, each script in a data folder of its own. Beside the usual ones there are
// `exits CODE COMMAND…`, `hold FOLDER` (this process opens it until the script ends), `fill FOLDER` (with the invented week
// that ends on 2025-03-08 at 22:04), `sample FILE`, `gbk FROM TO`, `bom FROM TO`, `nonsense FILE` (10 MB) and `spoil
// FOLDER` (a byte of a journal), `unread COMMAND…` (nobody reads its output), and `backupname FOLDER` (sets BACKUP to the
// name of its backup). For evidence there are `journal FOLDER [own|other]` (JOURNAL is one, DEVICE its device, PART a part
// of that), `drop FILE LINE` and `forge FILE LINE` (of a journal; the last is -1), `silent FOLDER TEXT…` (which nothing in
// it shows) and `recover FROM TO [lines]` (the recovery key).
func TestScripts(t *testing.T) {
	testscript.Run(t, testscript.Params{
		Dir:                 filepath.Join("testdata", "script"),
		RequireExplicitExec: true,
		UpdateScripts:       *update,
		Setup: func(env *testscript.Env) error {
			env.Setenv("BEATBOOK_DATA", filepath.Join(env.WorkDir, "data"))
			env.Setenv("LANG", "en_US.UTF-8")
			env.Setenv("LC_ALL", "")
			env.Setenv("NOTE", "tab\tand\abell")
			return nil
		},
		Cmds: map[string]func(*testscript.TestScript, bool, []string){
			"exits": exits, "hold": hold, "fill": fill, "sample": writeSample, "gbk": gbk, "bom": bom, "nonsense": nonsense,
			"unread": unread, "spoil": spoil, "backupname": backupName,
			"journal": journal, "drop": drop, "forge": forge, "silent": silent, "recover": recoveryKey,
		},
	})
}

func exits(ts *testscript.TestScript, _ bool, args []string) {
	want, err := strconv.Atoi(args[0])
	ts.Check(err)
	got := 0
	var exit *exec.ExitError
	if err := ts.Exec(args[1], args[2:]...); errors.As(err, &exit) {
		got = exit.ExitCode()
	} else {
		ts.Check(err)
	}
	if got != want {
		ts.Fatalf("exit code %d, want %d", got, want)
	}
}

func hold(ts *testscript.TestScript, _ bool, args []string) {
	store, err := data.Open(ts.MkAbs(args[0]), data.Options{})
	ts.Check(err)
	ts.Defer(func() { ts.Check(store.Close()) })
}

func fill(ts *testscript.TestScript, _ bool, args []string) {
	plan, err := sample.Plan()
	ts.Check(err)
	now := time.Date(2025, 3, 8, 22, 4, 0, 0, plan.Zone())
	ts.Check(demo.Fill(context.Background(), ts.MkAbs(args[0]), &plan, now, demo.Seed))
}

func writeSample(ts *testscript.TestScript, _ bool, args []string) {
	ts.Check(os.WriteFile(ts.MkAbs(args[0]), sample.Source(), 0o600))
}

func gbk(ts *testscript.TestScript, _ bool, args []string) {
	b, err := simplifiedchinese.GBK.NewEncoder().Bytes([]byte(ts.ReadFile(args[0])))
	ts.Check(err)
	ts.Check(os.WriteFile(ts.MkAbs(args[1]), b, 0o600))
}

func bom(ts *testscript.TestScript, _ bool, args []string) {
	ts.Check(os.WriteFile(ts.MkAbs(args[1]), []byte("\ufeff"+ts.ReadFile(args[0])), 0o600))
}

func nonsense(ts *testscript.TestScript, _ bool, args []string) {
	ts.Check(os.WriteFile(ts.MkAbs(args[0]), []byte(strings.Repeat("一派胡言: [}\n", 10<<20/17)), 0o600))
}

// spoil turns a byte in the middle of some journal over.
func spoil(ts *testscript.TestScript, _ bool, args []string) {
	files, err := filepath.Glob(filepath.Join(ts.MkAbs(args[0]), "*", "*.jsonl"))
	ts.Check(err)
	b, err := os.ReadFile(files[0])
	ts.Check(err)
	b[len(b)/2] ^= 1
	ts.Check(os.WriteFile(files[0], b, 0o600))
}

func backupName(ts *testscript.TestScript, _ bool, args []string) {
	ts.Setenv("BACKUP", "beatbook-"+strings.TrimSpace(ts.ReadFile(filepath.Join(args[0], "device"))))
}

func unread(ts *testscript.TestScript, _ bool, args []string) {
	read, write, err := os.Pipe()
	ts.Check(err)
	ts.Check(read.Close())
	var errs strings.Builder
	c := exec.Command("beatbook", args[1:]...)
	c.Env = append(os.Environ(), "BEATBOOK_DATA="+ts.Getenv("BEATBOOK_DATA"))
	c.Stdout, c.Stderr = write, &errs
	err = c.Run()
	ts.Check(write.Close())
	if err != nil || errs.String() != "" {
		ts.Fatalf("%v: %s", err, errs.String())
	}
}
