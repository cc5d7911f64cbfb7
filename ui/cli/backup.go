package cli

import (
	"cmp"
	"context"
	"fmt"
	"path/filepath"

	"github.com/spf13/cobra"

	"beatbook/data"
	"beatbook/ui/plain"
	"beatbook/ui/session"
)

// noAuto in place of a folder has no more backups made by themselves.
const noAuto = "off"

func (p *program) backupCommand() *cobra.Command {
	var (
		full, asJSON bool
		auto         string
	)
	t := p.text.Backup
	cmd := &cobra.Command{Use: "backup [" + t.ArgFolder + "]", Short: t.Backup, Args: p.optionalArgument}
	cmd.Flags().BoolVar(&full, "full", false, t.FlagFull)
	cmd.Flags().StringVar(&auto, "auto", "", t.FlagAuto)
	cmd.Flags().BoolVar(&asJSON, "json", false, p.text.CLI.FlagJSON)
	cmd.RunE = func(cmd *cobra.Command, args []string) error {
		to := cmd.Flags().Changed("auto")
		switch {
		case to && len(args) > 0:
			return p.usage(cmd, p.text.Command.NotTogether, "--auto", plain.OneLine(args[0]))
		case to && auto == "":
			return p.usage(cmd, p.text.Command.NeedsValue, "--auto")
		case auto == noAuto:
			if err := data.SetAutoBackup(folderOf(p.data), ""); err != nil {
				return err
			}
			return p.sayBackups(asJSON)
		case to:
			return p.backUpFromNowOn(cmd.Context(), auto, full, asJSON)
		case len(args) == 0:
			return p.sayBackups(asJSON)
		}
		return p.backUp(cmd.Context(), args[0], full, asJSON)
	}
	return cmd
}

// backUp takes no lock and needs no key: it copies the files as they are, whoever has them open.
func (p *program) backUp(ctx context.Context, to string, full, asJSON bool) error {
	if err := p.needFolder(); err != nil {
		return err
	}
	bar := newBar(p.errs, p.text.Backup.Copying, barDelay)
	progress := func(done, total int64) { bar.show(int(done), int(total)) }
	r, err := data.Backup(ctx, folderOf(p.data), to, data.BackupOptions{Full: full, Progress: progress})
	bar.end()
	if err != nil {
		return p.backupError(err)
	}
	if asJSON {
		err = p.json(r)
	} else {
		err = p.sayBackup(r)
	}
	if err == nil && len(r.Apart) > 0 {
		err = silentError{}
	}
	return err
}

// backupError says it for the folder of the backup where the sentence about the data folder would mislead.
func (p *program) backupError(err error) error {
	if sentence := p.text.BackupRefused(err); sentence != "" {
		return refuse("%s", plain.OneLine(sentence))
	}
	return err
}

func (p *program) sayBackup(r data.BackupResult) error {
	t := p.text.Backup
	if err := p.say(t.Done, r.Path, r.NewLines, r.Lines); err != nil {
		return err
	}
	for _, file := range r.Aside {
		if err := p.say(t.Aside, file); err != nil {
			return err
		}
	}
	for _, f := range r.Apart {
		if err := p.say(p.text.Trust.Finding, f.Device, p.text.Finding(f)); err != nil {
			return err
		}
	}
	for _, warning := range p.backupWarnings(r) {
		if err := p.say("%s", warning); err != nil {
			return err
		}
	}
	return nil
}

// backupWarnings say what is amiss with what was copied.
func (p *program) backupWarnings(r data.BackupResult) (warnings []string) {
	t := p.text.Backup
	if n := len(r.Readable); n > 0 {
		warnings = append(warnings, fmt.Sprintf(t.Readable, n, r.Readable[0]))
	}
	if len(r.Apart) > 0 {
		warnings = append(warnings, t.Apart)
	}
	if n := count(r.Findings); n > 0 {
		warnings = append(warnings, fmt.Sprintf(t.Doubtful, n))
	}
	if r.Unreadable > 0 {
		warnings = append(warnings, fmt.Sprintf(t.Unreadable, r.Unreadable))
	}
	return warnings
}

func count(findings []data.Finding) (n int) {
	for _, f := range findings {
		n += f.Count
	}
	return n
}

// backUpFromNowOn makes the first one at once: the later ones are only made where there is one.
func (p *program) backUpFromNowOn(ctx context.Context, to string, full, asJSON bool) error {
	if err := p.backUp(ctx, to, full, asJSON); err != nil {
		return err
	}
	if err := data.SetAutoBackup(folderOf(p.data), to); err != nil || asJSON {
		return err
	}
	whole, err := filepath.Abs(to)
	return cmp.Or(err, p.say(p.text.Backup.Auto, whole))
}

// backupsShape is what `backup --json` prints without a folder. Its times are in UTC.
type backupsShape struct {
	Auto string             `json:"auto"` // folder; empty: none
	Last *data.BackupResult `json:"last"` // null: none
}

func (p *program) sayBackups(asJSON bool) error {
	if err := p.needFolder(); err != nil {
		return err
	}
	auto, err := data.AutoBackup(folderOf(p.data))
	if err != nil {
		return err
	}
	last, err := data.LastBackup(folderOf(p.data))
	if err != nil {
		return err
	}
	t, shape := p.text.Backup, backupsShape{Auto: auto}
	if !last.At.IsZero() {
		shape.Last = &last
	}
	if asJSON {
		return p.json(shape)
	}
	if auto == "" {
		err = p.say("%s", t.AutoOff)
	} else {
		err = p.say(t.Auto, auto)
	}
	switch {
	case err != nil:
		return err
	case shape.Last == nil:
		return p.say("%s", t.Never)
	}
	return p.say(t.Last, last.At.Local().Format("2006-01-02 15:04"), last.Path, last.Lines)
}

// finishBackup waits for the backup that is due or under way when the work is done, and says what came of it. It is not
// worth failing for: nothing is lost here.
func (p *program) finishBackup(ctx context.Context, b *session.Backups) {
	if !b.Pending() || ctx.Err() != nil {
		return
	}
	stop := p.spin(p.text.Backup.Finishing)
	r, err := b.Make(ctx)
	stop()
	if r.Path != "" || err != nil {
		p.tell(plain.OneLine(p.text.BackedUp(r, err)))
	}
	for _, warning := range p.backupWarnings(r) {
		p.tell(plain.OneLine(warning))
	}
}
