package cli

import (
	"bufio"
	"bytes"
	"cmp"
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"time"
	"unicode/utf8"

	"beatbook/data"
	"beatbook/data/seal"
	"beatbook/model"
	"beatbook/ui/plain"
)

// passphraseVariable names a file with the passphrase, for scripts. The passphrase itself is in no variable and no
// argument: whoever lists the processes reads those.
const passphraseVariable = "BEATBOOK_PASSPHRASE_FILE"

// mostTries of a passphrase before the command gives up.
const mostTries = 3

// The flags that name files with passphrases.
const (
	passphraseFlag    = "passphrase-file"
	newPassphraseFlag = "new-passphrase-file"
)

// keyOf gives the key of a sealed folder, and the zero one of a folder that is not sealed. It asks once in a run.
func (p *program) keyOf(ctx context.Context, folder string) (seal.Key, error) {
	if key, known := p.keys[folder]; known {
		return key, nil
	}
	isSealed, err := data.Sealed(folder)
	if err != nil || !isSealed {
		return seal.Key{}, err
	}
	key, err := p.unseal(ctx, folder)
	if err == nil {
		p.keys[folder] = key
	}
	return key, err
}

// unseal asks for the passphrase of a folder, or for its recovery key, until it opens.
func (p *program) unseal(ctx context.Context, folder string) (seal.Key, error) {
	defer p.silence()()
	var slow seal.Attempts
	if file := p.passphraseFile(); file != "" {
		secret, err := p.secretIn(file)
		if err != nil {
			return seal.Key{}, err
		}
		return p.try(ctx, folder, secret, &slow)
	}
	if p.keyboard() == nil {
		return seal.Key{}, refuse(p.text.Trust.NeedsTerminal, "--"+passphraseFlag)
	}
	for range mostTries {
		secret, err := p.typedSecret(ctx)
		if err != nil {
			return seal.Key{}, err
		}
		key, err := p.try(ctx, folder, secret, &slow)
		p.forgetTyped() // the rest of what was pasted is no further try
		if !isWrong(err) {
			return key, err
		}
		p.tell(p.text.Error(err))
	}
	return seal.Key{}, refuse(p.text.Trust.TooManyTries, mostTries)
}

// typedSecret asks for the passphrase, or for the recovery key.
func (p *program) typedSecret(ctx context.Context) (string, error) {
	return wholeSecret(func(lacks int) (string, error) {
		prompt := p.text.Trust.Passphrase
		if lacks > 0 {
			prompt = fmt.Sprintf(p.text.Trust.RecoveryMore, lacks)
		}
		return p.typed(ctx, prompt, false)
	})
}

// wholeSecret is the next line, and of a recovery key the ones behind it until it is complete or an empty one ends it.
func wholeSecret(next func(lacks int) (string, error)) (secret string, err error) {
	for {
		line, err := next(seal.LacksOfRecovery(secret))
		secret += line
		if err != nil || line == "" || seal.LacksOfRecovery(secret) <= 0 {
			return secret, err
		}
	}
}

// isWrong tells what was typed wrong from a folder that cannot be read. With one of its vaults damaged there is the other.
func isWrong(err error) bool {
	for _, wrong := range []error{seal.ErrPassphrase, seal.ErrRecovery, seal.ErrRecoveryText, seal.ErrVault} {
		if errors.Is(err, wrong) {
			return true
		}
	}
	return false
}

// try tries a secret, after the pause that wrong ones cost.
func (p *program) try(ctx context.Context, folder, secret string, slow *seal.Attempts) (seal.Key, error) {
	defer p.spin(p.text.Lock.Checking)()
	select {
	case <-time.After(slow.Wait(model.Stamp{At: time.Now()})):
	case <-ctx.Done():
		return seal.Key{}, ctx.Err()
	}
	key, err := data.Unseal(folder, secret)
	if errors.Is(err, fs.ErrNotExist) {
		err = seal.ErrVault // of two files, one of which is enough
	}
	if err != nil {
		slow.Failed(model.Stamp{At: time.Now()})
		return key, err
	}
	if seal.IsRecovery(secret) {
		_ = data.ConfirmRecovery(folder) // else it is asked for again, and no harm is done
	}
	return key, ctx.Err()
}

// newPassphrase asks for a passphrase twice, or reads it from the file where one is named.
func (p *program) newPassphrase(ctx context.Context, file, flag string) (string, error) {
	if file != "" {
		return p.secretIn(file)
	}
	if p.keyboard() == nil {
		return "", refuse(p.text.Trust.NeedsTerminal, "--"+flag)
	}
	p.tell(fmt.Sprintf(p.text.Trust.PassphraseRule, seal.ShortestPassphrase, seal.FewestCharacters))
	secret, err := p.typed(ctx, p.text.Trust.NewPassphrase, false)
	if err == nil {
		err = seal.CheckPassphrase(secret) // rather than after it was typed a second time
	}
	if err != nil {
		return "", err
	}
	again, err := p.typed(ctx, p.text.Command.PINAgain, false)
	if err == nil && again != secret {
		err = refuse("%s", p.text.Trust.Differ)
	}
	return secret, err
}

// passphraseFile is the file that the flag or the variable names, empty where none does.
func (p *program) passphraseFile() string { return cmp.Or(p.passphrase, os.Getenv(passphraseVariable)) }

// secretIn is the next passphrase of a file with one in each line, or the next recovery key, which may be in more than one.
// The file is the standard input where it is named -.
func (p *program) secretIn(file string) (string, error) {
	if file == "-" {
		return p.nextSecret("stdin", p.stdin())
	}
	f, err := os.Open(file)
	if err != nil {
		return "", refuse(p.text.Errors.FileRead, plain.OneLine(file), p.text.Cause(err))
	}
	defer func() { _ = f.Close() }() // nothing was written
	return p.nextSecret(file, bufio.NewReader(f))
}

func (p *program) nextSecret(file string, from *bufio.Reader) (string, error) {
	return wholeSecret(func(int) (string, error) { return p.secretLine(file, from) })
}

// stdin is the standard input, read by lines.
func (p *program) stdin() *bufio.Reader {
	if p.lines == nil {
		p.lines = bufio.NewReader(p.in)
	}
	return p.lines
}

func (p *program) secretLine(file string, from *bufio.Reader) (string, error) {
	line, err := from.ReadBytes('\n')
	if err != nil && !errors.Is(err, io.EOF) {
		return "", refuse(p.text.Errors.FileRead, plain.OneLine(file), p.text.Cause(err))
	}
	line = bytes.TrimPrefix(line, []byte("\ufeff")) // of Windows' editor
	if !utf8.Valid(line) || bytes.ContainsRune(line, 0) {
		return "", refuse(p.text.Trust.NotUTF8, plain.OneLine(file))
	}
	return string(bytes.TrimRight(line, "\r\n")), nil
}
