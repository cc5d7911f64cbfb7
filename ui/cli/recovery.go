package cli

import (
	"context"
	"fmt"
	"os"
	"strings"
)

// recoveryTag begins a recovery key. It is told from a passphrase by that, so it stands in one piece.
const recoveryTag = "AGE-SECRET-KEY-1"

// recoveryEnd is how many characters of the recovery key show that it was written down.
const recoveryEnd = 4

// giveRecovery shows the recovery key, the only time, and at a keyboard has its end typed.
func (p *program) giveRecovery(ctx context.Context, key string) error {
	t := p.text.Trust
	words := fmt.Sprintf("%s\n%s\n%s\n\n%s\n", t.RecoveryTitle, recoveryTag, inGroups(strings.TrimPrefix(key, recoveryTag)), fit(t.RecoveryUse, os.Stdout))
	if err := p.drawQR(p.out, key, words); err != nil {
		return err
	}
	if err := p.out.Flush(); err != nil || p.keyboard() == nil {
		return err
	}
	for {
		end, err := p.typed(ctx, fmt.Sprintf(t.RecoveryEnd, recoveryEnd), true)
		switch {
		case err != nil:
			p.tell(t.RecoveryNotWritten)
			return nil // the folder is sealed, with or without
		case strings.EqualFold(strings.TrimSpace(end), key[len(key)-recoveryEnd:]):
			return p.say("%s", t.RecoveryDone)
		}
		p.tell(t.RecoveryWrong)
	}
}
