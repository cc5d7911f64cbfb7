package routefile

import (
	"errors"
	"os"
	"reflect"
	"strings"
	"testing"
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
