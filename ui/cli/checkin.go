package cli

import (
	"github.com/spf13/cobra"

	"beatbook/data"
	"beatbook/model"
	"beatbook/ui/lookup"
	"beatbook/ui/session"
)

// visitFlags are what is said on the command line about a check-in.
type visitFlags struct {
	foot, vehicle, asJSON bool
	note, at              string
}

func (f visitFlags) mode() model.Mode {
	if f.vehicle {
		return model.Vehicle
	}
	return model.Foot
}

func (p *program) checkInCommand() *cobra.Command {
	var given visitFlags
	name := p.text.Command.ArgCheckpoint
	cmd := &cobra.Command{Use: "check-in " + name, Short: p.text.CLI.CheckIn, Args: p.oneArgument(name), ValidArgsFunction: p.completePlaces}
	flags := cmd.Flags()
	flags.BoolVar(&given.foot, "foot", false, p.text.CLI.FlagFoot)
	flags.BoolVar(&given.vehicle, "vehicle", false, p.text.CLI.FlagVehicle)
	flags.StringVar(&given.note, "note", "", p.text.CLI.FlagNote)
	flags.StringVar(&given.at, "at", "", p.text.CLI.FlagAt)
	flags.BoolVar(&given.asJSON, "json", false, p.text.CLI.FlagJSON)
	cmd.PreRunE = func(cmd *cobra.Command, _ []string) error {
		if given.foot == given.vehicle {
			if given.foot {
				return p.usage(cmd, p.text.Command.NotTogether, "--foot", "--vehicle")
			}
			return p.usage(cmd, p.text.CLI.NeedsOneOf, "--foot"+p.text.App.ListJoin+"--vehicle")
		}
		return nil
	}
	cmd.RunE = func(cmd *cobra.Command, args []string) error {
		return p.withShift(cmd, func(_ *data.Store, s *session.Session) error {
			return p.checkIn(cmd, s, args[0], given)
		})
	}
	return cmd
}

func (p *program) checkIn(cmd *cobra.Command, s *session.Session, place string, given visitFlags) error {
	shift := s.Shift()
	checkpoint, err := p.find(place, lookup.Places(shift), model.UnknownCheckpoint)
	if err != nil {
		return err
	}
	intent := model.CheckIn{Shift: shift.ID, Checkpoint: checkpoint, Mode: given.mode(), Note: given.note}
	if given.at != "" {
		at, err := p.moment(cmd, given.at, s.Log.Stamp().At, shift.Zone)
		if err != nil {
			return err
		}
		intent.For = &at
	}
	record, err := s.Do(cmd.Context(), intent)
	if err != nil {
		return err
	}
	return p.printVisit(s, shift.ID, record.ID, given.asJSON)
}

// printVisit prints what has been recorded and how it is judged.
func (p *program) printVisit(s *session.Session, shift, record string, asJSON bool) error {
	judged := s.Night.Judge(s.Log.Stamp().At).Shift(shift)
	for _, v := range judged.Visits {
		if v.ID != record {
			continue
		}
		if asJSON {
			return p.json(p.visitShape(judged, v))
		}
		c, _ := judged.Shift.Plan.Checkpoint(v.Checkpoint)
		if err := p.say(p.text.CLI.CheckedIn, p.name(c.Name), p.text.Mode(v.Mode), clockIn(v.At, judged.Shift.Zone)); err != nil {
			return err
		}
		if len(v.Marks) > 0 {
			return p.say(p.text.CLI.Marked, p.text.Marks(v.Marks))
		}
	}
	return nil
}

func (p *program) skipCommand() *cobra.Command {
	var reason string
	var round int
	var asJSON bool
	name := p.text.Command.ArgCheckpoint
	cmd := &cobra.Command{Use: "skip " + name, Short: p.text.CLI.Skip, Args: p.oneArgument(name), ValidArgsFunction: p.completePlaces}
	cmd.Flags().StringVar(&reason, "reason", "", p.text.CLI.FlagReason)
	cmd.Flags().IntVar(&round, "round", 0, p.text.CLI.FlagRound)
	cmd.Flags().BoolVar(&asJSON, "json", false, p.text.CLI.FlagJSON)
	p.completeWords(cmd, "reason", p.text.Dialog.SkipReasons...)
	cmd.PreRunE = func(cmd *cobra.Command, _ []string) error { return p.needFlag(cmd, "reason") }
	cmd.RunE = func(cmd *cobra.Command, args []string) error {
		return p.withShift(cmd, func(_ *data.Store, s *session.Session) error {
			shift := s.Shift()
			checkpoint, err := p.find(args[0], lookup.Places(shift), model.UnknownCheckpoint)
			if err != nil {
				return err
			}
			record, err := s.Do(cmd.Context(), model.Skip{Shift: shift.ID, Checkpoint: checkpoint, Round: round, Reason: reason})
			if err != nil {
				return err
			}
			if asJSON {
				return p.json(skipShape{record.ID, shift.ID, checkpoint, round, reason, stampIn(record.At, shift.Zone)})
			}
			c, _ := shift.Plan.Checkpoint(checkpoint)
			return p.say(p.text.CLI.Skipped, p.name(c.Name), reason)
		})
	}
	return cmd
}
