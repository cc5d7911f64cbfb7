package report

import (
	"fmt"
	"io"

	"beatbook/data/export"
)

// Formats in which a report can be written.
var Formats = []string{"text", "html", "xlsx", "csv", "json", "geojson"}

// Extension is how the name of a file in the format ends.
func Extension(format string) string {
	if format == "text" {
		return ".txt"
	}
	return "." + format
}

// Write writes the report in one of the formats.
func (p *Paper) Write(w io.Writer, format string) error {
	switch format {
	case "text":
		return p.writeText(w)
	case "html":
		return export.HTML(w, p.Document())
	case "xlsx":
		return export.XLSX(w, p.Document())
	case "csv":
		return p.writeCSV(w)
	case "json":
		return p.writeJSON(w)
	case "geojson":
		return p.writeGeoJSON(w)
	}
	return fmt.Errorf("no format of a report: %q", format)
}

// Save writes the report into a file, the whole of it or nothing. The errors are those of export.Save.
func (p *Paper) Save(file, format string, force bool) error {
	return export.Save(file, force, func(w io.Writer) error { return p.Write(w, format) })
}
