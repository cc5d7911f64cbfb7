package cli

import (
	"bufio"
	"bytes"
	"cmp"
	"context"
	"errors"
	"io"
	"io/fs"
	"os"
	"time"
	"unicode/utf8"

	"beatbook/data"
	"beatbook/data/seal"
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
		secret, err := p.typed(ctx, p.text.Trust.Passphrase, false)
		if err != nil {
			return seal.Key{}, err
		}
		key, err := p.try(ctx, folder, secret, &slow)
		if !isWrong(err) {
			return key, err
		}
		p.tell(p.text.Error(err))
	}
	return seal.Key{}, refuse(p.text.Trust.TooManyTries, mostTries)
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
	case <-time.After(slow.Wait(time.Now())):
	case <-ctx.Done():
		return seal.Key{}, ctx.Err()
	}
	key, err := data.Unseal(folder, secret)
	if errors.Is(err, fs.ErrNotExist) {
		err = seal.ErrVault // of two files, one of which is enough
	}
	if err != nil {
		slow.Failed(time.Now())
		return key, err
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

// secretIn is the next line of a file with passphrases, which is the standard input where it is named -.
func (p *program) secretIn(file string) (string, error) {
	if file == "-" {
		return p.secretLine("stdin", p.stdin())
	}
	f, err := os.Open(file)
	if err != nil {
		return "", refuse(p.text.Errors.FileRead, plain.OneLine(file), p.text.Cause(err))
	}
	defer func() { _ = f.Close() }() // nothing was written
	return p.secretLine(file, bufio.NewReader(f))
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
