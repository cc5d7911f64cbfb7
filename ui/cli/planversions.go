package cli

import (
	"slices"
	"strconv"
	"time"

	"github.com/spf13/cobra"

	"beatbook/data"
	"beatbook/model"
	"beatbook/ui/session"
)

// Where a plan came from.
const (
	fromSample = "sample"
	fromFile   = "file"
	fromEditor = "edited"
)

// minuteForm is date and time as a list shows them.
const minuteForm = "2006-01-02 15:04"

// versionSource is where a version came from.
func versionSource(v session.PlanVersion) string {
	switch {
	case v.Sample:
		return fromSample
	case v.Operator != "" || v.Source == "":
		return fromEditor
	}
	return fromFile
}

// version finds a plan by its number, or the last one of a night and those before it by the date.
func (p *program) version(cmd *cobra.Command, list []session.PlanVersion, word string) (session.PlanVersion, error) {
	t := p.text.Plan.Versions
	if number, err := strconv.Atoi(word); err == nil {
		i := slices.IndexFunc(list, func(v session.PlanVersion) bool { return v.Number == number })
		if i < 0 {
			return session.PlanVersion{}, refuse(t.NoVersion, number, len(list))
		}
		return list[i], nil
	}
	date, err := model.ParseDate(word)
	if err != nil {
		return session.PlanVersion{}, p.usage(cmd, t.BadVersion, word)
	}
	i := slices.IndexFunc(list, func(v session.PlanVersion) bool { return v.Night <= date })
	if i < 0 {
		return session.PlanVersion{}, refuse(t.NoneSoEarly, date)
	}
	return list[i], nil
}

// versionIn is version, of all that were adopted.
func (p *program) versionIn(cmd *cobra.Command, store *data.Store, word string) (session.PlanVersion, error) {
	list, err := session.PlanVersions(store)
	if err != nil {
		return session.PlanVersion{}, err
	}
	return p.version(cmd, list, word)
}

func (p *program) planVersions() *cobra.Command {
	var asJSON bool
	cmd := &cobra.Command{Use: "versions", Short: p.text.Plan.Versions.List, Args: p.noArguments}
	cmd.Flags().BoolVar(&asJSON, "json", false, p.text.CLI.FlagJSON)
	cmd.RunE = func(cmd *cobra.Command, _ []string) error {
		return p.read(cmd.Context(), func(store *data.Store, s *session.Session) error {
			list, err := session.PlanVersions(store)
			if err != nil {
				return err
			}
			if asJSON {
				shapes := make([]planVersionShape, len(list))
				for i, v := range list {
					shapes[i] = shapeOfVersion(v, s.Plan.Zone())
				}
				return p.json(shapes)
			}
			return p.printVersions(list, s.Plan.Zone())
		})
	}
	return cmd
}

func (p *program) printVersions(list []session.PlanVersion, zone *time.Location) error {
	t := p.text.Plan.Versions
	rows := [][]string{{
		t.Number, t.Adopted, t.Source, t.Operator, t.Checkpoints, t.Routes, t.Units, "",
	}}
	for _, v := range list {
		used := ""
		if v.InUse {
			used = t.InUse
		}
		rows = append(rows, []string{
			strconv.Itoa(v.Number), v.At.In(zone).Format(minuteForm), p.sourceInWords(v), v.Operator,
			strconv.Itoa(len(v.Plan.Checkpoints)), strconv.Itoa(len(v.Plan.Routes)), strconv.Itoa(len(v.Plan.Units)), used,
		})
	}
	return p.columns(rows)
}

func (p *program) sourceInWords(v session.PlanVersion) string {
	t := p.text.Plan.Versions
	return map[string]string{fromSample: t.Sample, fromFile: t.File, fromEditor: t.Edited}[versionSource(v)]
}

// offerVersions offers the plans that were adopted.
func (p *program) offerVersions(cmd *cobra.Command) []cobra.Completion {
	var offers []cobra.Completion
	p.peek(cmd.Context(), func(store *data.Store, s *session.Session) {
		if store == nil {
			return
		}
		list, _ := session.PlanVersions(store) // what is wrong is for the command to say
		for _, v := range list {
			said := v.At.In(s.Plan.Zone()).Format(minuteForm) + "  " + p.sourceInWords(v)
			offers = append(offers, cobra.CompletionWithDesc(strconv.Itoa(v.Number), said))
		}
	})
	return offers
}
