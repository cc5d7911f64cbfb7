package cli

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"os"
	"slices"

	"github.com/charmbracelet/x/ansi"
	"github.com/spf13/cobra"

	"beatbook/data"
	"beatbook/data/seal"
	"beatbook/ui/glyph"
	"beatbook/ui/plain"
	"beatbook/ui/term"
)

// doctorCommand examines everything that the program stands on, and changes nothing without --fix.
func (p *program) doctorCommand() *cobra.Command {
	var fix, asJSON bool
	cmd := &cobra.Command{Use: "doctor", Short: p.text.Doctor.Short, Args: p.noArguments}
	cmd.Flags().BoolVar(&fix, "fix", false, p.text.Doctor.FlagFix)
	cmd.Flags().BoolVar(&asJSON, "json", false, p.text.CLI.FlagJSON)
	cmd.RunE = func(cmd *cobra.Command, _ []string) error {
		return p.doctor(cmd.Context(), folderOf(p.data), fix, asJSON)
	}
	return cmd
}

// checkup is what the doctor found, and did.
type checkup struct {
	found    *data.Examination
	fix      bool
	mended   []data.Note
	problems []data.Problem // that were met in mending
	failed   error          // why it could not be mended
}

func (p *program) doctor(ctx context.Context, folder string, fix, asJSON bool) error {
	key, err := p.doctorKey(ctx, folder)
	if err != nil {
		return err
	}
	v := checkup{fix: fix}
	if v.found, err = p.examine(ctx, folder, key); err != nil {
		return err
	}
	if fix && v.found.State() != data.Fine {
		if err := p.mend(ctx, &v, key); err != nil {
			return err
		}
	}
	v.found.Notes = append(v.found.Notes, p.terminalNotes(folder)...)
	if asJSON {
		err = p.json(p.doctorShape(&v))
	} else {
		err = p.printCheckup(&v)
	}
	switch {
	case err != nil:
		return err
	case v.failed != nil:
		return v.failed
	case v.found.State() == data.Fails:
		return silentError{}
	}
	return nil
}

// doctorKey is the key of a sealed folder, or none where there is no way to have it: much can be examined without.
func (p *program) doctorKey(ctx context.Context, folder string) (seal.Key, error) {
	if p.passphraseFile() == "" && p.keyboard() == nil {
		return seal.Key{}, nil
	}
	key, err := p.keyOf(ctx, folder)
	var refused *refusedError
	if errors.Is(err, seal.ErrVault) || errors.As(err, &refused) && p.passphraseFile() == "" {
		p.tell(p.explain(err))
		err = nil
	}
	return key, err
}

func (p *program) examine(ctx context.Context, folder string, key seal.Key) (*data.Examination, error) {
	bar := newBar(p.errs, p.text.Doctor.Examining, barDelay)
	defer bar.end()
	return data.Examine(ctx, folder, data.Options{Key: key, Progress: bar.show})
}

// mend has mended what can be, and examines the folder again: what is gone then was mended.
func (p *program) mend(ctx context.Context, v *checkup, key seal.Key) error {
	bar := newBar(p.errs, p.text.Errors.Rebuilding, 0)
	v.problems, v.failed = data.Fix(ctx, v.found, data.Options{Key: key, Progress: bar.show})
	bar.end()
	after, err := p.examine(ctx, v.found.Dir, key)
	if err != nil {
		return err
	}
	for _, n := range v.found.Notes {
		if n.Mends && !slices.ContainsFunc(after.Notes, func(o data.Note) bool { return o.Code == n.Code && o.Device == n.Device }) {
			v.mended = append(v.mended, n)
		}
	}
	v.found = after
	return nil
}

func (p *program) printCheckup(v *checkup) error {
	t := p.text.Doctor
	for _, n := range v.mended {
		if err := p.say(t.Mended, p.text.Note(n)); err != nil {
			return err
		}
	}
	for _, problem := range v.problems {
		if err := p.say("%s", p.text.Damage(problem)); err != nil {
			return err
		}
	}
	switch {
	case v.failed != nil:
		p.tell(t.NotFixed)
	case v.fix && len(v.mended) == 0:
		p.tell(t.Nothing)
	}
	if err := p.columns(p.noteRows(v.found.Notes)); err != nil {
		return err
	}
	return p.say("%s", p.health(v.found))
}

// noteRows are the lines of the report, none of them wider than the terminal.
func (p *program) noteRows(notes []data.Note) (rows [][]string) {
	t, states, parts := p.text.Doctor, 0, 0
	for _, n := range notes {
		states, parts = max(states, ansi.StringWidth(p.stateWord(n.State))), max(parts, ansi.StringWidth(t.Parts[n.Part]))
	}
	room, last := roomFor(states+parts+2*len("  ")), ""
	for _, n := range notes {
		head, advice := []string{p.stateWord(n.State), t.Parts[n.Part]}, p.text.Advice(n)
		sentences := []string{p.text.Note(n)}
		if advice != "" && advice != last { // what is to be done about several things is said once
			sentences, last = append(sentences, advice), advice
		}
		for _, sentence := range sentences {
			for _, line := range wrapped(plain.OneLine(sentence), room) {
				rows = append(rows, append(head, line))
				head = []string{"", ""}
			}
		}
	}
	return rows
}

// roomFor is how many columns of the terminal are left beside what is that wide; 0 where the output is no terminal.
func roomFor(heads int) int {
	if columns := columnsOf(os.Stdout); columns > 0 {
		return max(columns-heads, leastColumns/2)
	}
	return 0
}

// stateWord says the state in a mark and a word.
func (p *program) stateWord(state data.State) string {
	set := glyph.For(p.ascii || term.ASCIIOnly())
	mark := map[data.State]string{data.Fine: set.Check, data.Unseen: "?", data.Warns: "!", data.Fails: set.Cross}[state]
	return mark + " " + p.text.Doctor.States[state]
}

// health is the verdict.
func (p *program) health(x *data.Examination) string {
	t, count := p.text.Doctor, map[data.State]int{}
	for _, n := range x.Notes {
		count[n.State]++
	}
	warned := count[data.Warns] + count[data.Unseen]
	switch {
	case count[data.Fails] > 0:
		return fmt.Sprintf(t.Failed, count[data.Fails], warned)
	case warned > 0:
		return fmt.Sprintf(t.Warned, warned)
	}
	return t.AllFine
}

// doctorShape is what `doctor --json` prints. Times are RFC 3339 in UTC; what a note has no use for is left out; code and
// part are stable, message and advice are for the reader.
type doctorShape struct {
	Folder   string            `json:"folder"`
	At       string            `json:"at"`
	State    data.State        `json:"state"`    // the worst of the notes: ok, unseen, warns or fails
	Notes    []noteShape       `json:"notes"`    // as it is now
	Mended   []noteShape       `json:"mended"`   // as it was before --fix
	Problems []metProblemShape `json:"problems"` // that --fix met in mending
	Error    string            `json:"error,omitempty"`
}

// noteShape is a note with its sentences.
type noteShape struct {
	data.Note
	Message string `json:"message"`
	Advice  string `json:"advice,omitempty"`
}

// metProblemShape is a problem of the store.
type metProblemShape struct {
	Code    data.ProblemCode `json:"code"`
	File    string           `json:"file"`
	Line    int              `json:"line,omitempty"`
	Count   int              `json:"count,omitempty"`
	Kept    string           `json:"kept,omitempty"`
	Message string           `json:"message"`
}

func (p *program) doctorShape(v *checkup) doctorShape {
	shape := doctorShape{
		Folder: v.found.Dir, At: v.found.At.Format("2006-01-02T15:04:05Z"), State: v.found.State(),
		Notes: p.noteShapes(v.found.Notes), Mended: p.noteShapes(v.mended), Problems: []metProblemShape{},
	}
	for _, problem := range v.problems {
		shape.Problems = append(shape.Problems, metProblemShape{
			problem.Code, problem.File, problem.Line, problem.Count, problem.Kept, plain.OneLine(p.text.Damage(problem)),
		})
	}
	if v.failed != nil {
		shape.Error = cmp.Or(p.explain(v.failed), v.failed.Error())
	}
	return shape
}

func (p *program) noteShapes(notes []data.Note) []noteShape {
	shapes := []noteShape{}
	for _, n := range notes {
		shapes = append(shapes, noteShape{n, plain.OneLine(p.text.Note(n)), plain.OneLine(p.text.Advice(n))})
	}
	return shapes
}
