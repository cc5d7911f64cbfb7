package cli

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"beatbook/data"
)

func (p *program) sealCommand() *cobra.Command {
	cmd := &cobra.Command{Use: "seal", Short: p.text.Trust.Seal, Args: p.noArguments}
	cmd.RunE = func(*cobra.Command, []string) error {
		if err := p.needFolder(); err != nil {
			return err
		}
		isSealed, err := data.Sealed(folderOf(p.data))
		if err != nil {
			return err
		}
		if !isSealed {
			return p.say("%s", p.text.Trust.IsPlain)
		}
		err = p.say("%s", p.text.Trust.IsSealed)
		if says := p.unconfirmed(folderOf(p.data)); says != "" && err == nil {
			err = p.say("%s", says)
		}
		return err
	}
	cmd.AddCommand(p.sealOn(), p.sealOff(), p.sealChange())
	return cmd
}

func (p *program) sealOn() *cobra.Command {
	cmd := &cobra.Command{Use: "on", Short: p.text.Trust.SealOn, Args: p.noArguments}
	cmd.RunE = func(cmd *cobra.Command, _ []string) error {
		defer p.silence()()
		folder := folderOf(p.data)
		if err := p.needSealed(folder, false); err != nil {
			return err
		}
		_, err := p.encrypt(cmd.Context(), folder)
		return err
	}
	return cmd
}

// encrypt encrypts a folder with a passphrase that it asks for, and gives the recovery key.
func (p *program) encrypt(ctx context.Context, folder string) (recovery string, err error) {
	passphrase, err := p.newPassphrase(ctx, p.passphraseFile(), passphraseFlag)
	if err != nil {
		return "", err
	}
	p.tellTime(folder)
	recovery, err = working(p, p.text.Trust.Sealing, data.Options{}, func(o data.Options) (string, error) {
		return data.SealOn(folder, passphrase, o)
	})
	if err = p.sealed(ctx, folder, recovery, p.text.Trust.Sealed, err); err == nil {
		err = p.sayStrange(folder)
	}
	return recovery, err
}

// sayStrange names what in a folder was not encrypted, as it is not the program's.
func (p *program) sayStrange(folder string) error {
	names := data.StrangeFiles(folder)
	if len(names) == 0 {
		return nil
	}
	note := data.Note{Code: data.SealStrange, Count: len(names), Found: strings.Join(names, ", ")}
	if err := p.say("%s", p.text.Note(note)); err != nil {
		return err
	}
	return p.say("%s", p.text.Advice(note))
}

func (p *program) sealOff() *cobra.Command {
	cmd := &cobra.Command{Use: "off", Short: p.text.Trust.SealOff, Args: p.noArguments}
	cmd.RunE = func(cmd *cobra.Command, _ []string) error {
		defer p.silence()()
		o, err := p.openSealed(cmd.Context())
		if err != nil {
			return err
		}
		p.tellTime(folderOf(p.data))
		_, err = working(p, p.text.Trust.Unsealing, o, func(o data.Options) (struct{}, error) {
			return struct{}{}, data.SealOff(folderOf(p.data), o)
		})
		if err != nil {
			return err
		}
		return p.say("%s", p.text.Trust.Unsealed)
	}
	return cmd
}

func (p *program) sealChange() *cobra.Command {
	var file string
	cmd := &cobra.Command{Use: "change", Short: p.text.Trust.SealChange, Args: p.noArguments}
	cmd.Flags().StringVar(&file, newPassphraseFlag, "", p.text.Trust.FlagNewPassphrase)
	cmd.RunE = func(cmd *cobra.Command, _ []string) error {
		defer p.silence()()
		o, err := p.openSealed(cmd.Context())
		if err != nil {
			return err
		}
		passphrase, err := p.newPassphrase(cmd.Context(), file, newPassphraseFlag)
		if err != nil {
			return err
		}
		recovery, err := working(p, p.text.Trust.Changing, o, func(o data.Options) (string, error) {
			return data.SealChange(folderOf(p.data), passphrase, o)
		})
		return p.sealed(cmd.Context(), folderOf(p.data), recovery, p.text.Trust.Changed, err)
	}
	return cmd
}

// needSealed refuses a folder that is not sealed, or one that is.
func (p *program) needSealed(folder string, sealed bool) error {
	isSealed, err := data.Sealed(folder)
	switch {
	case err != nil || isSealed == sealed:
		return err
	case isSealed:
		return refuse("%s", p.text.Trust.AlreadySealed)
	}
	return refuse("%s", p.text.Trust.NotSealed)
}

// openSealed asks for the passphrase of the data folder.
func (p *program) openSealed(ctx context.Context) (o data.Options, err error) {
	folder := folderOf(p.data)
	if err := p.needFolder(); err != nil {
		return o, err
	}
	if err := p.needSealed(folder, true); err != nil {
		return o, err
	}
	o.Key, err = p.keyOf(ctx, folder)
	return o, err
}

// tellTime says at a terminal how long the folder will take, where that is worth saying, and what may happen meanwhile.
func (p *program) tellTime(folder string) {
	if takes := data.TurningTime(folder); takes >= time.Second && isTerminal(p.errs) {
		p.tell(fmt.Sprintf(p.text.Trust.SealTakes, p.text.Duration(takes)))
	}
}

// working shows that something is being done, and how far it is once that is known. Ctrl-C does not end it, and is told why:
// what was begun would have to go on at the next start.
func working[T any](p *program, label string, o data.Options, work func(data.Options) (T, error)) (T, error) {
	answer := func() { p.tell("\n" + p.text.Trust.SealGoesOn) }
	p.goesOn.Store(&answer)
	defer p.goesOn.Store(nil)
	stop := p.spin(label)
	bar := newBar(p.errs, p.text.Trust.Building, 0)
	o.Progress = func(done, total int) {
		stop()
		bar.show(done, total)
	}
	defer bar.end()
	defer stop()
	return work(o)
}

// sealed gives the recovery key of what a folder is sealed with now, and tells what was done. The key is told even where the
// work was not finished, for it opens what there is.
func (p *program) sealed(ctx context.Context, folder, recovery, done string, err error) error {
	if recovery == "" {
		return err
	}
	if err != nil {
		p.tell(p.text.Trust.HalfDone)
		return errors.Join(p.giveRecovery(ctx, folder, recovery), err)
	}
	if err := p.giveRecovery(ctx, folder, recovery); err != nil {
		return err
	}
	return p.say("\n%s", done)
}
