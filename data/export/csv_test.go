package export_test

import (
	"bytes"
	"encoding/csv"
	"errors"
	"strings"
	"testing"

	"beatbook/data/export"
)

func write(t *testing.T, rows ...[]string) string {
	t.Helper()
	var b bytes.Buffer
	c := export.NewCSV(&b)
	for _, row := range rows {
		if err := c.Write(row...); err != nil {
			t.Fatal(err)
		}
	}
	if err := c.Flush(); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func TestCSVBytes(t *testing.T) {
	for name, tc := range map[string]struct {
		row  []string
		want string
	}{
		"plain":           {[]string{"时间", "备注"}, "时间,备注\r\n"},
		"quote and comma": {[]string{`a"b`, "c,d"}, "\"a\"\"b\",\"c,d\"\r\n"},
		"newline":         {[]string{"一\n二"}, "\"一\r\n二\"\r\n"},
		"formula":         {[]string{"=1+1"}, "'=1+1\r\n"},
		"plus":            {[]string{"+86"}, "'+86\r\n"},
		"minus":           {[]string{"-3"}, "'-3\r\n"},
		"at":              {[]string{"@SUM(A1)"}, "'@SUM(A1)\r\n"},
		"tab":             {[]string{"\t=1"}, "'\t=1\r\n"},
		"carriage return": {[]string{"\r=1"}, "\"'=1\"\r\n"},
		"line feed":       {[]string{"\n=1"}, "\"'\r\n=1\"\r\n"},
		"full-width":      {[]string{"＝1+1"}, "'＝1+1\r\n"},
		"inside is fine":  {[]string{"a=1", "2-1", "x@y"}, "a=1,2-1,x@y\r\n"},
		"empty":           {[]string{"", ""}, ",\r\n"},
		"broken bytes":    {[]string{"a\xffb"}, "a\ufffdb\r\n"},
	} {
		t.Run(name, func(t *testing.T) {
			if got := write(t, tc.row); got != "\ufeff"+tc.want {
				t.Errorf("got %q, want %q", got, "\ufeff"+tc.want)
			}
		})
	}
}

func TestCSVHasOneMarkAndCanBeReadBack(t *testing.T) {
	rows := [][]string{{"时间", "备注"}, {"22:04:31", "一切正常，\"无异常\"\n第二行"}, {"22:10:00", "🚓 é"}}
	got := write(t, rows...)
	if strings.Count(got, "\ufeff") != 1 || !strings.HasPrefix(got, "\ufeff") {
		t.Fatalf("byte order marks: %q", got)
	}
	back, err := csv.NewReader(strings.NewReader(strings.TrimPrefix(got, "\ufeff"))).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	for i := range rows {
		for j := range rows[i] {
			if back[i][j] != rows[i][j] {
				t.Errorf("cell %d,%d: %q, want %q", i, j, back[i][j], rows[i][j])
			}
		}
	}
}

func TestCSVWithoutRowsIsEmpty(t *testing.T) {
	if got := write(t); got != "" {
		t.Errorf("got %q", got)
	}
}

type full struct{}

var errFull = errors.New("disk full")

func (full) Write([]byte) (int, error) { return 0, errFull }

func TestCSVTellsOfAFailedWrite(t *testing.T) {
	c := export.NewCSV(full{})
	if err := c.Write("a"); !errors.Is(err, errFull) {
		t.Errorf("got %v", err)
	}
}
