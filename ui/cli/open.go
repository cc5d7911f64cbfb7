package cli

import (
	"context"
	"fmt"
	"io"
	"os"
	"sync/atomic"

	"github.com/mattn/go-isatty"

	"beatbook/data"
	"beatbook/ui/session"
)

// with opens the data folder, loads the session and closes the folder again when do is done.
func (p *program) with(ctx context.Context, do func(*data.Store, *session.Session) error) error {
	return p.withFolder(ctx, folderOf(p.data), data.Options{}, do)
}

func (p *program) withFolder(ctx context.Context, folder string, o data.Options, do func(*data.Store, *session.Session) error) (err error) {
	bar := &rebuildBar{to: p.errs, format: p.text.Errors.Rebuilding}
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
	s, err := session.Load(ctx, store)
	if err != nil {
		return err
	}
	return do(store, s)
}

// tellDamage says what was found wrong with the folder, beginning behind what has been told, and gives the number of
// what has been told now. The store goes on looking after it is open.
func (p *program) tellDamage(store *data.Store, told int) int {
	problems := store.Problems()
	for _, problem := range problems[told:] {
		p.tell(oneLine(p.text.Damage(problem)))
	}
	return len(problems)
}

// rebuildBar shows how far an index is that is being built anew while the folder is opened: in one line of a terminal,
// else not at all. Later on it only knows it, for then the screen may be there and show it.
type rebuildBar struct {
	to      io.Writer
	format  string
	ended   atomic.Bool
	percent atomic.Int64
}

const barWidth = 20

func (b *rebuildBar) show(done, total int) {
	percent := done * 100 / max(total, 1)
	if b.percent.Swap(int64(percent)) == int64(percent) || b.ended.Load() {
		return
	}
	if f, ok := b.to.(*os.File); !ok || !isatty.IsTerminal(f.Fd()) {
		return
	}
	full := percent * barWidth / 100
	_, _ = fmt.Fprintf(b.to, "\r[%-*s] "+b.format, barWidth, "####################"[:full], percent)
}

func (b *rebuildBar) end() {
	b.ended.Store(true)
	if f, ok := b.to.(*os.File); ok && isatty.IsTerminal(f.Fd()) && b.percent.Load() > 0 {
		_, _ = fmt.Fprintln(b.to)
	}
}

// running is how far a rebuild is that goes on now.
func (b *rebuildBar) running() (percent int, on bool) {
	percent = int(b.percent.Load())
	return percent, percent > 0 && percent < 100
}
