package cli

import (
	"context"
	"errors"
	"io"
	"strings"

	"github.com/spf13/cobra"

	"beatbook/data"
	"beatbook/data/seal"
	"beatbook/ui/session"
)

// deskPIN sets the PIN that operators give to sign on, or takes it away. Who changes it has to know the one that is set.
func (p *program) deskPIN() *cobra.Command {
	var remove bool
	cmd := &cobra.Command{Use: "pin", Short: p.text.CLI.DeskPIN, Args: p.noArguments}
	cmd.Flags().BoolVar(&remove, "clear", false, p.text.CLI.FlagClear)
	cmd.RunE = func(cmd *cobra.Command, _ []string) error {
		return p.with(cmd.Context(), func(store *data.Store, s *session.Session) error {
			typed := p.secrets(cmd.Context())
			if err := p.askPIN(s, typed, remove); err != nil {
				return err
			}
			if err := store.SaveSettings(s.Settings); err != nil {
				return err
			}
			if remove {
				return p.say("%s", p.text.Command.PINCleared)
			}
			return p.say("%s", p.text.Command.PINSet)
		})
	}
	return cmd
}

func (p *program) askPIN(s *session.Session, typed func(prompt string) (string, error), remove bool) error {
	if err := p.provePIN(s, typed); err != nil && !errors.Is(err, seal.ErrPIN) {
		return err // one that is damaged nobody can know
	}
	if remove {
		s.ClearPIN()
		return nil
	}
	pin, err := typed(p.text.Command.PINNew)
	if err != nil {
		return err
	}
	if err := s.SetPIN(pin); err != nil {
		return err
	}
	again, err := typed(p.text.Command.PINAgain)
	if err == nil && again != pin {
		err = refuse("%s", p.text.Errors.PINsDiffer)
	}
	return err
}

// provePIN asks for the PIN that is set.
func (p *program) provePIN(s *session.Session, typed func(prompt string) (string, error)) error {
	if !s.NeedsPIN() {
		return nil
	}
	now, err := typed(p.text.Command.PINNow)
	if err != nil {
		return err
	}
	return s.CheckPIN(now)
}

// secrets reads one line at a time: from a terminal without showing it.
func (p *program) secrets(ctx context.Context) func(prompt string) (string, error) {
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
