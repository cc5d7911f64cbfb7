package cli

import (
	"context"

	"github.com/spf13/cobra"

	"beatbook/data"
	"beatbook/ui/session"
)

func (p *program) deskCommand() *cobra.Command {
	cmd := &cobra.Command{Use: "desk", Short: p.text.CLI.Desk, Args: p.noArguments}
	cmd.RunE = func(cmd *cobra.Command, _ []string) error {
		if err := p.needTerminal(); err != nil {
			return err
		}
		if err := p.offerSeal(cmd.Context()); err != nil {
			return err
		}
		return p.withStore(cmd.Context(), folderOf(p.data), data.Options{}, func(store *data.Store) error {
			return p.desk(cmd.Context(), store, p.unconfirmed(folderOf(p.data)))
		})
	}
	cmd.AddCommand(p.deskPIN())
	return cmd
}

// desk opens the screen of the duty desk. The notice is said in place of the one about the sample plan.
func (p *program) desk(ctx context.Context, store *data.Store, notice string) error {
	s, err := session.LoadDesk(ctx, p.log(store))
	if err != nil {
		return err
	}
	unlockedBy(store, s)
	if notice == "" && s.Sample {
		notice = p.text.App.SampleLoaded
	}
	return p.show(ctx, store, s, notice)
}
