package cli

import (
	"github.com/spf13/cobra"

	"beatbook/data"
	"beatbook/model"
	"beatbook/ui/session"
)

func (p *program) planDiff() *cobra.Command {
	var asJSON bool
	t := p.text.Plan.Versions
	cmd := &cobra.Command{Use: "diff [" + t.ArgOld + " [" + t.ArgNew + "]]", Short: t.Diff}
	cmd.Args = func(cmd *cobra.Command, args []string) error {
		return p.optionalArgument(cmd, args[min(1, len(args)):])
	}
	cmd.ValidArgsFunction = func(cmd *cobra.Command, args []string, _ string) (offers []cobra.Completion, _ cobra.ShellCompDirective) {
		if len(args) < 2 {
			offers = p.offerVersions(cmd)
		}
		return offers, cobra.ShellCompDirectiveNoFileComp | cobra.ShellCompDirectiveKeepOrder
	}
	cmd.Flags().BoolVar(&asJSON, "json", false, p.text.CLI.FlagJSON)
	cmd.RunE = func(cmd *cobra.Command, args []string) error {
		return p.read(cmd.Context(), func(store *data.Store, _ *session.Session) error {
			list, err := session.PlanVersions(store)
			if err != nil {
				return err
			}
			from, to, err := p.twoVersions(cmd, list, args)
			if err != nil {
				return err
			}
			changes := model.DiffPlans(&from.Plan, &to.Plan)
			if asJSON {
				return p.json(planDiffShape{from.Number, to.Number, p.changeShapes(changes)})
			}
			return p.printChanges(from, to, changes)
		})
	}
	return cmd
}

// twoVersions are those to be compared: the two that are named, one and the newest, or the newest and the one before it.
func (p *program) twoVersions(cmd *cobra.Command, list []session.PlanVersion, words []string) (from, to session.PlanVersion, err error) {
	to = list[0]
	if len(words) == 2 {
		if to, err = p.version(cmd, list, words[1]); err != nil {
			return from, to, err
		}
	}
	if len(words) > 0 {
		from, err = p.version(cmd, list, words[0])
		return from, to, err
	}
	if len(list) < 2 {
		return from, to, refuse("%s", p.text.Plan.Versions.OnlyOne)
	}
	return list[1], to, nil
}

func (p *program) printChanges(from, to session.PlanVersion, changes []model.PlanChange) error {
	t := p.text.Plan.Versions
	if len(changes) == 0 {
		return p.say("%s", t.NoDifference)
	}
	if err := p.say(t.Compared, from.Number, to.Number); err != nil {
		return err
	}
	for _, c := range changes {
		if err := p.say("  %s", p.text.PlanChange(c)); err != nil {
			return err
		}
	}
	return nil
}

func (p *program) changeShapes(changes []model.PlanChange) []planChangeShape {
	shapes := make([]planChangeShape, len(changes))
	for i, c := range changes {
		shapes[i] = planChangeShape{c.Kind, c.Part, c.ID, c.Route, c.Place, c.Field, c.From, c.To, p.text.PlanChange(c)}
	}
	return shapes
}
