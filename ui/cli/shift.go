package cli

import (
	"cmp"
	"strings"

	"github.com/spf13/cobra"

	"beatbook/data"
	"beatbook/model"
	"beatbook/ui/lookup"
	"beatbook/ui/session"
)

func (p *program) shiftCommand() *cobra.Command {
	return p.group("shift", p.text.CLI.Shift, p.shiftStart(), p.shiftShow(), p.shiftEnd())
}

// startFlags are what is said on the command line about a shift.
type startFlags struct {
	unit, route, crew, mode, plate string
}

func (p *program) shiftStart() *cobra.Command {
	var given startFlags
	var asJSON bool
	cmd := &cobra.Command{Use: "start", Short: p.text.CLI.ShiftStart, Args: p.noArguments}
	flags := cmd.Flags()
	flags.StringVar(&given.unit, "unit", "", p.text.CLI.FlagUnit)
	flags.StringVar(&given.route, "route", "", p.text.CLI.FlagRoute)
	flags.StringVar(&given.crew, "crew", "", p.text.CLI.FlagCrew)
	flags.StringVar(&given.mode, "mode", "", p.text.CLI.FlagMode)
	flags.StringVar(&given.plate, "plate", "", p.text.CLI.FlagPlate)
	flags.BoolVar(&asJSON, "json", false, p.text.CLI.FlagJSON)
	p.completePlan(cmd, "unit", lookup.Units)
	p.completePlan(cmd, "route", lookup.Routes)
	p.completeWords(cmd, "mode", string(model.Foot), string(model.Vehicle))
	cmd.PreRunE = func(cmd *cobra.Command, _ []string) error { return p.needFlag(cmd, "unit") }
	cmd.RunE = func(cmd *cobra.Command, _ []string) error {
		return p.with(cmd.Context(), func(store *data.Store, s *session.Session) error {
			if open := s.Shift(); open != nil {
				return &model.Refusal{Code: model.ShiftOpen, Subject: p.name(open.Unit.Callsign)}
			}
			form, err := p.form(s, given)
			if err != nil {
				return err
			}
			left := s.Handovers()
			if _, err := s.Do(cmd.Context(), form.Intent(s.Plan)); err != nil {
				return err
			}
			s.Settings.Last = form
			if err := store.SaveSettings(s.Settings); err != nil {
				return err
			}
			if err := p.printStarted(s, asJSON); err != nil || asJSON {
				return err
			}
			return p.sayHandovers(s, left)
		})
	}
	return cmd
}

// form is what the flags say, and what follows from that.
func (p *program) form(s *session.Session, given startFlags) (session.Form, error) {
	f := session.Form{Crew: session.SplitCrew(given.crew), Mode: model.Mode(given.mode), Plate: given.plate}
	var err error
	if f.Unit, err = p.find(given.unit, lookup.Units(s.Plan), model.UnknownUnit); err != nil {
		return f, err
	}
	f.Route = s.UsualRoute(f.Unit)
	if given.route != "" {
		if f.Route, err = p.find(given.route, lookup.Routes(s.Plan), model.UnknownRoute); err != nil {
			return f, err
		}
	}
	unit, _ := s.Plan.Unit(f.Unit)
	if f.Mode == "" {
		f.Mode = s.UsualMode(f.Unit, f.Route)
	}
	if f.Mode == model.Vehicle {
		f.Plate = cmp.Or(f.Plate, unit.Plate)
	}
	return f, nil
}

func (p *program) printStarted(s *session.Session, asJSON bool) error {
	shift := s.Shift()
	if asJSON {
		return p.json(p.shiftShape(s))
	}
	p.noteSample(s)
	return p.say(p.text.CLI.Started, p.name(shift.Unit.Callsign), p.name(shift.Route.Name), clockIn(shift.Started, shift.Zone))
}

func (p *program) shiftShow() *cobra.Command {
	var asJSON bool
	cmd := &cobra.Command{Use: "show", Short: p.text.CLI.ShiftShow, Args: p.noArguments}
	cmd.Flags().BoolVar(&asJSON, "json", false, p.text.CLI.FlagJSON)
	cmd.RunE = func(cmd *cobra.Command, _ []string) error {
		if err := p.needFolder(); err != nil {
			return err
		}
		return p.withShift(cmd, func(_ *data.Store, s *session.Session) error {
			if asJSON {
				return p.json(p.shiftShape(s))
			}
			return p.printShift(s)
		})
	}
	return cmd
}

func (p *program) printShift(s *session.Session) error {
	t, shift := p.text, s.Shift()
	err := p.say(t.CLI.ShiftLine, p.name(shift.Unit.Callsign), p.name(shift.Route.Name), t.Mode(shift.Leg().Mode), minuteIn(shift.Started, shift.Zone))
	if err != nil {
		return err
	}
	if crew := shift.Leg().Crew; len(crew) > 0 {
		if err := p.say(t.Command.Crew, strings.Join(crew, t.App.ListJoin)); err != nil {
			return err
		}
	}
	judged := model.Judge(shift, s.Log.Stamp().At)
	if err := p.say("%s", t.Made(judged.Progress(0))); err != nil {
		return err
	}
	next := judged.Next()
	if next < 0 {
		return nil
	}
	call := judged.Calls[next]
	c, _ := shift.Plan.Checkpoint(call.Checkpoint)
	return p.say(t.Command.Next, p.name(c.Name), minuteIn(call.Due(), shift.Zone))
}

func (p *program) shiftEnd() *cobra.Command {
	var reason, handover string
	var asJSON bool
	cmd := &cobra.Command{Use: "end", Short: p.text.CLI.ShiftEnd, Args: p.noArguments}
	cmd.Flags().StringVar(&reason, "reason", "", p.text.CLI.FlagReason)
	cmd.Flags().StringVar(&handover, "handover", "", p.text.CLI.FlagHandover)
	cmd.Flags().BoolVar(&asJSON, "json", false, p.text.CLI.FlagJSON)
	p.completeWords(cmd, "reason", p.text.Dialog.EndReasons...)
	cmd.RunE = func(cmd *cobra.Command, _ []string) error {
		return p.withShift(cmd, func(store *data.Store, s *session.Session) error {
			id := s.Shift().ID
			ended, err := s.Do(cmd.Context(), model.EndShift{Shift: id, Reason: reason, Handover: handover})
			if err != nil {
				return err
			}
			s.Backups = session.NewBackups(store.BackUp)
			if s.BackupDue(ended) {
				defer p.finishBackup(cmd.Context(), s.Backups)
			}
			shift, _ := s.Night.Shift(id)
			if asJSON {
				return p.json(p.shapeOf(shift, s.Log.Stamp().At))
			}
			if err := p.say(p.text.CLI.Ended, p.name(shift.Unit.Callsign), clockIn(shift.Ended, shift.Zone)); err != nil {
				return err
			}
			return p.sayLeft(s, shift)
		})
	}
	return cmd
}

// withShift is with, for what needs an open shift.
func (p *program) withShift(cmd *cobra.Command, do func(*data.Store, *session.Session) error) error {
	return p.with(cmd.Context(), func(store *data.Store, s *session.Session) error {
		if s.Shift() == nil {
			return refuse("%s", p.text.Errors.NoOpenShift)
		}
		return do(store, s)
	})
}
