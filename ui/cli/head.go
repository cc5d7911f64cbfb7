package cli

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"strings"
	"time"

	"github.com/charmbracelet/x/ansi"
	"github.com/spf13/cobra"

	"beatbook/data"
	"beatbook/data/export"
	"beatbook/data/seal"
	"beatbook/ui/plain"
)

// headTag begins the text of a head.
const headTag = "BEATBOOK-HEAD-"

func (p *program) headCommand() *cobra.Command {
	var file string
	var code, force bool
	t := p.text.Trust
	cmd := &cobra.Command{Use: "head", Short: t.Head, Args: p.noArguments}
	cmd.Flags().BoolVar(&code, "qr", false, t.FlagQR)
	cmd.Flags().StringVarP(&file, "output", "o", "", t.FlagOutput)
	cmd.Flags().BoolVar(&force, "force", false, p.text.Command.FlagForce)
	cmd.RunE = func(cmd *cobra.Command, _ []string) error {
		if err := p.needFolder(); err != nil {
			return err
		}
		key, err := p.keyOf(cmd.Context(), folderOf(p.data))
		if err != nil {
			return err
		}
		text, err := data.SignedHead(folderOf(p.data), key, time.Now())
		if errors.Is(err, fs.ErrNotExist) && len(devicesIn(folderOf(p.data))) == 0 {
			err = data.ErrNoRecords
		}
		if err != nil {
			return err
		}
		if file == "" || file == "-" {
			return p.printHead(p.out, text, code)
		}
		err = export.Save(file, force, func(w io.Writer) error { return p.printHead(w, text, code) })
		if err != nil {
			return refuse("%s", p.text.FileRefused(file, err))
		}
		return p.say(p.text.Command.Written, file)
	}
	return cmd
}

// printHead writes what the head says and how it is used, and then the head, as a text that heads reads.
func (p *program) printHead(to io.Writer, text string, code bool) error {
	h, err := seal.ParseHead(text)
	if err != nil {
		return err
	}
	t := p.text.Trust
	words, head := fmt.Sprintf(t.HeadOf, h.Device, h.Seq, localTime(h.At))+"\n"+t.HeadUse+"\n\n", forPaper(text)+"\n"
	if to == io.Writer(p.out) {
		words = fit(words, os.Stdout)
	}
	if code {
		return p.drawQR(to, words, text, head)
	}
	_, err = io.WriteString(to, words+head)
	return err
}

// forPaper is a head in lines of groups that can be typed.
func forPaper(head string) string {
	parts := strings.Fields(head)
	claim, proof := parts[:len(parts)-2], parts[len(parts)-2:]
	return strings.Join(claim, " ") + "\n" + inGroups(strings.Join(proof, ""))
}

// The groups of characters that are typed from paper, and how many stand in a line.
const (
	groupLength   = 4
	groupsPerLine = 13
)

func inGroups(text string) string {
	var b strings.Builder
	for i := 0; i < len(text); i += groupLength {
		switch group := i / groupLength; {
		case group == 0:
		case group%groupsPerLine == 0:
			b.WriteString("\n")
		default:
			b.WriteString(" ")
		}
		b.WriteString(text[i:min(i+groupLength, len(text))])
	}
	return b.String()
}

// heads reads those that the flags give, as text or as @FILE, which may hold more than one and words around them.
func (p *program) heads(cmd *cobra.Command, words []string) ([]seal.Head, error) {
	var heads []seal.Head
	for _, word := range words {
		content := word
		if file, named := strings.CutPrefix(word, "@"); named {
			var err error
			if content, err = p.contentOf(file); err != nil {
				return nil, refuse(p.text.Errors.FileRead, plain.OneLine(file), p.text.Cause(err))
			}
		}
		for _, text := range headsIn(content) {
			h, err := seal.ParseHead(text)
			if err != nil {
				return nil, p.usage(cmd, p.text.Trust.BadHead, ansi.Truncate(plain.OneLine(text), mostQuoted, "..."))
			}
			heads = append(heads, h)
		}
	}
	return heads, nil
}

// mostQuoted are the cells of a head that cannot be read that are said again.
const mostQuoted = 60

// mostHeadBytes of a file are looked at: a head has less than 300.
const mostHeadBytes = 1 << 20

func (p *program) contentOf(file string) (content string, err error) {
	from := p.in
	if file != "-" {
		f, err := os.Open(file)
		if err != nil {
			return "", err
		}
		defer func() { _ = f.Close() }() // nothing was written
		from = f
	}
	b, err := io.ReadAll(io.LimitReader(from, mostHeadBytes))
	return string(b), err
}

// headsIn finds the texts of heads: each from its tag to the next empty line or tag. What has no tag is one whole text.
func headsIn(content string) []string {
	content = strings.ReplaceAll(content, "\r\n", "\n")
	upper := strings.ToUpper(content)
	if len(upper) != len(content) || !strings.Contains(upper, headTag) {
		return []string{content}
	}
	var texts []string
	for at := 0; ; {
		found := strings.Index(upper[at:], headTag)
		if found < 0 {
			return texts
		}
		at += found
		end := len(content)
		if next := strings.Index(upper[at+len(headTag):], headTag); next >= 0 {
			end = at + len(headTag) + next
		}
		text, _, _ := strings.Cut(content[at:end], "\n\n")
		texts = append(texts, text)
		at += len(headTag)
	}
}

// localTime is a moment in the zone of the machine, which it names: there may be no plan to ask.
func localTime(t time.Time) string { return t.Local().Format("2006-01-02 15:04:05 -07:00") }
