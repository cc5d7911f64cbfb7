package cli

import (
	"slices"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"beatbook/data"
	"beatbook/model"
	"beatbook/ui/session"
)

var reportFormats = []string{"text", "json", "csv"}

// reportFlags are what is asked for on the command line.
type reportFlags struct {
	night, from, to, route, unit, format, file string
	force                                      bool
}

func (p *program) reportCommand() *cobra.Command {
	var asked reportFlags
	t := p.text.Report
	cmd := &cobra.Command{Use: "report", Short: t.Command, Args: p.noArguments}
	flags := cmd.Flags()
	flags.StringVar(&asked.night, "night", "", t.FlagNight)
	flags.StringVar(&asked.from, "from", "", t.FlagFrom)
	flags.StringVar(&asked.to, "to", "", t.FlagTo)
	flags.StringVar(&asked.route, "route", "", t.FlagRoute)
	flags.StringVar(&asked.unit, "unit", "", t.FlagUnit)
	flags.StringVar(&asked.format, "format", "text", t.FlagFormat)
	flags.StringVarP(&asked.file, "output", "o", "", t.FlagOutput)
	flags.BoolVar(&asked.force, "force", false, p.text.Command.FlagForce)
	p.completeNights(cmd)
	p.completePlan(cmd, "route", routes)
	p.completePlan(cmd, "unit", units)
	p.completeWords(cmd, "format", reportFormats...)
	cmd.PreRunE = func(cmd *cobra.Command, _ []string) error { return p.checkReport(cmd, asked) }
	cmd.RunE = func(cmd *cobra.Command, _ []string) error {
		return p.with(cmd.Context(), func(store *data.Store, s *session.Session) error {
			page, err := p.reportPage(cmd, store, s, asked)
			if err != nil {
				return err
			}
			return p.deliver(page, asked)
		})
	}
	return cmd
}

// checkReport refuses what can be refused before anything is read.
func (p *program) checkReport(cmd *cobra.Command, asked reportFlags) error {
	if !slices.Contains(reportFormats, asked.format) {
		return p.usage(cmd, p.text.Report.BadFormat, asked.format, strings.Join(reportFormats, p.text.App.ListJoin))
	}
	for _, flag := range []string{"from", "to"} {
		if err := p.notBoth(cmd, "night", flag); err != nil {
			return err
		}
	}
	if !asked.toFile() {
		return nil
	}
	return p.fileRefused(asked.file, checkTarget(asked.file, asked.force))
}

func (f reportFlags) toFile() bool { return f.file != "" && f.file != "-" }

// reportPage adds up what was asked for.
func (p *program) reportPage(cmd *cobra.Command, store *data.Store, s *session.Session, asked reportFlags) (*reportPage, error) {
	stored, err := p.nights(cmd, store, s, allNights[0])
	if err != nil {
		return nil, err
	}
	from, to, err := p.reportSpan(cmd, s, asked, stored)
	if err != nil {
		return nil, err
	}
	filter, err := p.reportFilter(s.Plan, asked)
	if err != nil {
		return nil, err
	}
	nights := slices.DeleteFunc(stored, func(d model.Date) bool { return d < from || d > to })
	now := store.Stamp().At
	bar := newBar(p.errs, p.text.Report.Reading, barDelay)
	report, err := store.Report(cmd.Context(), from, to, filter, now, bar.show)
	bar.end()
	if err != nil {
		return nil, err
	}
	return newReportPage(p, s, report, now, len(nights) > 0), nil
}

// reportSpan is the first and the last night.
func (p *program) reportSpan(cmd *cobra.Command, s *session.Session, asked reportFlags, stored []model.Date) (from, to model.Date, err error) {
	if asked.from == "" && asked.to == "" && !slices.Contains(allNights, asked.night) {
		date, err := p.date(cmd, s, asked.night)
		return date, date, err
	}
	from, to = s.Night.Date, s.Night.Date
	if len(stored) > 0 {
		from, to = stored[0], stored[len(stored)-1]
	}
	if asked.from != "" {
		if from, err = p.date(cmd, s, asked.from); err != nil {
			return "", "", err
		}
	}
	switch {
	case asked.to != "":
		if to, err = p.date(cmd, s, asked.to); err != nil {
			return "", "", err
		}
	case from > to:
		to = from
	}
	if from > to && asked.from == "" {
		from = to
	}
	if from > to {
		return "", "", p.usage(cmd, p.text.Report.FromAfterTo, from, to)
	}
	return from, to, nil
}

func (p *program) reportFilter(plan *model.Plan, asked reportFlags) (filter model.ReportFilter, err error) {
	if asked.route != "" {
		if filter.Route, err = p.find(asked.route, routes(plan), model.UnknownRoute); err != nil {
			return filter, err
		}
	}
	if asked.unit != "" {
		filter.Unit, err = p.find(asked.unit, units(plan), model.UnknownUnit)
	}
	return filter, err
}

// barDelay is how long a report may take before a bar says how far it is.
const barDelay = 500 * time.Millisecond
