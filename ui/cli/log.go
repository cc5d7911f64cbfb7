package cli

import (
	"encoding/json"
	"math"
	"slices"

	"github.com/spf13/cobra"

	"beatbook/data"
	"beatbook/data/export"
	"beatbook/model"
	"beatbook/ui/session"
)

// allNights are the words for every night that there is.
var allNights = []string{"all", "全部"}

// logForm prints entries night by night, so that no more than one night is in memory.
type logForm interface {
	night(model.Date, []entry) error
	end() error
}

func (p *program) logCommand() *cobra.Command {
	var word string
	var asJSON, asCSV bool
	cmd := &cobra.Command{Use: "log", Short: p.text.CLI.Log, Args: p.noArguments}
	cmd.Flags().StringVar(&word, "night", "", p.text.Command.FlagNights)
	cmd.Flags().BoolVar(&asJSON, "json", false, p.text.CLI.FlagJSON)
	cmd.Flags().BoolVar(&asCSV, "csv", false, p.text.CLI.FlagCSV)
	p.completeNights(cmd)
	cmd.PreRunE = func(cmd *cobra.Command, _ []string) error { return p.notBoth(cmd, "json", "csv") }
	cmd.RunE = func(cmd *cobra.Command, _ []string) error {
		return p.read(cmd.Context(), func(store *data.Store, s *session.Session) error {
			nights, err := p.nights(cmd, store, s, word)
			if err != nil {
				return err
			}
			var form logForm = &plainLog{program: p}
			switch {
			case asJSON:
				form = &jsonLog{program: p}
			case asCSV:
				form = &csvLog{program: p, table: export.NewCSV(p.out)}
			}
			return p.printLog(cmd, store, nights, form)
		})
	}
	return cmd
}

// nights are those that the word means, in order.
func (p *program) nights(cmd *cobra.Command, store *data.Store, s *session.Session, word string) ([]model.Date, error) {
	if !slices.Contains(allNights, word) {
		date, err := p.date(cmd, s, word)
		return []model.Date{date}, err
	}
	infos, err := store.Nights("", math.MaxInt)
	if err != nil {
		return nil, err
	}
	dates := make([]model.Date, len(infos))
	for i, info := range infos {
		dates[i] = info.Date
	}
	slices.Sort(dates)
	return dates, nil
}

func (p *program) printLog(cmd *cobra.Command, store *data.Store, nights []model.Date, form logForm) error {
	hazards, err := store.Hazards()
	if err != nil {
		return err
	}
	for _, date := range nights {
		if err := cmd.Context().Err(); err != nil {
			return err
		}
		night, err := store.Night(date)
		if err != nil {
			return err
		}
		if err := form.night(date, p.entries(night, hazards)); err != nil {
			return err
		}
	}
	return form.end()
}

// plainLog is for people.
type plainLog struct {
	*program
	begun bool
}

func (l *plainLog) night(date model.Date, entries []entry) error {
	if l.begun {
		if err := l.say(""); err != nil {
			return err
		}
	}
	l.begun = true
	if err := l.say("%s", l.text.Night(date)); err != nil {
		return err
	}
	if len(entries) == 0 {
		return l.say("%s", l.text.Command.NoRecords)
	}
	var rows [][]string
	for _, e := range entries {
		rows = append(rows, []string{clockIn(e.time, e.time.Location()), e.call, l.text.RecordKind(e.Kind), e.place, e.words})
	}
	return l.columns(rows)
}

func (l *plainLog) end() error { return nil }

// jsonLog is one array over all nights.
type jsonLog struct {
	*program
	begun bool
}

func (l *jsonLog) night(_ model.Date, entries []entry) error {
	for _, e := range entries {
		b, err := json.Marshal(e)
		if err != nil {
			return err
		}
		before := ",\n"
		if !l.begun {
			l.begun, before = true, "[\n"
		}
		if _, err := l.out.Write(append([]byte(before), b...)); err != nil {
			return err
		}
	}
	return nil
}

func (l *jsonLog) end() error {
	if !l.begun {
		return l.say("[]")
	}
	return l.say("\n]")
}

// csvLog is for spreadsheet programs.
type csvLog struct {
	*program
	table *export.CSV
	begun bool
}

func (l *csvLog) head() error {
	if l.begun {
		return nil
	}
	l.begun = true
	t := l.text
	return l.table.Write(
		t.Command.NightColumn, t.Log.Time, t.Log.Unit, t.Patrol.Route, t.Log.Kind, t.Log.Place, t.Patrol.ModeColumn, t.Command.Note,
		t.Log.Detail, t.Command.Withdrawn, t.Command.Device, t.Command.ID,
	)
}

func (l *csvLog) night(_ model.Date, entries []entry) error {
	if err := l.head(); err != nil {
		return err
	}
	for _, e := range entries {
		withdrawn := ""
		if e.Withdrawn {
			withdrawn = l.text.App.Yes
		}
		err := l.table.Write(
			string(e.Night), e.time.Format("2006-01-02 15:04:05"), e.call, e.Route, l.text.RecordKind(e.Kind), e.place, l.modeOf(e), e.Note,
			e.words, withdrawn, e.Device, e.ID,
		)
		if err != nil {
			return err
		}
	}
	return nil
}

func (l *csvLog) modeOf(e entry) string {
	if e.Mode == "" {
		return ""
	}
	return l.text.Mode(e.Mode)
}

func (l *csvLog) end() error {
	if err := l.head(); err != nil {
		return err
	}
	return l.table.Flush()
}
