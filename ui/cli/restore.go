package cli

import (
	"context"
	"errors"
	"sync"

	"github.com/spf13/cobra"

	"beatbook/data"
)

func (p *program) restoreCommand() *cobra.Command {
	var force, asJSON bool
	t := p.text.Backup
	cmd := &cobra.Command{Use: "restore " + t.ArgFrom, Short: t.Restore, Args: p.oneArgument(t.ArgFrom)}
	cmd.Flags().BoolVar(&force, "force", false, t.FlagForce)
	cmd.Flags().BoolVar(&asJSON, "json", false, p.text.CLI.FlagJSON)
	cmd.RunE = func(cmd *cobra.Command, args []string) error {
		from, err := data.FindBackup(args[0])
		if err != nil {
			return err
		}
		r, err := p.restore(cmd.Context(), from, force)
		if err != nil && !errors.Is(err, data.ErrFindings) {
			return err
		}
		if err == nil && !r.Verification.Holds() {
			err = refuse(t.InPart, r.From)
		}
		return errors.Join(p.sayRestored(r, asJSON), err)
	}
	return cmd
}

func (p *program) restore(ctx context.Context, from string, force bool) (r data.RestoreResult, err error) {
	o := data.RestoreOptions{Force: force}
	if o.Key, err = p.keyOf(ctx, from); err != nil {
		return r, err
	}
	copying, building := newBar(p.errs, p.text.Backup.Restoring, barDelay), newBar(p.errs, p.text.Trust.Building, barDelay)
	defer building.end()
	o.Progress = func(done, total int64) { copying.show(int(done), int(total)) }
	copied := sync.OnceFunc(copying.end)
	defer copied()
	o.Indexing = func(done, total int) {
		copied()
		building.show(done, total)
	}
	return data.Restore(ctx, from, folderOf(p.data), o)
}

// sayRestored says what was restored, and what does not hold of it.
func (p *program) sayRestored(r data.RestoreResult, asJSON bool) error {
	if asJSON {
		return p.json(r)
	}
	if !r.Verification.Holds() {
		if err := p.printVerification(r.Verification, data.VerifyOptions{}); err != nil {
			return err
		}
	}
	if r.Device == "" {
		return nil
	}
	t := p.text.Backup
	if err := p.say(t.Restored, r.Records, r.Dir); err != nil {
		return err
	}
	if err := p.say(t.NewDevice, r.Device); err != nil {
		return err
	}
	return p.say("%s", t.NotRestored)
}
