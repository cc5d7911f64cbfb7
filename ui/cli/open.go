package cli

import (
	"context"

	"beatbook/data"
	"beatbook/ui/plain"
	"beatbook/ui/session"
)

// with opens the data folder, loads the session and closes the folder again when do is done.
func (p *program) with(ctx context.Context, do func(*data.Store, *session.Session) error) error {
	return p.withFolder(ctx, folderOf(p.data), data.Options{}, do)
}

func (p *program) withFolder(ctx context.Context, folder string, o data.Options, do func(*data.Store, *session.Session) error) error {
	return p.withStore(folder, o, func(store *data.Store) error {
		s, err := session.Load(ctx, store)
		if err != nil {
			return err
		}
		return do(store, s)
	})
}

// withStore opens a data folder and closes it again when do is done.
func (p *program) withStore(folder string, o data.Options, do func(*data.Store) error) (err error) {
	bar := newBar(p.errs, p.text.Errors.Rebuilding, 0)
	o.Progress, p.rebuild = bar.show, bar
	store, err := data.Open(folder, o)
	bar.end()
	if err != nil {
		return err
	}
	defer func() {
		if closed := store.Close(); err == nil {
			err = closed
		}
	}()
	told := p.tellDamage(store, 0)
	defer func() { p.tellDamage(store, told) }()
	return do(store)
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
