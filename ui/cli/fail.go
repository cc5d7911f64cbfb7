package cli

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"beatbook/data"
	"beatbook/data/routefile"
	"beatbook/ui/plain"
)

// usageError is a command that was not understood, said in the language of the run.
type usageError struct {
	sentence string
	command  string // whose help tells more
}

func (e *usageError) Error() string { return e.sentence }

// refusedError is something that the command line itself refuses, said in the language of the run.
type refusedError struct{ sentence string }

func (e *refusedError) Error() string { return e.sentence }

func refuse(format string, args ...any) error { return &refusedError{fmt.Sprintf(format, args...)} }

// planError is a plan file with problems.
type planError struct {
	file     string
	problems routefile.Problems
	toAdopt  bool
}

func (e *planError) Error() string { return e.file + ": " + e.problems.Error() }

// silentError is an outcome of exit code Refused that has been printed already.
type silentError struct{}

func (silentError) Error() string { return "" }

func codeOf(err error) int {
	var usage *usageError
	switch {
	case err == nil, gone(err):
		return Done
	case errors.As(err, &usage):
		return Usage
	case errors.Is(err, data.ErrBusy):
		return Busy
	}
	return Refused
}

// gone reports whether the reader of the output went away.
func gone(err error) bool {
	var out *outputError
	return errors.As(err, &out) && slices.ContainsFunc(brokenPipes, func(broken error) bool { return errors.Is(out, broken) })
}

// explain is the error as sentences for the reader, empty where there is nothing to say.
func (p *program) explain(err error) string {
	var (
		usage   *usageError
		refused *refusedError
		plan    *planError
		out     *outputError
	)
	switch {
	case err == nil, gone(err), errors.Is(err, silentError{}):
		return ""
	case errors.As(err, &usage):
		return fmt.Sprintf(p.text.CLI.UsageError, usage.sentence) + "\n" + fmt.Sprintf(p.text.Command.HelpMore, usage.command)
	case errors.As(err, &refused):
		return refused.sentence
	case errors.As(err, &plan):
		return p.explainPlan(plan)
	case errors.As(err, &out):
		return fmt.Sprintf(p.text.Errors.FileWrite, "stdout", p.text.Cause(out.error))
	case errors.Is(err, context.Canceled):
		return p.text.CLI.Interrupted
	}
	return p.text.Error(err)
}

func (p *program) explainPlan(e *planError) string {
	var lines []string
	for _, problem := range e.problems {
		lines = append(lines, fmt.Sprintf("%s:%d:%d: %s", plain.OneLine(e.file), problem.Line, problem.Column, p.text.PlanSentence(problem)))
	}
	if e.toAdopt {
		lines = append(lines, fmt.Sprintf(p.text.Errors.PlanRefused, plain.OneLine(e.file), len(e.problems)))
	}
	return strings.Join(lines, "\n")
}

// usage makes a usageError.
func (p *program) usage(cmd *cobra.Command, format string, args ...any) error {
	return &usageError{fmt.Sprintf(format, args...), cmd.CommandPath()}
}

// flagError says what pflag found in the language of the run.
func (p *program) flagError(cmd *cobra.Command, err error) error {
	var (
		unknown *pflag.NotExistError
		lacking *pflag.ValueRequiredError
		invalid *pflag.InvalidValueError
		syntax  *pflag.InvalidSyntaxError
	)
	switch {
	case errors.As(err, &unknown):
		return p.usage(cmd, p.text.Command.UnknownFlag, dashed(unknown.GetSpecifiedName(), unknown.GetSpecifiedShortnames() != ""))
	case errors.As(err, &lacking):
		return p.usage(cmd, p.text.Command.NeedsValue, dashed(lacking.GetSpecifiedName(), lacking.GetSpecifiedShortnames() != ""))
	case errors.As(err, &invalid):
		return p.usage(cmd, p.text.Command.BadValue, "--"+invalid.GetFlag().Name, invalid.GetValue())
	case errors.As(err, &syntax):
		return p.usage(cmd, p.text.Command.UnknownFlag, syntax.GetSpecifiedFlag())
	}
	return p.usage(cmd, "%v", err)
}

func dashed(name string, short bool) string {
	if short {
		return "-" + name
	}
	return "--" + name
}
