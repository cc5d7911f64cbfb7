package model_test

import (
	"go/ast"
	"go/parser"
	"go/token"
	"os"
	"os/exec"
	"strings"
	"testing"
)

func TestModelKnowsTheStandardLibraryOnly(t *testing.T) {
	out, err := exec.Command("go", "list", "-deps", "-f", "{{if not .Standard}}{{.ImportPath}}{{end}}", ".").Output()
	if err != nil {
		t.Fatal(err)
	}
	if got := strings.Fields(string(out)); len(got) != 1 || got[0] != "beatbook/model" {
		t.Errorf("model is made of %v", got)
	}
}

// impure are the functions of package time that read a clock or wait for one.
var impure = map[string]bool{
	"Now": true, "Since": true, "Until": true, "Sleep": true, "After": true, "AfterFunc": true, "Tick": true, "NewTimer": true, "NewTicker": true,
}

func TestModelReadsNoClockAndStartsNoGoroutine(t *testing.T) {
	files := token.NewFileSet()
	entries, err := os.ReadDir(".")
	if err != nil {
		t.Fatal(err)
	}
	parsed := 0
	for _, entry := range entries {
		if !strings.HasSuffix(entry.Name(), ".go") || strings.HasSuffix(entry.Name(), "_test.go") {
			continue
		}
		file, err := parser.ParseFile(files, entry.Name(), nil, parser.SkipObjectResolution)
		if err != nil {
			t.Fatal(err)
		}
		parsed++
		ast.Inspect(file, func(n ast.Node) bool {
			switch n := n.(type) {
			case *ast.GoStmt:
				t.Errorf("%v: a goroutine", files.Position(n.Pos()))
			case *ast.SelectorExpr:
				if pkg, ok := n.X.(*ast.Ident); ok && pkg.Name == "time" && impure[n.Sel.Name] {
					t.Errorf("%v: time.%s", files.Position(n.Pos()), n.Sel.Name)
				}
			case *ast.ImportSpec:
				if path := strings.Trim(n.Path.Value, `"`); path == "os" || path == "net" || strings.HasPrefix(path, "net/") || n.Name != nil {
					t.Errorf("%v: import %s", files.Position(n.Pos()), path)
				}
			}
			return true
		})
	}
	if parsed == 0 {
		t.Error("no source was read")
	}
}
