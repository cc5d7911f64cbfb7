package export

import (
	"errors"
	"fmt"
	"io"
	"sort"

	"github.com/xuri/excelize/v2"
)

// XLSX writes a document as a workbook: the first sheet has the title, the pairs and what is to be signed, each section
// with a head has a sheet of its own. Values keep their types, text is never taken for a formula. The same document
// gives the same bytes. The error is that of w.
func XLSX(w io.Writer, d Document) error {
	if err := writeWorkbook(w, d); err != nil {
		return fmt.Errorf("write xlsx: %w", err)
	}
	return nil
}

func writeWorkbook(w io.Writer, d Document) (err error) {
	b := &workbook{file: excelize.NewFile(), names: newSheetNames()}
	defer func() { err = errors.Join(err, b.file.Close()) }()
	b.file.SetZipWriter(func(w io.Writer) excelize.ZipWriter { return newOrderedZip(w) })
	if err := b.describe(d); err != nil {
		return err
	}
	if b.styles, err = newStyles(b.file); err != nil {
		return err
	}
	if err := b.addCover(d); err != nil {
		return err
	}
	for _, s := range d.Sections {
		if len(s.Head) > 0 && len(s.Rows) > 0 {
			if err := b.addTable(s); err != nil {
				return err
			}
		}
	}
	b.sortContentTypes()
	return b.file.Write(w)
}

// sortContentTypes gives the types of pictures one order: with a chart they are added in that of a map.
func (b *workbook) sortContentTypes() {
	types := b.file.ContentTypes.Defaults
	sort.Slice(types, func(i, j int) bool { return types[i].Extension < types[j].Extension })
}

// workbook is a file that gets sheets one after the other.
type workbook struct {
	file   *excelize.File
	names  sheetNames
	styles styles
}

// describe sets the properties of the file. Of when and where it was made they tell nothing.
func (b *workbook) describe(d Document) error {
	b.file.Pkg.Delete("docProps/core.xml") // in which there is a made up time
	err := b.file.SetDocProps(&excelize.DocProperties{Title: clean(d.Title), Creator: "beatbook", Language: clean(d.Lang)})
	if err != nil {
		return err
	}
	return b.file.SetAppProps(&excelize.AppProperties{Application: "beatbook"})
}
