package cli

import (
	"math"
	"slices"
	"strconv"
	"time"

	"github.com/spf13/cobra"

	"beatbook/data"
	"beatbook/model"
	"beatbook/ui/session"
)

// planVersion is a plan as it was adopted.
type planVersion struct {
	number int // from 1, the oldest one
	at     time.Time
	night  model.Date
	inUse  bool
	model.PlanAdoptedBody
}

// Where a plan came from.
const (
	fromSample = "sample"
	fromFile   = "file"
	fromEditor = "edited"
)

// minuteForm is date and time as a list shows them.
const minuteForm = "2006-01-02 15:04"

func (v planVersion) source() string {
	switch {
	case v.Sample:
		return fromSample
	case v.Operator != "" || v.Source == "":
		return fromEditor
	}
	return fromFile
}

// versions are all plans that were adopted, the newest by the clock first. The one in use is the newest that is not from
// the future.
func versions(store *data.Store) ([]planVersion, error) {
	records, err := store.Plans(math.MaxInt)
	if err != nil {
		return nil, err
	}
	list := make([]planVersion, len(records))
	for i, r := range records {
		body, err := model.Decode[model.PlanAdoptedBody](r)
		if err != nil {
			return nil, err
		}
		list[i] = planVersion{number: len(records) - i, at: r.At, night: r.Night, PlanAdoptedBody: body}
	}
	now := store.Stamp().At
	used := slices.IndexFunc(list, func(v planVersion) bool { return !v.at.After(now) })
	if len(list) > 0 {
		list[max(used, 0)].inUse = true
	}
	return list, nil
}

// version finds a plan by its number, or the last one of a night and those before it by the date.
func (p *program) version(cmd *cobra.Command, list []planVersion, word string) (planVersion, error) {
	t := p.text.Plan.Versions
	if number, err := strconv.Atoi(word); err == nil {
		i := slices.IndexFunc(list, func(v planVersion) bool { return v.number == number })
		if i < 0 {
			return planVersion{}, refuse(t.NoVersion, number, len(list))
		}
		return list[i], nil
	}
	date, err := model.ParseDate(word)
	if err != nil {
		return planVersion{}, p.usage(cmd, t.BadVersion, word)
	}
	i := slices.IndexFunc(list, func(v planVersion) bool { return v.night <= date })
	if i < 0 {
		return planVersion{}, refuse(t.NoneSoEarly, date)
	}
	return list[i], nil
}

// versionIn is version, of all that were adopted.
func (p *program) versionIn(cmd *cobra.Command, store *data.Store, word string) (planVersion, error) {
	list, err := versions(store)
	if err != nil {
		return planVersion{}, err
	}
	return p.version(cmd, list, word)
}

func (p *program) planVersions() *cobra.Command {
	var asJSON bool
	cmd := &cobra.Command{Use: "versions", Short: p.text.Plan.Versions.List, Args: p.noArguments}
	cmd.Flags().BoolVar(&asJSON, "json", false, p.text.CLI.FlagJSON)
	cmd.RunE = func(cmd *cobra.Command, _ []string) error {
		return p.with(cmd.Context(), func(store *data.Store, s *session.Session) error {
			list, err := versions(store)
			if err != nil {
				return err
			}
			if asJSON {
				shapes := make([]planVersionShape, len(list))
				for i, v := range list {
					shapes[i] = v.shape(s.Plan.Zone())
				}
				return p.json(shapes)
			}
			return p.printVersions(list, s.Plan.Zone())
		})
	}
	return cmd
}

func (p *program) printVersions(list []planVersion, zone *time.Location) error {
	t := p.text.Plan.Versions
	rows := [][]string{{
		t.Number, t.Adopted, t.Source, t.Operator, t.Checkpoints, t.Routes, t.Units, "",
	}}
	for _, v := range list {
		used := ""
		if v.inUse {
			used = t.InUse
		}
		rows = append(rows, []string{
			strconv.Itoa(v.number), v.at.In(zone).Format(minuteForm), p.sourceInWords(v), v.Operator,
			strconv.Itoa(len(v.Plan.Checkpoints)), strconv.Itoa(len(v.Plan.Routes)), strconv.Itoa(len(v.Plan.Units)), used,
		})
	}
	return p.columns(rows)
}

func (p *program) sourceInWords(v planVersion) string {
	t := p.text.Plan.Versions
	return map[string]string{fromSample: t.Sample, fromFile: t.File, fromEditor: t.Edited}[v.source()]
}

// offerVersions offers the plans that were adopted.
func (p *program) offerVersions(cmd *cobra.Command) []cobra.Completion {
	var offers []cobra.Completion
	p.peek(cmd.Context(), func(store *data.Store, s *session.Session) {
		if store == nil {
			return
		}
		list, _ := versions(store) // what is wrong is for the command to say
		for _, v := range list {
			said := v.at.In(s.Plan.Zone()).Format(minuteForm) + "  " + p.sourceInWords(v)
			offers = append(offers, cobra.CompletionWithDesc(strconv.Itoa(v.number), said))
		}
	})
	return offers
}
