package nightlog

import (
	"fmt"
	"slices"
	"strings"
	"time"

	"github.com/charmbracelet/x/ansi"

	"beatbook/model"
	"beatbook/ui/screen"
	"beatbook/ui/text"
)

// teller puts the records of a night into words.
type teller struct {
	*screen.Env
	zone  *time.Location
	story *story
}

const (
	clock    = time.TimeOnly
	dayClock = "01-02 " + time.TimeOnly
)

func (t teller) time(at time.Time) string { return at.In(t.zone).Format(clock) }

// unit is the call sign of the unit that the line is about.
func (t teller) unit(l *line) string {
	if shift := t.story.shifts[l.shift]; shift != nil {
		return shift.Unit.Callsign.In(t.Lang)
	}
	return ""
}

// placeOf is the name of the checkpoint that the line is about: of a correction that of the record it corrects.
func (t teller) placeOf(l *line) string {
	if hazard, ok := t.Hazards.Find(l.Hazard); ok {
		return t.place(l, hazard.Checkpoint)
	}
	if l.Of != "" {
		return t.place(l, value(t.story.placeAbout(l)))
	}
	return t.place(l, value(l.Checkpoint))
}

// place is the name of a checkpoint in the plan of the line's shift.
func (t teller) place(l *line, id string) string {
	if shift := t.story.shifts[l.shift]; shift != nil {
		if c, ok := shift.Plan.Checkpoint(id); ok {
			return c.Name.In(t.Lang)
		}
	}
	return t.PlaceName(id)
}

// details are what the line says beside its time, unit, kind and place; what was written at length comes last.
func (t teller) details(l *line) string {
	log := t.Text.Log
	said := []string{
		t.standing(l), t.about(l), t.newPlace(l), t.plan(l), t.route(l), t.mode(l), t.work(l), l.Plate, t.reportedFor(l), t.verdict(l),
		text.Filled(log.Crew, strings.Join(l.Crew, t.Text.App.ListJoin)), t.device(l),
		text.Filled(log.Reason, l.Reason), text.Filled(log.Handover, l.Handover), l.brief,
	}
	said = slices.DeleteFunc(said, func(s string) bool { return s == "" })
	return strings.Join(said, " "+t.Glyphs.Bullet+" ")
}

// standing says where the record counts no more, or is not yet on the disk.
func (t teller) standing(l *line) string {
	switch {
	case t.story.night.Withdrawn(l.ID):
		return t.Text.Log.Withdrawn
	case l.Seq == 0:
		return t.Text.Patrol.Writing
	}
	return ""
}

// about names the record that the line corrects or withdraws.
func (t teller) about(l *line) string {
	of, ok := t.story.night.Record(l.Of)
	if !ok {
		return ""
	}
	format := t.Text.Command.Corrects
	if l.Kind == model.Withdrawn {
		format = t.Text.Command.Withdraws
	}
	return fmt.Sprintf(format, t.Text.RecordKind(of.Kind), t.time(of.At))
}

// work is what the record tells of work done.
func (t teller) work(l *line) string {
	var plan *model.Plan
	if shift := t.story.shifts[l.shift]; shift != nil {
		plan = &shift.Plan
	}
	work := strings.TrimSpace(t.Text.Work(l.Record, l.Facts, plan))
	if hazard, ok := t.Hazards.Find(l.Hazard); ok {
		return hazard.What + t.Text.App.Colon + work
	}
	return work
}

func (t teller) newPlace(l *line) string {
	if l.Of == "" || l.Checkpoint == nil {
		return ""
	}
	return t.Glyphs.Right + " " + t.place(l, *l.Checkpoint)
}

// route is that of a shift that begins.
func (t teller) route(l *line) string {
	if shift := t.story.shifts[l.shift]; shift != nil && l.Kind == model.ShiftStarted {
		return shift.Route.Name.In(t.Lang)
	}
	return ""
}

// plan is the site of a plan that is adopted.
func (t teller) plan(l *line) string {
	switch {
	case l.Kind != model.PlanAdopted:
		return ""
	case l.Sample:
		return l.Plan.Site.Name.In(t.Lang) + t.Text.App.ListJoin + t.Text.Log.SamplePlan
	}
	return l.Plan.Site.Name.In(t.Lang)
}

func (t teller) mode(l *line) string {
	if l.Mode == nil {
		return ""
	}
	return t.Text.Mode(*l.Mode)
}

func (t teller) reportedFor(l *line) string {
	if l.For == nil || l.For.Equal(l.At) {
		return ""
	}
	return fmt.Sprintf(t.Text.Log.ReportedFor, t.time(*l.For))
}

// verdict is how the call was made and what is remarkable about it.
func (t teller) verdict(l *line) string {
	v := t.story.verdicts[l.ID]
	marks := slices.Clone(v.marks)
	if t.story.night.Doubted(l.ID) && !slices.Contains(marks, model.ClockDoubt) {
		marks = append(marks, model.ClockDoubt)
	}
	if v.state == "" {
		return t.Text.Marks(marks)
	}
	words := []string{t.Text.State(v.state)}
	for _, m := range marks {
		words = append(words, t.Text.Mark(m))
	}
	return strings.Join(words, t.Text.App.ListJoin)
}

// device marks the records of other devices by the end of the id, which tells them apart.
func (t teller) device(l *line) string {
	const tail = 4
	if l.Device == t.Log.Device() {
		return ""
	}
	id := l.Device
	if cut := len(id) - tail; cut > 0 {
		id = ansi.TruncateLeft(id, cut, "")
	}
	return fmt.Sprintf(t.Text.Log.OtherDevice, id)
}
