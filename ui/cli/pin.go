package cli

import (
	"cmp"
	"context"
	"errors"
	"io"
	"strings"

	"github.com/spf13/cobra"

	"beatbook/data"
	"beatbook/data/seal"
	"beatbook/ui/plain"
	"beatbook/ui/session"
)

// pinChange is what is to become of the PIN of an operator.
type pinChange struct {
	clear     bool
	forgotten bool // it is taken away without being given
}

// deskPIN sets the PIN with which an operator signs on, takes it away, or lists who has one. Who changes a PIN has to know
// it, unless it is said that nobody does.
func (p *program) deskPIN() *cobra.Command {
	var change pinChange
	var asJSON bool
	cmd := &cobra.Command{Use: "pin [" + p.text.Command.ArgName + "]", Short: p.text.CLI.DeskPIN, Args: p.optionalArgument}
	cmd.Flags().BoolVar(&change.clear, "clear", false, p.text.CLI.FlagClear)
	cmd.Flags().BoolVar(&change.forgotten, "forgotten", false, p.text.CLI.FlagForgotten)
	cmd.Flags().BoolVar(&asJSON, "json", false, p.text.CLI.FlagJSON)
	cmd.RunE = func(cmd *cobra.Command, args []string) error {
		changes := len(args) > 0 || change.clear
		switch {
		case change.forgotten && !change.clear:
			return p.usage(cmd, p.text.Command.NeedsFlag, "--clear")
		case asJSON && changes:
			return p.usage(cmd, p.text.Command.ManyArguments, "--json")
		case len(args) > 0 && session.SameOperator(args[0], ""):
			return p.usage(cmd, "%s", p.text.Command.EmptyArgument)
		}
		if !changes {
			return p.read(cmd.Context(), func(_ *data.Store, s *session.Session) error { return p.listPINs(s, asJSON) })
		}
		return p.with(cmd.Context(), func(store *data.Store, s *session.Session) error {
			return p.changePIN(cmd.Context(), store, s, strings.Join(args, ""), change)
		})
	}
	return cmd
}

// pinsShape is what `desk pin --json` prints.
type pinsShape struct {
	Operators []string `json:"operators"` // who have a PIN of their own; never null
	Shared    bool     `json:"shared"`    // whether all others have one together, set by an older version
}

func (p *program) listPINs(s *session.Session, asJSON bool) error {
	shape := pinsShape{s.WithPIN(), s.Settings.PIN != ""}
	if asJSON {
		return p.json(shape)
	}
	for _, name := range shape.Operators {
		if err := p.say("%s", name); err != nil {
			return err
		}
	}
	switch {
	case shape.Shared:
		return p.say("%s", p.text.Command.PINShared)
	case len(shape.Operators) == 0:
		return p.say("%s", p.text.Lock.NoPIN)
	}
	return nil
}

// changePIN changes the PIN of an operator, without a name the one of all that older versions have set.
func (p *program) changePIN(ctx context.Context, store *data.Store, s *session.Session, name string, change pinChange) error {
	typed, secret := p.secrets(ctx), s.PINOf(name)
	if change.clear && secret.Check == nil || name != "" && change.clear && !s.HasOwnPIN(name) {
		return p.noPIN(s, name)
	}
	if !change.forgotten {
		err := p.provePIN(store, s, secret, typed)
		change.forgotten = errors.Is(err, seal.ErrPIN) // one that is damaged nobody can know
		if err != nil && !change.forgotten {
			return err
		}
	}
	if !change.clear {
		return p.setPIN(store, s, name, typed)
	}
	t, said := p.text.Command, p.text.Command.PINCleared
	if change.forgotten {
		s.ForgetPIN(name)
		said = t.PINForgotten
	} else {
		s.ClearPIN(name)
	}
	if err := store.SaveSettings(s.Settings); err != nil {
		return err
	}
	return p.say(said, cmp.Or(name, t.PINOfAll))
}

// noPIN refuses to take away a PIN that is not there.
func (p *program) noPIN(s *session.Session, name string) error {
	if s.HasPIN(name) {
		return refuse(p.text.Command.PINOnlyShared, plain.OneLine(name))
	}
	return refuse(p.text.Command.PINNone, plain.OneLine(cmp.Or(name, p.text.Command.PINOfAll)))
}

func (p *program) setPIN(store *data.Store, s *session.Session, name string, typed typist) error {
	pin, err := typed(p.text.Command.PINNew)
	if err == nil {
		err = seal.CheckPINLength(pin) // rather than after it was typed a second time
	}
	if err != nil {
		return err
	}
	again, err := typed(p.text.Command.PINAgain)
	if err == nil && again != pin {
		err = refuse("%s", p.text.Errors.PINsDiffer)
	}
	if err == nil {
		err = s.SetPIN(name, pin)
	}
	if err == nil {
		err = store.SaveSettings(s.Settings)
	}
	if err != nil {
		return err
	}
	return p.say(p.text.Command.PINSet, name)
}

// provePIN asks for a PIN where there is one. A wrong one is counted, also for the next run.
func (p *program) provePIN(store *data.Store, s *session.Session, secret session.Secret, typed typist) error {
	if secret.Check == nil {
		return nil
	}
	if err := s.MayTry(secret); err != nil {
		return err // before it is typed in vain
	}
	now, err := typed(p.text.Command.PINNow)
	if err != nil {
		return err
	}
	err = s.Try(secret, now)
	return cmp.Or(err, store.SaveSettings(s.Settings)) // whatever came of it
}

// typist reads one line at a time.
type typist func(prompt string) (string, error)

// secrets reads secrets: from a terminal without showing them.
func (p *program) secrets(ctx context.Context) typist {
	if p.keyboard() != nil {
		return func(prompt string) (string, error) { return p.typed(ctx, prompt, false) }
	}
	return func(string) (string, error) {
		line, err := p.stdin().ReadString('\n')
		if errors.Is(err, io.EOF) {
			err = nil // nothing typed is an answer too, and a wrong one
		}
		return strings.TrimRight(line, "\r\n"), err
	}
}
