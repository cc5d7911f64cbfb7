package export_test

import (
	"context"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"time"

	"beatbook/data/export"
)

// browsers are the names under which Chromium is installed.
var browsers = []string{"chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome"}

// printed is the page as Chromium prints it, a PDF. Without Chromium the test is skipped.
func printed(t *testing.T, d export.Document) string {
	t.Helper()
	browser := ""
	for _, name := range browsers {
		if path, err := exec.LookPath(name); err == nil {
			browser = path
			break
		}
	}
	if browser == "" {
		t.Skip("Chromium is not installed: how the page prints is not checked here")
	}
	// Processes of the browser that outlive it may still write here, which t.TempDir would take for a failure.
	dir, err := os.MkdirTemp("", "beatbook-print-")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = os.RemoveAll(dir) })
	page, pdf := filepath.Join(dir, "page.html"), filepath.Join(dir, "page.pdf")
	if err := os.WriteFile(page, []byte(html(t, d)), 0o600); err != nil {
		t.Fatal(err)
	}
	ctx, cancel := context.WithTimeout(t.Context(), 2*time.Minute)
	defer cancel()
	run := exec.CommandContext(ctx, browser, "--headless", "--no-sandbox", "--disable-gpu", "--disable-background-networking", "--no-first-run",
		"--disable-dev-shm-usage", "--user-data-dir="+filepath.Join(dir, "profile"), "--no-pdf-header-footer", "--print-to-pdf="+pdf, "file://"+page)
	run.WaitDelay = 5 * time.Second
	if out, err := run.CombinedOutput(); err != nil {
		t.Fatalf("%v: %s", err, out)
	}
	return pdf
}

// longDocument has a table and a heat table of several pages, whose rows can be told apart.
func longDocument() export.Document {
	d := sample(chinese, 31, 0, 0)
	d.Sections = d.Sections[:2]
	calls := export.Section{Title: "title of calls", Head: []string{"night", "head of calls"}}
	for i := range 200 {
		calls.Rows = append(calls.Rows, []export.Cell{day(i), export.Words(fmt.Sprintf("call %03d", i))})
	}
	visits := export.Section{Title: "title of visits", Head: []string{"head of visits"}, Drawn: export.Heat}
	for half := range 48 {
		visits.Head = append(visits.Head, fmt.Sprintf("%02d:%02d", half/2, half%2*30))
	}
	for i := range 60 {
		row := []export.Cell{export.Words(fmt.Sprintf("place %02d", i))}
		for half := range 48 {
			row = append(row, number(half))
		}
		visits.Rows = append(visits.Rows, row)
	}
	d.Sections = append(d.Sections, calls, visits)
	return d
}

func TestPrintedPages(t *testing.T) {
	t.Parallel()
	pdf := printed(t, longDocument())
	raw, err := os.ReadFile(pdf)
	if err != nil {
		t.Fatal(err)
	}
	count := len(regexp.MustCompile(`/Type\s*/Page\b`).FindAll(raw, -1))
	if count < 8 || count > 14 {
		t.Errorf("%d pages", count)
	}
	if sheets := len(regexp.MustCompile(`/MediaBox\s*\[0 0 59[45][.\d]* 84[12][.\d]*\]`).FindAll(raw, -1)); sheets != count {
		t.Errorf("%d of %d pages are A4", sheets, count)
	}
	if _, err := exec.LookPath("pdftotext"); err != nil {
		t.Log("pdftotext is not installed: what stands on the pages is not checked here")
		return
	}
	text, err := exec.CommandContext(t.Context(), "pdftotext", "-raw", pdf, "-").Output()
	if err != nil {
		t.Fatal(err)
	}
	pages := strings.Split(strings.TrimSuffix(string(text), "\f"), "\f")
	for i := range pages { // blanks are guessed from gaps, and upright text comes letter by letter
		pages[i] = strings.Join(strings.Fields(pages[i]), "")
	}
	if len(pages) != count {
		t.Errorf("%d pages of text, %d pages", len(pages), count)
	}
	checkPages(t, pages)
}

func checkPages(t *testing.T, pages []string) {
	calls, visits := map[string]int{}, map[string]int{}
	for i, page := range pages {
		for _, table := range []struct {
			row    string
			head   []string
			counts map[string]int
		}{
			{`call\d{3}`, []string{"headofcalls"}, calls},
			{`place\d{2}`, []string{"headofvisits", "00:00", "22:30", "23:30"}, visits},
		} {
			rows := regexp.MustCompile(table.row).FindAllString(page, -1)
			for _, row := range rows {
				table.counts[row]++
			}
			for _, head := range table.head {
				if len(rows) > 0 && !strings.Contains(page, head) {
					t.Errorf("page %d has rows but not %q:\n%s", i+1, head, page)
				}
			}
		}
		for _, together := range [][2]string{{"titleofcalls", "call000"}, {"titleofvisits", "place00"}, {"制表人", "值班领导"}} {
			if strings.Contains(page, together[0]) != strings.Contains(page, together[1]) {
				t.Errorf("page %d has only one of %q:\n%s", i+1, together, page)
			}
		}
		if number := fmt.Sprintf("%d/%d", i+1, len(pages)); !strings.Contains(page, number) {
			t.Errorf("page %d has no number %q", i+1, number)
		}
	}
	for counts, want := range map[*map[string]int]int{&calls: 200, &visits: 60} {
		if len(*counts) != want {
			t.Errorf("%d rows, want %d", len(*counts), want)
		}
		for row, n := range *counts {
			if n != 1 {
				t.Errorf("%q is there %d times", row, n)
			}
		}
	}
}
