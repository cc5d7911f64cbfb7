package cli

import (
	"fmt"
	"strconv"
	"time"

	"github.com/spf13/cobra"

	"beatbook/data"
	"beatbook/data/seal"
	"beatbook/ui/session"
)

// lockCommand sets after how long without a key the screen locks, or shows it. Who changes it has to know the PIN.
func (p *program) lockCommand() *cobra.Command {
	cmd := &cobra.Command{Use: "lock [" + p.text.Lock.ArgMinutes + "|off]", Short: p.text.CLI.Lock, Args: p.optionalArgument}
	cmd.RunE = func(cmd *cobra.Command, args []string) error {
		if len(args) == 0 {
			return p.read(cmd.Context(), func(_ *data.Store, s *session.Session) error { return p.sayLock(s) })
		}
		minutes, err := p.minutes(cmd, args[0])
		if err != nil {
			return err
		}
		return p.with(cmd.Context(), func(store *data.Store, s *session.Session) error {
			if err := p.provePIN(store, s, s.AnyPIN(), p.secrets(cmd.Context())); err != nil {
				return err
			}
			s.Settings.LockMinutes = &minutes
			if err := store.SaveSettings(s.Settings); err != nil {
				return err
			}
			return p.sayLock(s)
		})
	}
	return cmd
}

func (p *program) minutes(cmd *cobra.Command, word string) (int, error) {
	if word == "off" {
		return 0, nil
	}
	minutes, err := strconv.Atoi(word)
	if err != nil || minutes < 1 || minutes > session.MostLockMinutes {
		return 0, p.usage(cmd, p.text.Lock.BadMinutes, word, session.MostLockMinutes)
	}
	return minutes, nil
}

func (p *program) sayLock(s *session.Session) error {
	says := p.text.Lock.Never
	if after := s.LockAfter(); after > 0 {
		says = fmt.Sprintf(p.text.Lock.After, int(after/time.Minute))
	}
	if err := p.say("%s", says); err != nil || s.Passphrase != nil || s.PINsInUse() {
		return err
	}
	return p.say("%s", p.text.Lock.NoPIN)
}

// unlockedBy lets the passphrase of a sealed folder unlock the screen.
func unlockedBy(store *data.Store, s *session.Session) {
	if !store.Sealed() {
		return
	}
	s.Passphrase = func(typed string) error {
		right, err := store.OpensWith(typed)
		if err == nil && !right {
			err = seal.ErrPassphrase
		}
		return err
	}
}
