package cli_test

import (
	"bytes"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"time"

	"beatbook/data/sample"
	"beatbook/ui/cli"
)

// What is another one on each machine and in each run.
var passing = []struct {
	what *regexp.Regexp
	as   string
}{
	{regexp.MustCompile(`beatbook devel [^"\n]*|beatbook v[^"\n]*`), "beatbook VERSION"},
	{regexp.MustCompile(`\b[0-9A-HJKMNP-TV-Z]{26}\b`), "DEVICE"},
	{regexp.MustCompile(`\d{4}-\d\d-\d\dT[0-9:]+Z`), "TIME"},
	{regexp.MustCompile(`\d{4}-\d\d-\d\d \d\d:\d\d`), "TIME"},
	{regexp.MustCompile(`[0-9.]+ [KMGT]?B\b`), "SIZE"},
	{regexp.MustCompile(`DIR( \(|（|"[^}]*"found": ")[a-z0-9]+`), "DIR${1}DISK"},
	{regexp.MustCompile(`(够用 |for )\d+( 夜| nights)`), "${1}N$2"},
	{regexp.MustCompile(`("space-fine",\n *"mends": false,\n *"count"): \d+`), "$1: 0"},
	{regexp.MustCompile(`("(?:bytes|journals|index|other|seconds)"): \d+`), "$1: 0"},
}

func replaced(out, dir string) string {
	out = strings.ReplaceAll(out, dir, "DIR")
	for _, p := range passing {
		out = p.what.ReplaceAllString(out, p.as)
	}
	return out
}

// TestDoctorPictures compares what doctor says of a new folder with files; -update writes them.
func TestDoctorPictures(t *testing.T) {
	plan, err := sample.Plan()
	if err != nil {
		t.Fatal(err)
	}
	local := time.Local
	time.Local = plan.Zone()
	t.Cleanup(func() { time.Local = local })
	t.Setenv("LANG", "en_US.UTF-8")
	t.Setenv("LC_ALL", "")
	dir := filepath.Join(t.TempDir(), "data")
	source := filepath.Join(t.TempDir(), "plan.yaml")
	if err := os.WriteFile(source, sample.Source(), 0o600); err != nil {
		t.Fatal(err)
	}
	done(t, dir, "plan", "import", source)
	if strings.Contains(done(t, dir, "doctor", "--json"), `"code": "disk-`) {
		t.Skip("the pictures are of a folder on a disk of the machine")
	}
	for name, args := range map[string][]string{
		"doctor-zh.golden": {"--lang", "zh"}, "doctor-en.golden": {"--lang", "en"}, "doctor.json.golden": {"--lang", "en", "--json"},
	} {
		t.Run(name, func(t *testing.T) {
			wantFile(t, filepath.Join("testdata", name), replaced(done(t, dir, append([]string{"doctor"}, args...)...), dir))
		})
	}
}

// done is what a command prints that does its work.
func done(t *testing.T, dir string, args ...string) string {
	t.Helper()
	var out, errs bytes.Buffer
	if code := cli.Main(append(args, "--data", dir), strings.NewReader(""), &out, &errs); code != cli.Done || errs.Len() > 0 {
		t.Errorf("exit code %d: %s", code, errs.String())
	}
	return out.String()
}

func wantFile(t *testing.T, path, got string) {
	t.Helper()
	if *update {
		if err := os.WriteFile(path, []byte(got), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	lines := strings.Split(string(want), "\n")
	for i, line := range strings.Split(got, "\n") {
		if i >= len(lines) || lines[i] != line {
			t.Fatalf("line %d of %s is now %q", i+1, path, line)
		}
	}
	if string(want) != got {
		t.Errorf("%s has more lines than are printed", path)
	}
}
