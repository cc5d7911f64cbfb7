package story_test

import (
	"strings"
	"testing"
	"time"

	"beatbook/model"
	"beatbook/ui/screen/screentest"
	"beatbook/ui/story"
	"beatbook/ui/text"
)

// told is a line as time, unit, kind, place and details.
func told(t story.Teller, l *story.Line) string {
	cells := []string{t.At(l).Format("15:04"), t.Unit(l), t.Text.RecordKind(l.Kind), t.Place(l)}
	return strings.Join(append(cells, strings.Join(t.Details(l), "; ")), " | ")
}

func TestEveryKindInBothLanguages(t *testing.T) {
	for name, c := range everyKind {
		t.Run(name, func(t *testing.T) {
			w := walking(t)
			l := c.do(w)
			if got := told(w.teller(model.ZH), l); got != c.zh {
				t.Errorf("\n got %s\nwant %s", got, c.zh)
			}
			if got := told(w.teller(model.EN), l); got != c.en {
				t.Errorf("\n got %s\nwant %s", got, c.en)
			}
		})
	}
}

func TestNoKindIsLeftOut(t *testing.T) {
	told := map[model.Kind]bool{}
	for _, c := range everyKind {
		told[c.do(walking(t)).Kind] = true
	}
	for kind := range text.For(model.EN).Words.Records {
		if !told[kind] {
			t.Errorf("%s is not told", kind)
		}
	}
}

func TestTimesAreToldInOneZone(t *testing.T) {
	w := walking(t)
	l := w.withdraw(w.checkIn())
	tokyo := time.FixedZone("", 9*60*60)
	for name, c := range map[string]struct {
		record string
		zone   *time.Location
		at, of string
	}{
		"its own":               {w.plan.Timezone, nil, "19:22:00", "19:21:00"},
		"one that is asked for": {w.plan.Timezone, tokyo, "20:22:00", "20:21:00"},
		"one that nobody knows": {"Moon/Tycho", nil, "11:22:00", "11:21:00"},
	} {
		t.Run(name, func(t *testing.T) {
			teller := w.teller(model.EN)
			teller.Zone = c.zone
			l := *l
			l.Zone = c.record
			if got := teller.At(&l).Format(time.TimeOnly); got != c.at {
				t.Errorf("at %s, want %s", got, c.at)
			}
			if got, want := teller.About(&l), "withdraws the check-in of "+c.of; got != want {
				t.Errorf("%q, want %q", got, want)
			}
		})
	}
}

func TestATimeThatIsThatOfTheRecordIsToldOnce(t *testing.T) {
	w := walking(t)
	at := w.clock.At.Add(time.Minute)
	l := w.do(model.CheckIn{Shift: w.shift, Checkpoint: "wanda-east", For: &at})
	if got := w.teller(model.EN).ReportedFor(l); got != "" || !l.Happened().Equal(at) {
		t.Errorf("%q, %s", got, l.Happened())
	}
}

func TestVerdicts(t *testing.T) {
	w := walking(t)
	w.clock.Pass(10 * time.Minute)
	made, extra := w.checkIn(), w.do(model.CheckIn{Shift: w.shift, Checkpoint: "mall-west"})
	crew := w.do(model.ChangeCrew{Shift: w.shift, Crew: []string{"孙八"}})
	w.clock.Pass(-2 * time.Hour)
	doubtful := w.do(model.CheckIn{Shift: w.shift, Checkpoint: "henggang-north"})
	teller := w.teller(model.EN)
	judged := teller
	judged.Verdicts = story.Verdicts(w.night().Judge(made.At.Add(time.Hour)))
	for name, c := range map[string]struct {
		line        *story.Line
		plain, with string
	}{
		"a call that was made":   {made, "", "on time"},
		"an extra visit":         {extra, "", "extra visit"},
		"what is not judged":     {crew, "", ""},
		"a clock that went back": {doubtful, "clock in doubt", "clock in doubt, extra visit"},
	} {
		t.Run(name, func(t *testing.T) {
			if got := teller.Verdict(c.line); got != c.plain {
				t.Errorf("without a judge: %q, want %q", got, c.plain)
			}
			if got := judged.Verdict(c.line); got != c.with {
				t.Errorf("%q, want %q", got, c.with)
			}
		})
	}
}

func TestARecordThatIsNotYetOnTheDisk(t *testing.T) {
	w := walking(t)
	l := w.checkIn()
	l.Seq = 0
	teller := w.teller(model.EN)
	if got := teller.Standing(l); got != teller.Text.Patrol.Writing {
		t.Errorf("%q", got)
	}
}

func TestOtherDevicesAreMentioned(t *testing.T) {
	w := walking(t)
	own := w.checkIn()
	w.log.Writer = "DEVICE-OTHER-7788"
	other := w.do(model.AdoptPlan{Plan: *w.plan})
	w.log.Writer = "PC"
	short := w.do(model.AdoptPlan{Plan: *w.plan})
	teller := w.teller(model.EN)
	if got := teller.Origin(other); got != "" {
		t.Errorf("%q, though no device is given", got)
	}
	teller.Device = screentest.Device
	for l, want := range map[*story.Line]string{own: "", other: "from device 7788", short: "from device PC"} {
		if got := teller.Origin(l); got != want {
			t.Errorf("%q, want %q", got, want)
		}
	}
}

func TestPlacesThatThePlanOfTheShiftLacks(t *testing.T) {
	w := walking(t)
	l, without := w.checkIn(), w.do(model.AdoptPlan{Plan: *w.plan})
	teller := w.teller(model.EN)
	if got := teller.PlaceName(l, "old-pier"); got != "old-pier" {
		t.Error(got)
	}
	teller.Elsewhere = strings.ToUpper
	for _, c := range []struct {
		line     *story.Line
		id, want string
	}{{l, "old-pier", "OLD-PIER"}, {l, "wanda-east", "Wanda Plaza east gate"}, {without, "wanda-east", "WANDA-EAST"}} {
		if got := teller.PlaceName(c.line, c.id); got != c.want {
			t.Errorf("%q, want %q", got, c.want)
		}
	}
}

func TestThePlaceThatALineIsAbout(t *testing.T) {
	w := walking(t)
	made := w.checkIn()
	chain := []*story.Line{w.withdraw(made)}
	chain = append(chain, w.withdraw(chain[0]))
	crew := w.withdraw(w.do(model.ChangeCrew{Shift: w.shift, Crew: []string{"王五"}}))
	ring := w.put(model.Record{ID: "RING", Device: "D", Seq: 1, Kind: model.Withdrawn, Body: []byte(`{"of":"RING"}`)})
	lost := w.put(model.Record{ID: "LOST", Device: "D", Seq: 2, Kind: model.Withdrawn, Body: []byte(`{"of":"GONE"}`)})
	for name, c := range map[string]struct {
		line  *story.Line
		place string
		known bool
	}{
		"a withdrawal": {chain[0], "wanda-east", true}, "one of it": {chain[1], "wanda-east", true}, "no place": {crew, "", true},
		"about nothing": {made, "", false}, "about itself": {ring, "", false}, "about what is missing": {lost, "", false},
	} {
		if place, known := story.PlaceAbout(w.night(), c.line); place != c.place || known != c.known {
			t.Errorf("%s: %q, %v", name, place, known)
		}
	}
}

func TestADeadlineIsToldInTheZoneOfTheTeller(t *testing.T) {
	w := walking(t)
	l := w.do(w.ordered())
	teller := w.teller(model.EN)
	teller.Zone = time.FixedZone("", 9*60*60)
	if got := teller.Work(l); !strings.Contains(got, "by 2026-11-26 20:20") {
		t.Error(got)
	}
}
