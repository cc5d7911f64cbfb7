package cli

import (
	"cmp"
	"os"
	"strconv"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"
)

// help prints how a command is used. A failed write comes up again when the output is flushed.
func (p *program) help(cmd *cobra.Command, _ []string) {
	width := cmp.Or(columnsOf(os.Stdout), plainWidth)
	lines := append(wrapped(cmd.Short, width), "", p.text.CLI.Usage)
	lines = append(lines, p.usageLines(cmd)...)
	_, _ = p.out.WriteString(strings.Join(lines, "\n") + "\n")
	var rows [][]string
	head := func(title string) { rows = append(rows, nil, []string{title, ""}) }
	if cmd.HasAvailableSubCommands() {
		head(p.text.CLI.Commands)
		for _, c := range cmd.Commands() {
			if c.IsAvailableCommand() {
				rows = append(rows, []string{"  " + c.Name(), c.Short})
			}
		}
	}
	if own := p.flagRows(cmd.LocalNonPersistentFlags()); len(own) > 0 {
		head(p.text.CLI.Flags)
		rows = append(rows, own...)
	}
	head(p.text.CLI.GlobalFlags)
	rows = append(rows, p.flagRows(cmd.Root().PersistentFlags())...)
	if !cmd.HasParent() {
		head(p.text.CLI.ExitCodes)
		rows = append(rows, p.exitCodes()...)
	}
	_ = p.columns(wrapLast(rows, width))
}

func (p *program) exitCodes() [][]string {
	t, rows := p.text.CLI, [][]string(nil)
	for code, means := range []string{Done: t.CodeDone, Refused: t.CodeRefused, Usage: t.CodeUsage, Busy: t.CodeBusy, Crashed: t.CodeCrashed} {
		rows = append(rows, []string{"  " + strconv.Itoa(code), means})
	}
	return rows
}

func (p *program) usageLines(cmd *cobra.Command) []string {
	var lines []string
	if cmd.Runnable() && (!cmd.HasParent() || !cmd.HasAvailableSubCommands()) {
		cmd.DisableFlagsInUseLine = true // cobra's word for them is English
		lines = append(lines, "  "+cmd.UseLine()+" ["+p.text.Command.ArgFlags+"]")
	}
	if cmd.HasAvailableSubCommands() {
		lines = append(lines, "  "+cmd.CommandPath()+" "+p.text.Command.ArgCommand)
	}
	return lines
}

func (p *program) flagRows(flags *pflag.FlagSet) [][]string {
	var rows [][]string
	flags.VisitAll(func(f *pflag.Flag) {
		name := "--" + f.Name
		if f.Shorthand != "" {
			name = "-" + f.Shorthand + ", " + name
		}
		if f.Value.Type() != "bool" {
			name += " " + p.text.Command.ArgValue
		}
		rows = append(rows, []string{"  " + name, f.Usage})
	})
	return rows
}

func (p *program) helpCommand() *cobra.Command {
	return &cobra.Command{
		Use:   "help [" + p.text.Command.ArgCommand + "]",
		Short: p.text.CLI.HelpCommand,
		RunE: func(cmd *cobra.Command, args []string) error {
			found, rest, err := cmd.Root().Find(args)
			if err != nil || len(rest) > 0 {
				return p.usage(cmd.Root(), p.text.CLI.UnknownWord, strings.Join(args, " "))
			}
			return found.Help()
		},
	}
}
