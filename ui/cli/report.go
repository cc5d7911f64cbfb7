package cli

import (
	"errors"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"beatbook/data"
	"beatbook/data/export"
	"beatbook/model"
	"beatbook/ui/lookup"
	"beatbook/ui/report"
	"beatbook/ui/session"
)

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
	flags.StringVar(&asked.format, "format", "", t.FlagFormat)
	flags.StringVarP(&asked.file, "output", "o", "", t.FlagOutput)
	flags.BoolVar(&asked.force, "force", false, p.text.Command.FlagForce)
	p.completeNights(cmd)
	p.completePlan(cmd, "route", lookup.Routes)
	p.completePlan(cmd, "unit", lookup.Units)
	p.completeWords(cmd, "format", report.Formats...)
	cmd.PreRunE = func(cmd *cobra.Command, _ []string) error {
		if !cmd.Flags().Changed("format") {
			asked.format = formatOf(asked.file)
		}
		return p.checkReport(cmd, asked)
	}
	cmd.RunE = func(cmd *cobra.Command, _ []string) error {
		return p.read(cmd.Context(), func(store *data.Store, s *session.Session) error {
			paper, err := p.paper(cmd, store, s, asked)
			if err != nil {
				return err
			}
			return p.deliver(paper, asked)
		})
	}
	return cmd
}

// formatOf is the format that the name of a file asks for, text where it asks for none.
func formatOf(file string) string {
	extension := strings.ToLower(filepath.Ext(file))
	if extension == ".htm" {
		extension = ".html"
	}
	for _, format := range report.Formats {
		if report.Extension(format) == extension {
			return format
		}
	}
	return "text"
}

// checkReport refuses what can be refused before anything is read.
func (p *program) checkReport(cmd *cobra.Command, asked reportFlags) error {
	if !slices.Contains(report.Formats, asked.format) {
		return p.usage(cmd, p.text.Report.BadFormat, asked.format, strings.Join(report.Formats, p.text.App.ListJoin))
	}
	for _, flag := range []string{"from", "to"} {
		if err := p.notBoth(cmd, "night", flag); err != nil {
			return err
		}
	}
	if !asked.toFile() {
		return nil
	}
	if err := export.Writable(asked.file, asked.force); err != nil {
		return refuse("%s", p.text.FileRefused(asked.file, err))
	}
	return nil
}

func (f reportFlags) toFile() bool { return f.file != "" && f.file != "-" }

// deliver writes the report to where it was asked for.
func (p *program) deliver(paper *report.Paper, asked reportFlags) error {
	if !asked.toFile() {
		return paper.Write(p.out, asked.format)
	}
	if err := paper.Save(asked.file, asked.format, asked.force); err != nil {
		return refuse("%s", p.text.FileRefused(asked.file, err))
	}
	return p.say(p.text.Command.Written, asked.file)
}

// paper adds up what was asked for.
func (p *program) paper(cmd *cobra.Command, store *data.Store, s *session.Session, asked reportFlags) (*report.Paper, error) {
	stored, err := p.nights(cmd, store, s, allNights[0])
	if err != nil {
		return nil, err
	}
	from, to, err := p.reportSpan(cmd, s, asked, stored)
	if err != nil {
		return nil, err
	}
	now := store.Stamp().At
	count := func(f model.ReportFilter) (*model.Report, error) {
		bar := newBar(p.errs, p.text.Report.Reading, barDelay)
		defer bar.end()
		return store.Report(cmd.Context(), from, to, f, now, bar.show)
	}
	filter, err := p.reportFilter(s.Plan, count, asked)
	if err != nil {
		return nil, err
	}
	r, err := count(filter)
	if err != nil {
		return nil, err
	}
	paper := report.NewPaper(p.text, s.Plan, r, s.Hazards, now)
	paper.Records = slices.ContainsFunc(stored, func(d model.Date) bool { return d >= from && d <= to })
	if from == to {
		paper.Night, err = store.Night(from)
	}
	return paper, err
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

// reportFilter finds the route and the unit in the plan in force, else in those under which the nights were patrolled.
func (p *program) reportFilter(
	plan *model.Plan, count func(model.ReportFilter) (*model.Report, error), asked reportFlags,
) (filter model.ReportFilter, err error) {
	for _, part := range []struct {
		asked   string
		id      *string
		list    func(*model.Plan) []lookup.Entry
		unknown model.RefusalCode
	}{{asked.route, &filter.Route, lookup.Routes, model.UnknownRoute}, {asked.unit, &filter.Unit, lookup.Units, model.UnknownUnit}} {
		if part.asked == "" {
			continue
		}
		list := part.list(plan)
		*part.id, err = p.find(part.asked, list, part.unknown)
		if refusal := (*model.Refusal)(nil); errors.As(err, &refusal) {
			all, failed := count(model.ReportFilter{})
			if failed != nil {
				return filter, failed
			}
			for _, old := range all.Plans {
				list = append(list, part.list(old)...)
			}
			*part.id, err = p.find(part.asked, list, part.unknown)
		}
		if err != nil {
			return filter, err
		}
	}
	return filter, nil
}

// barDelay is how long a report may take before a bar says how far it is.
const barDelay = 500 * time.Millisecond
