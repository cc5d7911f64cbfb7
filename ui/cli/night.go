package cli

import (
	"fmt"
	"strconv"
	"strings"

	"github.com/spf13/cobra"

	"beatbook/data"
	"beatbook/model"
	"beatbook/ui/session"
)

func (p *program) nightCommand() *cobra.Command {
	var word string
	var asJSON bool
	cmd := &cobra.Command{Use: "night", Short: p.text.CLI.Night, Args: p.noArguments}
	cmd.Flags().StringVar(&word, "night", "", p.text.CLI.FlagNight)
	cmd.Flags().BoolVar(&asJSON, "json", false, p.text.CLI.FlagJSON)
	p.completeNights(cmd)
	cmd.RunE = func(cmd *cobra.Command, _ []string) error {
		return p.read(cmd.Context(), func(store *data.Store, s *session.Session) error {
			date, err := p.date(cmd, s, word)
			if err != nil {
				return err
			}
			night, err := store.Night(date)
			if err != nil {
				return err
			}
			judgement := night.Judge(store.Stamp().At)
			if asJSON {
				return p.json(p.callShapes(judgement))
			}
			return p.printNight(date, judgement)
		})
	}
	return cmd
}

func (p *program) callShapes(j model.Judgement) []callShape {
	shapes := []callShape{}
	for _, s := range j.Shifts {
		for _, c := range s.Calls {
			shapes = append(shapes, p.callShape(s, c))
		}
	}
	return shapes
}

func (p *program) printNight(date model.Date, j model.Judgement) error {
	if len(j.Shifts) == 0 {
		return p.say("%s  %s", p.text.Night(date), p.text.Command.NoShifts)
	}
	if err := p.say("%s", p.text.Night(date)); err != nil {
		return err
	}
	for _, s := range j.Shifts {
		if err := p.printJudged(s); err != nil {
			return err
		}
	}
	return nil
}

// printJudged prints a shift with its calls.
func (p *program) printJudged(j model.ShiftJudgement) error {
	t, s := p.text, j.Shift
	span := minuteIn(s.Started, s.Zone) + "-" + minuteIn(s.Ended, s.Zone)
	if err := p.say("\n"+t.Command.ShiftSpan, p.name(s.Unit.Callsign), p.name(s.Route.Name), t.Mode(s.Leg().Mode), span); err != nil {
		return err
	}
	done := j.Progress(0)
	summary := t.Made(done)
	if done.Missed > 0 {
		summary += "  " + fmt.Sprintf(t.Patrol.Missed, done.Missed)
	}
	if err := p.say("%s", summary); err != nil {
		return err
	}
	rows := [][]string{{t.Command.Round, t.Patrol.Name, t.Patrol.Due, t.Patrol.State, t.Command.At, t.Patrol.ModeColumn, t.Command.Marks, t.Command.Note}}
	for _, c := range j.Calls {
		rows = append(rows, p.callRow(j, c))
	}
	return p.columns(rows)
}

func (p *program) callRow(j model.ShiftJudgement, c model.JudgedCall) []string {
	zone := j.Shift.Zone
	place, _ := j.Shift.Plan.Checkpoint(c.Checkpoint)
	due := minuteIn(c.Due(), zone)
	if c.From.Before(c.To) {
		due = minuteIn(c.From, zone) + "-" + due
	}
	round := ""
	if c.Round > 0 {
		round = strconv.Itoa(c.Round)
	}
	row := []string{round, p.name(place.Name), due, p.text.State(c.State), "", "", p.text.Marks(c.Marks), ""}
	if c.Visit >= 0 {
		v := j.Visits[c.Visit]
		row[4], row[5], row[7] = minuteIn(v.At, zone), p.text.Mode(v.Mode), v.Note
	}
	if c.Skip != nil {
		row[7] = strings.TrimSpace(row[7] + " " + fmt.Sprintf(p.text.Command.Reason, c.Skip.Reason))
	}
	return row
}
