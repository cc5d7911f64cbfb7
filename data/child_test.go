package data

import (
	"bufio"
	"bytes"
	"encoding/json"
	"flag"
	"fmt"
	"io"
	"os"
	"os/exec"
	"strconv"
	"strings"
	"testing"
	"time"

	"beatbook/model"
)

// A test that needs a second process runs this test binary again, as one of the children.
const childVariable = "BEATBOOK_TEST_CHILD"

var children = map[string]func(dir string) error{
	"hold":       holdFolder,
	"append":     appendForEver,
	"turn":       turnForEver,
	"rebuild":    rebuildOnce,
	"examine":    examine,
	"measure":    measure,
	"fill":       func(dir string) error { return fillAndHold(dir, 600, 200) },
	"fill-large": func(dir string) error { return fillAndHold(dir, 900, 10_000) },
}

func TestMain(m *testing.M) {
	name, dir, isChild := strings.Cut(os.Getenv(childVariable), " ")
	if !isChild {
		// Each of them opens a store or two; the command line can ask for more.
		if err := flag.Set("rapid.checks", "20"); err != nil {
			panic(err)
		}
		os.Exit(m.Run())
	}
	if err := children[name](dir); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

func child(name, dir string) *exec.Cmd {
	cmd := exec.Command(os.Args[0])
	cmd.Env = append(os.Environ(), childVariable+"="+name+" "+dir)
	return cmd
}

// holdFolder keeps the folder open until its standard input ends.
func holdFolder(dir string) error {
	s, err := Open(dir, Options{})
	if err != nil {
		return err
	}
	fmt.Println("open")
	if _, err := io.Copy(io.Discard, os.Stdin); err != nil {
		return err
	}
	return s.Close()
}

// appendForEver prints the id of each record once it is acknowledged: single ones, batches, and merged ones.
func appendForEver(dir string) error {
	s, err := openAny(dir)
	if err != nil {
		return err
	}
	fmt.Println("open")
	far := "far-" + strconv.Itoa(os.Getpid())
	for i := 1; ; i++ {
		var batch []model.Record
		for range i%5 + 1 {
			batch = append(batch, checkIn(s.Stamp(), firstNight.AddDays(i%3), "p1", strings.Repeat("备注", i%300)))
		}
		stored, err := s.Append(ctx, batch...)
		if err != nil {
			return err
		}
		if i%7 == 0 {
			stamp := s.Stamp()
			stamp.Device = far
			r, err := checkIn(stamp, firstNight, "p2", "").Numbered(uint64(i), "")
			if err != nil {
				return err
			}
			if _, err := s.Merge(ctx, []model.Record{r}); err != nil {
				return err
			}
			stored = append(stored, r)
		}
		var ids bytes.Buffer
		for _, r := range stored {
			fmt.Fprintln(&ids, r.ID)
		}
		if _, err := os.Stdout.Write(ids.Bytes()); err != nil {
			return err
		}
	}
}

// finding is what a child found in a folder.
type finding struct {
	Records  map[string]string // sums by id
	History  int
	Problems []Problem
}

// examine opens a folder that may be damaged, lets everything be checked and prints what is there.
func examine(dir string) error {
	s, err := openAny(dir)
	if err != nil {
		return err
	}
	f := finding{Records: map[string]string{}}
	nights, err := s.Nights("", 1<<20)
	if err != nil {
		return err
	}
	for _, night := range nights {
		n, err := s.Night(night.Date)
		if err != nil {
			return err
		}
		for _, r := range n.Story() {
			f.Records[r.ID] = line{record: r.Bytes()}.sum()
		}
	}
	s.background.Wait()
	for i := range 7 {
		h, err := s.History(fmt.Sprintf("p%d", i), time.Time{}, 1<<20)
		if err != nil {
			return err
		}
		f.History += len(h)
	}
	f.Problems = s.Problems()
	if err := s.Close(); err != nil {
		return err
	}
	return json.NewEncoder(os.Stdout).Encode(f)
}

// started runs a child until it has the folder open.
func started(t *testing.T, name, dir string) (cmd *exec.Cmd, in io.Closer, out *bufio.Reader) {
	t.Helper()
	cmd = child(name, dir)
	cmd.Stderr = os.Stderr
	in, err := cmd.StdinPipe()
	must(t, err)
	pipe, err := cmd.StdoutPipe()
	must(t, err)
	must(t, cmd.Start())
	out = bufio.NewReader(pipe)
	if text, err := out.ReadString('\n'); text != "open\n" {
		t.Fatalf("the child says %q, %v", text, err)
	}
	return cmd, in, out
}
