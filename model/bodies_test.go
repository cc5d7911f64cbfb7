package model_test

import (
	"encoding/json"
	"go/ast"
	"go/parser"
	"go/token"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"

	"beatbook/model"
)

// comesBack holds that a body is the same after it was written to a journal line and read from it.
func comesBack[T any](t *rapid.T, kind model.Kind, body T) {
	b, err := json.Marshal(body)
	if err != nil {
		t.Fatal(err)
	}
	r := model.Record{ID: "R1", Device: "laptop", At: at(22), Zone: "Asia/Shanghai", Night: "2026-11-20", Kind: kind, Body: b}
	if r, err = r.Numbered(7, ""); err != nil {
		t.Fatal(err)
	}
	if strings.ContainsAny(string(r.Bytes()), "\n\r") {
		t.Fatalf("more than one line: %s", r.Bytes())
	}
	read, err := model.ParseRecord(r.Bytes())
	if err != nil || read.Kind != kind {
		t.Fatalf("%s: %v", r.Bytes(), err)
	}
	if again, err := model.Decode[T](read); err != nil || !reflect.DeepEqual(again, body) {
		t.Fatalf("%+v came back as %+v, %v", body, again, err)
	}
}

func TestBodiesOfWorkComeBack(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		text := func() string { return rapid.String().Draw(t, "text") }
		var order *model.FixOrder
		if rapid.Bool().Draw(t, "order") {
			deadline := at(22).Add(time.Duration(rapid.Int64Range(-1e15, 1e15).Draw(t, "deadline")) * time.Millisecond)
			order = &model.FixOrder{Owner: text(), Deadline: deadline.UTC(), Interim: text()}
		}
		comesBack(t, model.OutcomeCounted, model.OutcomeCountedBody{
			Shift: text(), Checkpoint: text(), Kind: model.OutcomeKind(text()), Quantity: rapid.Int().Draw(t, "quantity"), Of: text(), Note: text(),
		})
		comesBack(t, model.HazardFound, model.HazardFoundBody{
			Shift: text(), Checkpoint: text(), Kind: model.HazardKind(text()), What: text(), Severity: model.Severity(text()), Item: text(),
			Fixed: rapid.Bool().Draw(t, "fixed"), Order: order,
		})
		comesBack(t, model.HazardMoved, model.HazardMovedBody{
			Hazard: text(), After: text(), Step: model.HazardStep(text()), Order: order, Note: text(), Shift: text(), By: text(),
		})
		answers := []model.Answer{{Item: text(), OK: rapid.Bool().Draw(t, "ok")}, {Item: text()}}
		comesBack(t, model.ChecklistDone, model.ChecklistDoneBody{Shift: text(), Checkpoint: text(), Answers: answers})
		comesBack(t, model.HandoverAcknowledged, model.HandoverAcknowledgedBody{Shift: text(), By: text()})
	})
}

func TestAPlanKeepsItsKindsAndChecklists(t *testing.T) {
	p := workPlan()
	p.Checkpoints[0].Checklist[0].Name = model.Name{ZH: "出口", EN: "exit"}
	b, err := json.Marshal(p.Freeze("horn-1", "beat"))
	if err != nil {
		t.Fatal(err)
	}
	var again model.Plan
	if err := json.Unmarshal(b, &again); err != nil || !reflect.DeepEqual(again.Outcomes, p.Outcomes) || !reflect.DeepEqual(again.Checkpoints[0], p.Checkpoints[0]) {
		t.Errorf("%s: %v", b, err)
	}
}

// The lists by which screens and sums go through all of something must leave nothing out.
func TestListsNameEveryConstant(t *testing.T) {
	declared := constants(t)
	for name, list := range map[string][]string{
		"Kind": texts(model.Kinds), "RefusalCode": texts(model.RefusalCodes), "HazardState": texts(model.HazardStates),
		"HazardStep": texts(model.HazardSteps), "State": texts(model.States), "Mark": texts(model.Marks),
	} {
		if slices.Sort(list); !slices.Equal(list, declared[name]) {
			t.Errorf("%s: listed %v, declared %v", name, list, declared[name])
		}
	}
}

func texts[T ~string](list []T) []string {
	s := make([]string, len(list))
	for i, v := range list {
		s[i] = string(v)
	}
	return s
}

// constants of the package with a type and a text, sorted, by type.
func constants(t *testing.T) map[string][]string {
	t.Helper()
	declared := map[string][]string{}
	files, err := filepath.Glob("*.go")
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range files {
		if strings.HasSuffix(name, "_test.go") {
			continue
		}
		source, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		file, err := parser.ParseFile(token.NewFileSet(), name, source, 0)
		if err != nil {
			t.Fatal(err)
		}
		ast.Inspect(file, func(n ast.Node) bool {
			spec, ok := n.(*ast.ValueSpec)
			if !ok || len(spec.Values) != 1 {
				return true
			}
			kind, typed := spec.Type.(*ast.Ident)
			value, literal := spec.Values[0].(*ast.BasicLit)
			if typed && literal && value.Kind == token.STRING {
				if text, err := strconv.Unquote(value.Value); err == nil {
					declared[kind.Name] = append(declared[kind.Name], text)
				}
			}
			return true
		})
	}
	for _, list := range declared {
		slices.Sort(list)
	}
	return declared
}
