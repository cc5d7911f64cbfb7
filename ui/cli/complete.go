package cli

import (
	"context"
	"os"
	"strings"

	"github.com/spf13/cobra"

	"beatbook/data"
	"beatbook/data/sample"
	"beatbook/model"
	"beatbook/ui/lookup"
	"beatbook/ui/plain"
	"beatbook/ui/session"
)

var shells = []string{"bash", "zsh", "fish", "powershell"}

func (p *program) completionCommand() *cobra.Command {
	name := p.text.Command.ArgShell
	cmd := &cobra.Command{
		Use: "completion " + name, Short: p.text.CLI.Completion, Args: p.oneArgument(name), ValidArgs: shells,
	}
	cmd.RunE = func(cmd *cobra.Command, args []string) error {
		root := cmd.Root()
		switch args[0] {
		case "bash":
			return root.GenBashCompletionV2(p.out, true)
		case "zsh":
			return root.GenZshCompletion(p.out)
		case "fish":
			return root.GenFishCompletion(p.out, true)
		case "powershell":
			return root.GenPowerShellCompletionWithDesc(p.out)
		}
		return p.usage(cmd, p.text.Command.BadShell, args[0], strings.Join(shells, p.text.App.ListJoin))
	}
	return cmd
}

func (p *program) completeGlobals(root *cobra.Command) {
	p.completeWords(root, "lang", languages...)
	p.completeWords(root, "theme", themes()...)
	_ = root.MarkPersistentFlagDirname("data") // these fail for unknown flags only
	_ = root.MarkPersistentFlagFilename(passphraseFlag)
}

// completeWords offers fixed words for a flag.
func (p *program) completeWords(cmd *cobra.Command, flag string, words ...string) {
	p.complete(cmd, flag, func(*cobra.Command) []cobra.Completion { return words })
}

// completePlan offers what the plan in force has.
func (p *program) completePlan(cmd *cobra.Command, flag string, of func(*model.Plan) []lookup.Entry) {
	p.complete(cmd, flag, func(cmd *cobra.Command) []cobra.Completion {
		var offers []cobra.Completion
		p.peek(cmd.Context(), func(_ *data.Store, s *session.Session) { offers = p.offers(of(s.Plan)) })
		return offers
	})
}

// completeNights offers the latest nights.
func (p *program) completeNights(cmd *cobra.Command) {
	p.complete(cmd, "night", func(cmd *cobra.Command) []cobra.Completion {
		return append([]cobra.Completion{"today", "yesterday"}, p.storedNights(cmd)...)
	})
}

func (p *program) storedNights(cmd *cobra.Command) []cobra.Completion {
	var offers []cobra.Completion
	p.peek(cmd.Context(), func(store *data.Store, _ *session.Session) {
		if store == nil {
			return
		}
		nights, err := store.Nights("", 30)
		for i := 0; err == nil && i < len(nights); i++ {
			offers = append(offers, string(nights[i].Date))
		}
	})
	return offers
}

// completePlaces offers the checkpoints of the open shift, else of the plan.
func (p *program) completePlaces(cmd *cobra.Command, args []string, _ string) ([]cobra.Completion, cobra.ShellCompDirective) {
	var offers []cobra.Completion
	if len(args) == 0 {
		p.peek(cmd.Context(), func(_ *data.Store, s *session.Session) {
			shift := s.Shift()
			if shift == nil {
				shift = &model.Shift{Plan: *s.Plan}
			}
			offers = p.offers(lookup.NewList(lookup.Places(shift)).All())
		})
	}
	return offers, cobra.ShellCompDirectiveNoFileComp | cobra.ShellCompDirectiveKeepOrder
}

func (p *program) offers(list []lookup.Entry) []cobra.Completion {
	var offers []cobra.Completion
	for _, e := range list {
		offers = append(offers, cobra.CompletionWithDesc(e.ID, plain.OneLine(p.name(e.Name))))
	}
	return offers
}

func (p *program) complete(cmd *cobra.Command, flag string, offers func(*cobra.Command) []cobra.Completion) {
	// It fails for unknown flags only.
	_ = cmd.RegisterFlagCompletionFunc(flag, func(cmd *cobra.Command, _ []string, _ string) ([]cobra.Completion, cobra.ShellCompDirective) {
		return offers(cmd), cobra.ShellCompDirectiveNoFileComp
	})
}

// peek looks into the data folder for what can be offered. Completion neither makes a folder nor says what is wrong:
// without one the built-in plan is looked at, with no store, and where it is busy or sealed nothing: it asks for no
// passphrase.
func (p *program) peek(ctx context.Context, look func(*data.Store, *session.Session)) {
	folder := folderOf(p.data)
	if _, err := os.Stat(folder); err != nil {
		if plan, err := sample.Plan(); err == nil {
			look(nil, &session.Session{Plan: &plan, Night: model.NewNight("")})
		}
		return
	}
	if isSealed, err := data.Sealed(folder); isSealed || err != nil {
		return
	}
	_ = p.withFolder(ctx, folder, data.Options{}, func(store *data.Store, s *session.Session) error {
		look(store, s)
		return nil
	})
}
