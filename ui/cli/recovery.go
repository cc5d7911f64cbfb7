package cli

import (
	"context"
	"fmt"
	"os"
	"strings"

	"beatbook/data"
	"beatbook/data/seal"
)

// recoveryEnd is how many characters of the recovery key show that it was written down.
const recoveryEnd = 4

// giveRecovery shows the recovery key, the only time, and at a keyboard has its end typed.
func (p *program) giveRecovery(ctx context.Context, folder, key string) error {
	t := p.text.Trust
	words := seal.RecoveryTag + "\n" + inGroups(strings.TrimPrefix(key, seal.RecoveryTag)) + "\n"
	if err := p.drawQR(p.out, fit(t.RecoveryUse, os.Stdout)+"\n", key, words); err != nil {
		return err
	}
	if err := p.out.Flush(); err != nil {
		return err
	}
	if p.keyboard() == nil {
		return data.ConfirmRecovery(folder) // whoever reads the output has it
	}
	p.forgetTyped()
	for {
		end, err := p.typed(ctx, fmt.Sprintf(t.RecoveryEnd, recoveryEnd), true)
		switch {
		case err != nil:
			p.tell(t.RecoveryNotWritten)
			return nil // the folder is sealed, with or without
		case seal.EndsRecovery(key, end, recoveryEnd):
			if err := data.ConfirmRecovery(folder); err != nil {
				return err
			}
			return p.say("%s", t.RecoveryDone)
		}
		p.tell(t.RecoveryWrong)
	}
}

// unconfirmed says that nobody was seen to have the recovery key of the folder, empty where somebody was.
func (p *program) unconfirmed(folder string) string {
	if confirmed, err := data.RecoveryConfirmed(folder); err != nil || confirmed {
		return "" // what cannot be read is told by whoever needs it
	}
	return p.text.Trust.Unconfirmed
}
