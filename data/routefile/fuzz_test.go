package routefile

import (
	"bytes"
	"errors"
	"os"
	"reflect"
	"slices"
	"strings"
	"testing"
	"time"

	"beatbook/model"
)

// FuzzRead: whatever the bytes, Read does not panic, says at least one thing about what it refuses, and what it accepts
// survives being written.
func FuzzRead(f *testing.F) {
	whole, err := os.ReadFile("../sample/lianhe.yaml")
	if err != nil {
		f.Fatal(err)
	}
	f.Add(whole)
	f.Add([]byte(base))
	f.Add([]byte(base + "outcomes: [{id: a, name: {zh: 甲}}]\n"))
	f.Add([]byte(strings.Replace(base, "name: A", "name: A, checklist: [灭火器, {zh: 出口, en: exit}, {id: x, name: X}]", 1)))
	for _, m := range mistakes {
		if src, _, _ := m.apply(f); len(src) < 4096 {
			f.Add([]byte(src))
		}
	}
	f.Fuzz(func(t *testing.T, src []byte) {
		p, err := Read(src)
		if err != nil {
			checkProblems(t, err)
			return
		}
		written, err := Write(p)
		if err != nil {
			t.Fatal(err)
		}
		again, err := Read(written)
		if err != nil || !reflect.DeepEqual(p, again) {
			t.Fatalf("%v\n%s\nread  %+v\nagain %+v", err, written, p, again)
		}
	})
}

// FuzzEdit: whatever file Read accepts, an edited plan is found in it again, and the comment at its head is kept.
func FuzzEdit(f *testing.F) {
	whole, err := os.ReadFile("../sample/lianhe.yaml")
	if err != nil {
		f.Fatal(err)
	}
	explicit := strings.Replace(base, "site:", "? site\n:", 1)
	for _, src := range []string{string(whole), base, explicit, base + "outcomes: [{id: a, name: {zh: 甲}}]\n"} {
		f.Add([]byte(src), uint8(127))
		f.Add([]byte(strings.ReplaceAll(src, "\n", " # c\r\n")), uint8(255))
	}
	f.Fuzz(func(t *testing.T, src []byte, changes uint8) {
		src = append([]byte("# kept\n"), src...)
		p, err := Read(src)
		if err != nil {
			return
		}
		change(&p, changes)
		written, err := Write(p)
		if err != nil {
			return
		}
		want, err := Read(written)
		if err != nil {
			t.Fatal(err)
		}
		edited, err := Edit(src, p)
		if err != nil {
			t.Fatal(err)
		}
		if got, err := Read(edited); err != nil || !reflect.DeepEqual(got, want) {
			t.Fatalf("%v\n%s\ngot  %+v\nwant %+v", err, edited, got, want)
		}
		if !bytes.HasPrefix(edited, []byte("# kept")) {
			t.Fatalf("written anew\n%s", src)
		}
	})
}

// change makes the changes that the bits stand for.
func change(p *model.Plan, bits uint8) {
	for i, do := range []func(){
		func() { slices.Reverse(p.Checkpoints) },
		func() { p.Checkpoints[0].Name.EN += "!" },
		func() { p.Units = append(p.Units[1:], model.Unit{ID: "new", Callsign: p.Site.Name, Kind: "mixed"}) },
		func() { slices.Reverse(p.Routes[0].Calls) },
		func() { p.Routes[0].Calls = append(p.Routes[0].Calls[1:], p.Routes[0].Calls[0]) },
		func() { p.Outcomes, p.Routes[0].Contact = nil, model.Duration(time.Hour) },
		func() { slices.Reverse(p.Checkpoints[0].Checklist) },
		func() { p.Checkpoints[0].Radius, p.Checkpoints[0].Tag, p.Checkpoints[0].Look = 0, "", p.Site.Name },
	} {
		if bits&(1<<i) != 0 {
			do()
		}
	}
}

func checkProblems(t *testing.T, err error) {
	var problems Problems
	if !errors.As(err, &problems) || len(problems) == 0 {
		t.Fatalf("refused without a problem: %v", err)
	}
	for i, p := range problems {
		if p.Line < 1 || p.Column < 1 || p.Code == "" || strings.ContainsFunc(p.Subject+p.Detail, forbidden) {
			t.Fatalf("%+v", p)
		}
		if i > 0 && p.Line < problems[i-1].Line {
			t.Fatalf("not in order:\n%v", err)
		}
	}
}
