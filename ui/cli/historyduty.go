package cli

import (
	"strings"

	"github.com/spf13/cobra"

	"beatbook/data"
	"beatbook/model"
	"beatbook/ui/session"
)

func (p *program) historyDuty() *cobra.Command {
	var asJSON bool
	t := p.text.History
	cmd := &cobra.Command{Use: "duty " + t.ArgTime, Short: t.Duty, Args: p.oneArgument(t.ArgTime), ValidArgsFunction: cobra.NoFileCompletions}
	cmd.Flags().BoolVar(&asJSON, "json", false, p.text.CLI.FlagJSON)
	cmd.RunE = func(cmd *cobra.Command, args []string) error {
		return p.read(cmd.Context(), func(store *data.Store, s *session.Session) error {
			now, zone := store.Stamp().At, s.Plan.Zone()
			at, err := session.ParseMoment(args[0], now, zone)
			if err != nil {
				return p.usage(cmd, t.BadTime, args[0])
			}
			if at.After(now) {
				return refuse(t.Future, at.In(zone).Format(minuteForm))
			}
			duty, err := session.DutyAt(store, s.Plan, at, now)
			if err != nil {
				return err
			}
			if asJSON {
				return p.json(p.dutyShape(duty, zone))
			}
			return p.printDuty(s.Plan, duty)
		})
	}
	return cmd
}

func (p *program) printDuty(plan *model.Plan, duty model.Duty) error {
	t, zone := p.text, plan.Zone()
	at := duty.At.In(zone).Format(minuteForm)
	if err := p.say("%s", at); err != nil {
		return err
	}
	if err := p.say("%s", t.AtDesk(duty.Desk, zone)); err != nil {
		return err
	}
	if len(duty.Out) == 0 {
		return p.say(t.History.NobodyOut, at)
	}
	rows := [][]string{{
		t.Patrol.Unit, t.Patrol.Route, t.History.StartEnd, t.Patrol.Mode, t.Patrol.Plate, t.Patrol.Crew, t.History.Before, t.History.After,
	}}
	for _, d := range duty.Out {
		s := d.Shift
		rows = append(rows, []string{
			p.name(s.Unit.Callsign), p.name(s.Route.Name), minuteIn(s.Started, s.Zone) + "-" + minuteIn(s.Ended, s.Zone), t.Mode(d.Leg.Mode),
			d.Leg.Plate, strings.Join(d.Leg.Crew, t.App.ListJoin), p.seen(s, d.Before), p.seen(s, d.After),
		})
	}
	return p.columns(rows)
}

// seen is when and where a visit was, empty for none.
func (p *program) seen(s *model.Shift, v *model.Visit) string {
	if v == nil {
		return ""
	}
	return minuteIn(v.At, s.Zone) + " " + p.name(s.Plan.PlaceName(v.Checkpoint))
}
