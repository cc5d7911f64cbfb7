package cli

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"strings"

	"github.com/spf13/cobra"

	"beatbook/data"
	"beatbook/data/export"
	"beatbook/data/routefile"
	"beatbook/data/sample"
	"beatbook/model"
	"beatbook/ui/plain"
	"beatbook/ui/session"
)

func (p *program) planCommand() *cobra.Command {
	return p.group("plan", p.text.CLI.Plan, p.planCheck(), p.planImport(), p.planShow(), p.planExport(), p.planVersions(), p.planDiff())
}

func (p *program) planCheck() *cobra.Command {
	var asJSON bool
	file := p.text.Command.ArgFile
	cmd := &cobra.Command{Use: "check " + file, Short: p.text.CLI.PlanCheck, Args: p.oneArgument(file)}
	cmd.Flags().BoolVar(&asJSON, "json", false, p.text.CLI.FlagJSON)
	cmd.RunE = func(_ *cobra.Command, args []string) error {
		plan, _, err := p.readPlan(args[0])
		var bad *planError
		if asJSON && (err == nil || errors.As(err, &bad)) {
			return p.printCheck(args[0], bad)
		}
		if err != nil {
			return err
		}
		return p.say(p.text.Plan.Fine, args[0], len(plan.Checkpoints), len(plan.Routes), len(plan.Units))
	}
	return cmd
}

// printCheck prints the outcome of a check as JSON; bad is nil where there are no problems.
func (p *program) printCheck(file string, bad *planError) error {
	outcome := checkShape{File: file, Problems: []problemShape{}}
	if bad == nil {
		return p.json(outcome)
	}
	for _, problem := range bad.problems {
		outcome.Problems = append(outcome.Problems, problemShape{problem.Line, problem.Column, string(problem.Code), p.text.PlanSentence(problem)})
	}
	if err := p.json(outcome); err != nil {
		return err
	}
	return silentError{}
}

func (p *program) planImport() *cobra.Command {
	var asJSON bool
	file := p.text.Command.ArgFile
	cmd := &cobra.Command{Use: "import " + file, Short: p.text.CLI.PlanImport, Args: p.oneArgument(file)}
	cmd.Flags().BoolVar(&asJSON, "json", false, p.text.CLI.FlagJSON)
	cmd.RunE = func(cmd *cobra.Command, args []string) error {
		plan, source, err := p.readPlan(args[0])
		if err != nil {
			var bad *planError
			if errors.As(err, &bad) {
				bad.toAdopt = true
			}
			return err
		}
		return p.with(cmd.Context(), func(store *data.Store, s *session.Session) error {
			sentence, err := p.adopt(cmd.Context(), store, s, model.AdoptPlan{Plan: plan, Source: string(source)})
			if err != nil {
				return err
			}
			if asJSON {
				return p.json(s.Plan)
			}
			return p.say("%s", sentence)
		})
	}
	return cmd
}

// adopt puts a plan in force, unless it is already, and says which.
func (p *program) adopt(ctx context.Context, store *data.Store, s *session.Session, plan model.AdoptPlan) (string, error) {
	now, err := inForce(store)
	if err != nil {
		return "", err
	}
	if now.Source == plan.Source && !now.Sample {
		return p.text.Plan.Same, nil
	}
	_, err = s.Do(ctx, plan)
	return fmt.Sprintf(p.text.Plan.Adopted, p.name(plan.Plan.Site.Name)), err
}

// inForce is the plan that holds now, as it was adopted.
func inForce(store *data.Store) (model.PlanAdoptedBody, error) {
	record, found, err := store.Latest(model.PlanAdopted, "", store.Stamp().At)
	if err != nil || !found {
		return model.PlanAdoptedBody{}, err
	}
	return model.Decode[model.PlanAdoptedBody](record)
}

// readPlan reads a plan file, or the standard input for "-". A file with problems is a *planError.
func (p *program) readPlan(file string) (model.Plan, []byte, error) {
	source, err := p.readSource(file)
	if err != nil {
		return model.Plan{}, nil, refuse(p.text.Errors.FileRead, plain.OneLine(file), p.text.Cause(err))
	}
	plan, err := routefile.Read(source)
	var problems routefile.Problems
	if errors.As(err, &problems) {
		return plan, nil, &planError{file: file, problems: problems}
	}
	return plan, source, err
}

// readSource reads no more than it takes to see that a file is too large.
func (p *program) readSource(file string) ([]byte, error) {
	if file == "-" {
		return io.ReadAll(io.LimitReader(p.in, routefile.MaxSize+1))
	}
	f, err := os.Open(file)
	if err != nil {
		return nil, err
	}
	defer func() { _ = f.Close() }()
	return io.ReadAll(io.LimitReader(f, routefile.MaxSize+1))
}

func (p *program) planExport() *cobra.Command {
	var force bool
	cmd := &cobra.Command{
		Use: "export [" + p.text.Command.ArgFile + "]", Short: p.text.CLI.PlanExport, Args: p.optionalArgument,
	}
	cmd.Flags().BoolVar(&force, "force", false, p.text.Command.FlagForce)
	cmd.RunE = func(cmd *cobra.Command, args []string) error {
		file := strings.Join(args, "")
		if p.beforeFirst() {
			return p.exportPlan(sample.Source(), file, force)
		}
		return p.read(cmd.Context(), func(store *data.Store, s *session.Session) error {
			source, err := sourceOf(store, s)
			if err != nil {
				return err
			}
			return p.exportPlan(source, file, force)
		})
	}
	return cmd
}

func (p *program) exportPlan(source []byte, file string, force bool) error {
	if file == "" || file == "-" {
		_, err := p.out.Write(source)
		return err
	}
	if err := export.Save(file, force, func(w io.Writer) error { _, err := w.Write(source); return err }); err != nil {
		return refuse("%s", p.text.FileRefused(file, err))
	}
	return p.say(p.text.Command.Written, file)
}

// sourceOf the plan in force: as it was imported, else written anew.
func sourceOf(store *data.Store, s *session.Session) ([]byte, error) {
	now, err := inForce(store)
	if err != nil {
		return nil, err
	}
	if now.Source != "" {
		return []byte(now.Source), nil
	}
	return routefile.Write(*s.Plan)
}
