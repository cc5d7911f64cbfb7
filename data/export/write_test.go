package export_test

import (
	"errors"
	"io"
	"testing"

	"beatbook/data/export"
)

// filling is a disk that takes so many bytes more.
type filling struct{ left int }

func (f *filling) Write(b []byte) (int, error) {
	if len(b) > f.left {
		return f.left, errFull
	}
	f.left -= len(b)
	return len(b), nil
}

var writers = map[string]func(io.Writer) error{
	"html": func(w io.Writer) error { return export.HTML(w, sample(chinese, 60, 200, 12)) },
	"xlsx": func(w io.Writer) error { return export.XLSX(w, sample(chinese, 60, 200, 12)) },
	"geojson": func(w io.Writer) error {
		return export.GeoJSON(w, []export.Feature{{ID: "plaza", Properties: []export.Property{{Name: "due", Value: 1}}}})
	},
}

func TestWritersTellOfAFailedWrite(t *testing.T) {
	for name, write := range writers {
		for _, room := range []int{0, 1, 100, 5000} {
			if name == "geojson" && room >= 100 {
				continue
			}
			if err := write(&filling{room}); !errors.Is(err, errFull) {
				t.Errorf("%s with room for %d bytes: %v", name, room, err)
			}
		}
	}
}

func BenchmarkYear(b *testing.B) {
	d := sample(chinese, 366, 3000, 60)
	for name, write := range map[string]func(io.Writer, export.Document) error{"html": export.HTML, "xlsx": export.XLSX} {
		b.Run(name, func(b *testing.B) {
			for b.Loop() {
				if err := write(io.Discard, d); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
