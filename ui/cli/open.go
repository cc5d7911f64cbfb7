package cli

import (
	"cmp"
	"context"
	"errors"
	"io/fs"
	"os"

	"beatbook/data"
	"beatbook/ui/crash"
	"beatbook/ui/plain"
	"beatbook/ui/session"
	"beatbook/ui/text"
)

// with opens the data folder, loads the session and closes the folder again when do is done.
func (p *program) with(ctx context.Context, do func(*data.Store, *session.Session) error) error {
	return p.withFolder(ctx, folderOf(p.data), data.Options{}, do)
}

// read is with, for what only reads: it makes no folder.
func (p *program) read(ctx context.Context, do func(*data.Store, *session.Session) error) error {
	if err := p.needFolder(); err != nil {
		return err
	}
	return p.with(ctx, do)
}

// needFolder refuses to go on without a data folder: one that is mistyped must not look like an empty one.
func (p *program) needFolder() error {
	if folder := folderOf(p.data); isMissing(folder) {
		return refuse(p.text.Errors.NoData, plain.OneLine(folder))
	}
	return nil
}

func isMissing(folder string) bool {
	_, err := os.Stat(folder)
	return errors.Is(err, fs.ErrNotExist)
}

// beforeFirst reports whether the program was never started here: no folder is named, and the usual one is not there.
func (p *program) beforeFirst() bool {
	return p.data == "" && os.Getenv("BEATBOOK_DATA") == "" && isMissing(folderOf(p.data))
}

func (p *program) withFolder(ctx context.Context, folder string, o data.Options, do func(*data.Store, *session.Session) error) error {
	return p.withStore(ctx, folder, o, func(store *data.Store) error {
		s, err := session.Load(ctx, p.log(store))
		if err != nil {
			return err
		}
		unlockedBy(store, s)
		return do(store, s)
	})
}

// withStore opens a data folder and closes it again when do is done.
func (p *program) withStore(ctx context.Context, folder string, o data.Options, do func(*data.Store) error) (err error) {
	store, err := p.open(ctx, folder, o)
	if err != nil {
		return err
	}
	if says := p.unconfirmed(folder); says != "" && isTerminal(p.errs) {
		p.tell(says)
	}
	told := p.tellDamage(store, 0)
	defer func() {
		if closed := store.Close(); err == nil {
			err = closed
		}
		p.tellDamage(store, told) // with what was still being mended until then
	}()
	return do(store)
}

// open opens a data folder. Of a sealed one it asks for the passphrase, but not before it is known that nobody else has it
// open.
func (p *program) open(ctx context.Context, folder string, o data.Options) (*data.Store, error) {
	o.Key = p.keys[folder]
	store, err := p.openWith(folder, o)
	if !errors.Is(err, data.ErrSealed) || !o.Key.IsZero() {
		return store, err
	}
	key, asked := p.keyOf(ctx, folder)
	if asked != nil || key.IsZero() {
		return nil, cmp.Or(asked, err)
	}
	o.Key = key
	if store, err = p.openWith(folder, o); err == nil {
		p.speakAs(store)
	}
	return store, err
}

func (p *program) openWith(folder string, o data.Options) (*data.Store, error) {
	bar := newBar(p.errs, p.text.Errors.Rebuilding, 0)
	defer bar.end()
	o.Progress, p.rebuild = bar.show, bar
	o.Panicked = func(value any) { p.end(crash.Of(value)) }
	return data.Open(folder, o)
}

// speakAs goes on in the language of the settings, which nobody could read before the folder was open.
func (p *program) speakAs(store *data.Store) {
	var saved session.Settings
	if err := store.LoadSettings(&saved); err == nil && p.lang == "" && saved.Lang != "" {
		p.text = text.For(saved.Lang)
	}
}

// tellDamage says what was found wrong with the folder, beginning behind what has been told, and gives the number of
// what has been told now. The store goes on looking after it is open.
func (p *program) tellDamage(store *data.Store, told int) int {
	problems := store.Problems()
	for _, problem := range problems[told:] {
		p.tell(plain.OneLine(p.text.Damage(problem)))
	}
	return len(problems)
}
