package cli

import (
	"cmp"
	"context"
	"os"

	"github.com/mattn/go-isatty"
	"github.com/spf13/cobra"

	"beatbook/data"
	"beatbook/ui/app"
	"beatbook/ui/session"
	"beatbook/ui/term"
	"beatbook/ui/theme"
)

// screen opens the patrol screen.
func (p *program) screen(cmd *cobra.Command, _ []string) error {
	if err := p.needTerminal(); err != nil {
		return err
	}
	if err := p.offerSeal(cmd.Context()); err != nil {
		return err
	}
	return p.with(cmd.Context(), func(store *data.Store, s *session.Session) error {
		notice := p.unconfirmed(folderOf(p.data))
		if notice == "" && s.Sample {
			notice = p.text.App.SampleLoaded
		}
		return p.show(cmd.Context(), store, s, notice)
	})
}

// show runs the screen with what the flags and the settings say.
func (p *program) show(ctx context.Context, store *data.Store, s *session.Session, notice string) error {
	s.Backups = session.NewBackups(store.BackUp)
	err := app.Run(ctx, s, app.Options{
		Lang:   p.text.Lang,
		Theme:  theme.Start(theme.Name(cmp.Or(p.theme, s.Settings.Theme))),
		ASCII:  p.ascii || s.Settings.ASCII || term.ASCIIOnly(),
		Notice: notice,
		End:    p.end,
		Watch:  app.StoreWatch{Problems: store.Problems, Rebuilding: p.rebuild.running},
	})
	if err == nil {
		p.finishBackup(ctx, s.Backups)
	}
	return err
}

func (p *program) needTerminal() error {
	for _, f := range []*os.File{os.Stdin, os.Stdout} {
		if !isatty.IsTerminal(f.Fd()) && !isatty.IsCygwinTerminal(f.Fd()) {
			return refuse("%s", p.text.Errors.NoTerminal)
		}
	}
	return nil
}
