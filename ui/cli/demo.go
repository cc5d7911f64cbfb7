package cli

import (
	"errors"
	"fmt"
	"os"
	"time"

	"github.com/spf13/cobra"

	"beatbook/data"
	"beatbook/data/sample"
	"beatbook/model"
	"beatbook/ui/demo"
	"beatbook/ui/session"
)

func (p *program) demoCommand() *cobra.Command {
	var word string
	var speed float64
	var desk bool
	cmd := &cobra.Command{Use: "demo", Short: p.text.CLI.Demo, Args: p.noArguments}
	cmd.Flags().StringVar(&word, "clock", "", p.text.CLI.FlagClock)
	cmd.Flags().Float64Var(&speed, "speed", 1, p.text.CLI.FlagSpeed)
	cmd.Flags().BoolVar(&desk, "desk", false, p.text.CLI.FlagDesk)
	cmd.RunE = func(cmd *cobra.Command, _ []string) error {
		if !(speed > 0 && speed <= demo.MaxSpeed) {
			return p.usage(cmd, p.text.Command.BadSpeed, demo.MaxSpeed)
		}
		plan, err := sample.Plan()
		if err != nil {
			return err
		}
		start, err := p.demoStart(cmd, word, &plan, time.Now())
		if err != nil {
			return err
		}
		if err := p.needTerminal(); err != nil {
			return err
		}
		return p.demo(cmd, &plan, demo.NewClock(start, speed, time.Now), desk)
	}
	return cmd
}

// demoStart is when the demonstration begins: a time of the present night, or any moment.
func (p *program) demoStart(cmd *cobra.Command, word string, plan *model.Plan, now time.Time) (time.Time, error) {
	if t, err := time.Parse(time.RFC3339, word); err == nil {
		return t, nil
	}
	clock := model.Clock(demo.DefaultClock)
	if word != "" {
		var err error
		if clock, err = model.ParseClock(word); err != nil {
			return time.Time{}, p.usage(cmd, p.text.Command.NoSuchTime, word)
		}
	}
	return plan.Night(now).At(clock, plan.Zone(), plan.NightTurnsAt), nil
}

// demo runs the screen, or that of the duty desk, on a folder that is thrown away afterwards.
func (p *program) demo(cmd *cobra.Command, plan *model.Plan, clock *demo.Clock, desk bool) (err error) {
	folder, err := os.MkdirTemp("", "beatbook-demo-")
	if err != nil {
		return refuse(p.text.Errors.FileWrite, os.TempDir(), p.text.Cause(err))
	}
	defer func() { err = errors.Join(err, os.RemoveAll(folder)) }()
	if err := demo.Fill(cmd.Context(), folder, plan, clock.Now(), demo.Seed); err != nil {
		return fmt.Errorf("fill the demo: %w", err)
	}
	notice, options := fmt.Sprintf(p.text.CLI.DemoFolder, folder), data.Options{Now: clock.Now}
	if desk {
		return p.withStore(cmd.Context(), folder, options, func(store *data.Store) error { return p.desk(cmd.Context(), store, notice) })
	}
	return p.withFolder(cmd.Context(), folder, options, func(store *data.Store, s *session.Session) error {
		return p.show(cmd.Context(), store, s, notice)
	})
}
