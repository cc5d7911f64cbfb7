package cli

import (
	"context"
	"errors"
	"io/fs"
	"os"
	"slices"
	"strings"

	"golang.org/x/text/unicode/norm"

	"beatbook/data"
)

// The words that answer a question with yes or no.
var (
	yesWords = []string{"y", "yes", "是", "要", "好"}
	noWords  = []string{"", "n", "no", "否", "不", "不要"}
)

// offerSeal asks, before there is anything in the data folder and so only once, whether it is to be encrypted.
func (p *program) offerSeal(ctx context.Context) error {
	folder := folderOf(p.data)
	if p.keyboard() == nil || !isNew(folder) {
		return nil
	}
	p.tell(p.text.Trust.SealOffer)
	wanted, err := p.yes(ctx, p.text.Trust.SealOrNot)
	if err != nil || !wanted {
		return err
	}
	defer p.silence()()
	recovery, err := p.encrypt(ctx, folder)
	if err != nil {
		return err
	}
	if p.keys[folder], err = data.Unseal(folder, recovery); err != nil {
		return err
	}
	if err := p.out.Flush(); err != nil {
		return err
	}
	_, err = p.typed(ctx, p.text.Trust.GoOn, true) // the screen would cover what was said
	return err
}

// isNew reports whether a data folder is still to be made.
func isNew(folder string) bool {
	files, err := os.ReadDir(folder)
	return len(files) == 0 && (err == nil || errors.Is(err, fs.ErrNotExist))
}

// yes asks until it is answered.
func (p *program) yes(ctx context.Context, question string) (bool, error) {
	for {
		answer, err := p.typed(ctx, question, true)
		answer = strings.ToLower(strings.TrimSpace(norm.NFKC.String(answer)))
		if err != nil || slices.Contains(noWords, answer) {
			return false, err
		}
		if slices.Contains(yesWords, answer) {
			return true, nil
		}
	}
}
