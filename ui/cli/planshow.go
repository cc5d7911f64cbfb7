package cli

import (
	"fmt"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"beatbook/data"
	"beatbook/data/sample"
	"beatbook/model"
	"beatbook/ui/session"
	"beatbook/ui/text"
)

func (p *program) planShow() *cobra.Command {
	var asJSON bool
	var word string
	cmd := &cobra.Command{Use: "show", Short: p.text.CLI.PlanShow, Args: p.noArguments}
	cmd.Flags().BoolVar(&asJSON, "json", false, p.text.CLI.FlagJSON)
	cmd.Flags().StringVar(&word, "version", "", p.text.Plan.Versions.FlagVersion)
	p.complete(cmd, "version", p.offerVersions)
	cmd.RunE = func(cmd *cobra.Command, _ []string) error {
		if word == "" && p.beforeFirst() {
			plan, err := sample.Plan()
			if err != nil {
				return err
			}
			return p.showPlan(&session.Session{Plan: &plan, Sample: true}, asJSON)
		}
		return p.read(cmd.Context(), func(store *data.Store, s *session.Session) error {
			if word == "" {
				return p.showPlan(s, asJSON)
			}
			v, err := p.versionIn(cmd, store, word)
			if err != nil {
				return err
			}
			if asJSON {
				return p.json(&v.Plan)
			}
			return p.printPlan(&v.Plan)
		})
	}
	return cmd
}

// showPlan prints the plan in use.
func (p *program) showPlan(s *session.Session, asJSON bool) error {
	if asJSON {
		return p.json(s.Plan)
	}
	p.noteSample(s)
	return p.printPlan(s.Plan)
}

// noteSample says on stderr that the plan is not the reader's own.
func (p *program) noteSample(s *session.Session) {
	if s.Sample {
		p.tell(p.text.App.SampleLoaded)
	}
}

func (p *program) printPlan(plan *model.Plan) error {
	t := p.text
	if err := p.say("%s  %s%s%s", p.name(plan.Site.Name), t.Command.Timezone, t.App.Colon, plan.Timezone); err != nil {
		return err
	}
	rows := [][]string{{t.Patrol.Name, t.Command.ID, t.Patrol.Kind, t.Patrol.ModeColumn}}
	for _, c := range plan.Checkpoints {
		rows = append(rows, []string{p.name(c.Name), c.ID, t.PlaceKind(c.Kind), t.Mode(c.Mode)})
	}
	if err := p.block(rows); err != nil {
		return err
	}
	rows = [][]string{{t.Patrol.Unit, t.Command.ID, t.Patrol.Kind, t.Patrol.Plate, t.Patrol.Route}}
	for _, u := range plan.Units {
		usual, _ := plan.Route(u.UsualRoute)
		rows = append(rows, []string{p.name(u.Callsign), u.ID, t.UnitKind(u.Kind), u.Plate, p.name(usual.Name)})
	}
	if err := p.block(rows); err != nil {
		return err
	}
	for _, r := range plan.Routes {
		if err := p.printRoute(plan, r); err != nil {
			return err
		}
	}
	return nil
}

func (p *program) printRoute(plan *model.Plan, r model.Route) error {
	t := p.text
	when := fmt.Sprintf(t.Patrol.Interval, t.Duration(time.Duration(r.Every)))
	if !r.Interval() {
		rounds := make([]string, len(r.Rounds))
		for i, c := range r.Rounds {
			rounds[i] = c.String()
		}
		when = t.Command.Rounds + " " + strings.Join(rounds, " ")
	}
	contact := ""
	if r.Contact != 0 {
		contact = "  " + fmt.Sprintf(t.Plan.Versions.Contact, t.Duration(r.ContactLimit()))
	}
	if err := p.say("\n%s (%s)  %s  %s%s", p.name(r.Name), r.ID, t.Order(r.Order), when, contact); err != nil {
		return err
	}
	var rows [][]string
	for i, call := range r.Calls {
		c, _ := plan.Checkpoint(call.Checkpoint)
		rows = append(rows, []string{fmt.Sprintf("%3d", i+1), p.name(c.Name), text.DueIn(r, call)})
	}
	return p.columns(rows)
}

// block is a table after an empty line.
func (p *program) block(rows [][]string) error {
	if err := p.say(""); err != nil {
		return err
	}
	return p.columns(rows)
}
