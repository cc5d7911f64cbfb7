package cli

import (
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"beatbook/ui/text"
	"beatbook/ui/theme"
)

var languages = []string{"zh", "en", "auto"}

func themes() []string {
	names := make([]string, len(theme.Names))
	for i, n := range theme.Names {
		names[i] = string(n)
	}
	return names
}

// checkGlobals looks at the flags that every command has.
func (p *program) checkGlobals(cmd *cobra.Command, _ []string) error {
	if p.lang != "" && !slices.Contains(languages, p.lang) {
		return p.usage(cmd, p.text.Command.BadLang, p.lang)
	}
	if p.theme != "" && !slices.Contains(themes(), p.theme) {
		return p.usage(cmd, p.text.Command.BadTheme, p.theme, strings.Join(themes(), p.text.App.ListJoin))
	}
	return nil
}

// noArguments is for commands that take none; below the root the word is one for a command.
func (p *program) noArguments(cmd *cobra.Command, args []string) error {
	if len(args) == 0 {
		return nil
	}
	if !cmd.HasSubCommands() {
		return p.usage(cmd, p.text.Command.ManyArguments, args[0])
	}
	sentence := p.text.CLI.UnknownWord
	cmd.SuggestionsMinimumDistance = 2
	if near := cmd.SuggestionsFor(args[0]); len(near) > 0 {
		return p.usage(cmd, text.Sentences(sentence, p.text.Plan.DidYouMean), args[0], near[0])
	}
	return p.usage(cmd, sentence, args[0])
}

// oneArgument is for commands that take exactly one, of the given name.
func (p *program) oneArgument(name string) cobra.PositionalArgs {
	return func(cmd *cobra.Command, args []string) error {
		if len(args) == 0 {
			return p.usage(cmd, p.text.Command.NeedsArgument, name)
		}
		return p.optionalArgument(cmd, args)
	}
}

// optionalArgument is for commands that take one or none.
func (p *program) optionalArgument(cmd *cobra.Command, args []string) error {
	if len(args) > 1 {
		return p.usage(cmd, p.text.Command.ManyArguments, args[1])
	}
	if len(args) == 1 && strings.TrimSpace(args[0]) == "" { // the folder that we are in would be taken for it
		return p.usage(cmd, "%s", p.text.Command.EmptyArgument)
	}
	return nil
}

// needFlag refuses to go on without a flag.
func (p *program) needFlag(cmd *cobra.Command, name string) error {
	if !cmd.Flags().Changed(name) {
		return p.usage(cmd, p.text.Command.NeedsFlag, "--"+name)
	}
	return nil
}

// notBoth refuses two flags together.
func (p *program) notBoth(cmd *cobra.Command, a, b string) error {
	if cmd.Flags().Changed(a) && cmd.Flags().Changed(b) {
		return p.usage(cmd, p.text.Command.NotTogether, "--"+a, "--"+b)
	}
	return nil
}

// group is a command that only holds others.
func (p *program) group(name, short string, commands ...*cobra.Command) *cobra.Command {
	g := &cobra.Command{Use: name, Short: short, Args: p.noArguments}
	g.RunE = func(cmd *cobra.Command, _ []string) error {
		var names []string
		for _, c := range cmd.Commands() {
			names = append(names, c.Name())
		}
		return p.usage(cmd, p.text.CLI.NeedsOneOf, strings.Join(names, p.text.App.ListJoin))
	}
	g.AddCommand(commands...)
	return g
}
