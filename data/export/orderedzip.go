package export

import (
	"archive/zip"
	"bytes"
	"io"
	"maps"
	"slices"
)

// orderedZip is a ZIP archive whose files stand in the order of their names, in whatever order they come, and have no
// time: the same files give the same bytes. It is written at Close.
type orderedZip struct {
	*zip.Writer
	files map[string]*bytes.Buffer
}

func newOrderedZip(w io.Writer) *orderedZip {
	return &orderedZip{zip.NewWriter(w), map[string]*bytes.Buffer{}}
}

// Create adds a file.
func (z *orderedZip) Create(name string) (io.Writer, error) {
	file := &bytes.Buffer{}
	z.files[name] = file
	return file, nil
}

// Close writes the archive.
func (z *orderedZip) Close() error {
	for _, name := range slices.Sorted(maps.Keys(z.files)) {
		file, err := z.Writer.Create(name)
		if err != nil {
			return err
		}
		if _, err := z.files[name].WriteTo(file); err != nil {
			return err
		}
	}
	return z.Writer.Close()
}
