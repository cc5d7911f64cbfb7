package cli

import (
	"errors"
	"fmt"
	"strconv"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"beatbook/data"
	"beatbook/model"
	"beatbook/ui/lookup"
	"beatbook/ui/report"
	"beatbook/ui/session"
)

// mostNights is how far back a history can go.
const mostNights = 3660

func (p *program) historyCommand() *cobra.Command {
	t := p.text
	return p.group("history", t.History.Command,
		p.historyOf(subject{"checkpoint", t.Command.ArgCheckpoint, t.History.Checkpoint, checkpoints, model.UnknownCheckpoint, p.placeHistory}),
		p.historyOf(subject{"unit", t.History.ArgUnit, t.History.Unit, lookup.Units, model.UnknownUnit, p.unitHistory}),
		p.historyDuty())
}

// subject is what a history can be of.
type subject struct {
	name, argument, short string // of the command
	list                  func(*model.Plan) []lookup.Entry
	unknown               model.RefusalCode
	print                 func(h *past, asJSON bool) error
}

func checkpoints(plan *model.Plan) []lookup.Entry {
	return lookup.NewList(lookup.Places(&model.Shift{Plan: *plan})).All()
}

// past is what was asked for: the nights of one checkpoint or unit.
type past struct {
	*model.Report
	names report.Names
	id    string
	rows  []model.NightTally // the newest first
	zone  *time.Location
	night func(model.Date) (*model.Night, error)
	now   time.Time
}

func (p *program) historyOf(of subject) *cobra.Command {
	var nights int
	var asJSON bool
	t := p.text.History
	cmd := &cobra.Command{Use: of.name + " " + of.argument, Short: of.short, Args: p.oneArgument(of.argument)}
	cmd.Flags().IntVar(&nights, "nights", session.HistoryNights, t.FlagNights)
	cmd.Flags().BoolVar(&asJSON, "json", false, p.text.CLI.FlagJSON)
	cmd.ValidArgsFunction = func(cmd *cobra.Command, args []string, _ string) (offers []cobra.Completion, _ cobra.ShellCompDirective) {
		if len(args) == 0 {
			p.peek(cmd.Context(), func(_ *data.Store, s *session.Session) { offers = p.offers(of.list(s.Plan)) })
		}
		return offers, cobra.ShellCompDirectiveNoFileComp | cobra.ShellCompDirectiveKeepOrder
	}
	cmd.PreRunE = func(cmd *cobra.Command, _ []string) error {
		if nights < 1 || nights > mostNights {
			return p.usage(cmd, t.BadNights, nights, mostNights)
		}
		return nil
	}
	cmd.RunE = func(cmd *cobra.Command, args []string) error {
		return p.read(cmd.Context(), func(store *data.Store, s *session.Session) error {
			h, err := p.past(cmd, store, s, of, args[0], nights)
			if err != nil {
				return err
			}
			return of.print(h, asJSON)
		})
	}
	return cmd
}

// past adds the nights up and finds what the word names: in the plan in force, else in those of the nights.
func (p *program) past(
	cmd *cobra.Command, store *data.Store, s *session.Session, of subject, word string, nights int,
) (*past, error) {
	now := store.Stamp().At
	to := max(s.Night.Date, s.Plan.Night(now))
	bar := newBar(p.errs, p.text.History.Counting, barDelay)
	defer bar.end()
	r, tallies, err := store.ReportByNight(cmd.Context(), to.AddDays(1-nights), to, model.ReportFilter{}, now, bar.show)
	if err != nil {
		return nil, err
	}
	list := of.list(s.Plan)
	id, err := p.find(word, list, of.unknown)
	if refusal := (*model.Refusal)(nil); errors.As(err, &refusal) {
		for _, old := range r.Plans {
			list = append(list, of.list(old)...)
		}
		id, err = p.find(word, list, of.unknown)
	}
	if err != nil {
		return nil, err
	}
	return &past{
		Report: r, names: report.NewNames(p.text, s.Plan, r), id: id, rows: model.EachNight(tallies, to), zone: s.Plan.Zone(), now: now,
		night: func(date model.Date) (*model.Night, error) {
			if err := cmd.Context().Err(); err != nil {
				return nil, err
			}
			return store.Night(date)
		},
	}, nil
}

// head says of what the history is and what it came to.
func (p *program) head(h *past, name string, s model.Sums) error {
	t := p.text.Report
	if err := p.say("%s (%s)  "+t.Span, name, h.id, h.From, h.To); err != nil {
		return err
	}
	if s.Expected == nil && s.Seen == nil {
		return p.say("%s", p.text.Command.NoRecords)
	}
	facts := []string{
		fmt.Sprint(t.Due, " ", s.Due), fmt.Sprint(t.Made, " ", s.Made), fmt.Sprint(t.Missed, " ", s.Missed), fmt.Sprint(t.Skipped, " ", s.Skipped),
		t.Presence + " " + report.Shown(s.Presence()), t.Punctuality + " " + report.Shown(s.Punctuality()),
	}
	return p.say("%s", strings.Join(facts, "  "))
}

func (p *program) placeHistory(h *past, asJSON bool) error {
	rows, err := p.placeNights(h)
	if err != nil {
		return err
	}
	if asJSON {
		return p.json(p.placeHistoryShape(h, rows))
	}
	t := p.text
	if err := p.head(h, h.names.Checkpoint(h.id), h.Checkpoints[h.id]); err != nil || len(rows) == 0 {
		return err
	}
	if gap, ok := h.Gaps[h.id]; ok {
		length := t.Duration(time.Duration(gap.Length))
		if err := p.say(t.History.LongestGap, length, string(gap.Night), minuteIn(gap.From, h.zone)); err != nil {
			return err
		}
	}
	table := [][]string{{
		t.Command.NightColumn, t.Report.Due, t.Report.Made, t.Report.Missed, t.Report.Skipped, t.History.VisitList, t.History.First, t.History.Last,
		t.Report.GapLength,
	}}
	for _, n := range rows {
		gap := ""
		if n.longest != nil {
			gap = t.Duration(time.Duration(n.longest.Length))
		}
		s := n.Checkpoints[h.id]
		table = append(table, append([]string{string(n.Night)}, append(numbers(s.Due, s.Made, s.Missed, s.Skipped, len(n.visits)),
			minuteIn(n.first, h.zone), minuteIn(n.last, h.zone), gap)...))
	}
	return p.columns(table)
}

func numbers(list ...int) []string {
	words := make([]string, len(list))
	for i, n := range list {
		words[i] = strconv.Itoa(n)
	}
	return words
}

// placeNight is a night of a checkpoint in full.
type placeNight struct {
	model.NightTally
	visits      []model.PlaceVisit
	first, last time.Time
	longest     *model.CheckpointGap
}

// placeNights reads the nights of the checkpoint, those without a shift left out.
func (p *program) placeNights(h *past) ([]placeNight, error) {
	var rows []placeNight
	for _, tally := range h.rows {
		if tally.Total.Shifts == 0 {
			continue
		}
		n, err := h.night(tally.Night)
		if err != nil {
			return nil, err
		}
		row := placeNight{NightTally: tally, visits: n.VisitsAt(h.id, h.now)}
		for _, v := range row.visits {
			if v.Ahead {
				continue
			}
			if row.last = v.At; row.first.IsZero() {
				row.first = v.At
			}
		}
		if gap, ok := tally.Gaps[h.id]; ok {
			row.longest = &gap
		}
		rows = append(rows, row)
	}
	return rows, nil
}

func (p *program) unitHistory(h *past, asJSON bool) error {
	var nights []unitNight
	for _, tally := range h.rows {
		if tally.Units[h.id].Shifts == 0 {
			continue
		}
		n, err := h.night(tally.Night)
		if err != nil {
			return err
		}
		nights = append(nights, unitNight{tally.Night, n.ShiftsOf(h.id, h.now)})
	}
	if asJSON {
		return p.json(p.unitHistoryShape(h, nights))
	}
	t := p.text
	if err := p.head(h, h.names.Unit(h.id), h.Units[h.id]); err != nil || len(nights) == 0 {
		return err
	}
	table := [][]string{{
		t.Command.NightColumn, t.Patrol.Route, t.History.StartEnd, t.Report.Due, t.Report.Made, t.Report.Missed, t.Report.Presence, t.History.Hours,
		t.Patrol.Crew, t.Report.Outcomes,
	}}
	for _, n := range nights {
		for _, s := range n.shifts {
			table = append(table, p.unitRow(h, n.night, s))
		}
	}
	return p.columns(table)
}

// unitNight is a night of a unit in full.
type unitNight struct {
	night  model.Date
	shifts []model.UnitShift
}

func (p *program) unitRow(h *past, night model.Date, s model.UnitShift) []string {
	span := minuteIn(s.Started, s.Zone) + "-" + minuteIn(s.Ended, s.Zone)
	var outcomes []string
	for _, kind := range report.OutcomeKinds(s.Sums) {
		outcomes = append(outcomes, fmt.Sprintf("%s %d", h.names.Outcome(kind), s.Sums.Outcomes[kind]))
	}
	row := append([]string{string(night), p.name(s.Route.Name), span}, numbers(s.Sums.Due, s.Sums.Made, s.Sums.Missed)...)
	return append(row, report.Shown(s.Sums.Presence()), fmt.Sprintf("%.1f", s.Sums.OnPatrol().Hours()),
		strings.Join(s.People(), p.text.App.ListJoin), strings.Join(outcomes, p.text.App.ListJoin))
}
