package radio_test

import (
	"fmt"
	"os"
	"strings"
	"testing"
	"time"

	"beatbook/model"
	"beatbook/ui/radio"
)

// told is what a line records and says, in the form of testdata/lines.txt.
func told(d *desk, line string) string {
	var b strings.Builder
	zh, en := radio.Parse(line, d.context(model.ZH)), radio.Parse(line, d.context(model.EN))
	for i, r := range zh.Reports {
		for _, intent := range r.Intents {
			fmt.Fprintf(&b, "  > %s: %s\n", r.Unit.ID, say(d.plan.Zone(), intent))
		}
		for _, p := range r.Problems {
			fmt.Fprintf(&b, "  ! %s %q\n", p.Code, line[p.From:p.To])
		}
		fmt.Fprintf(&b, "  = %s\n  = %s\n", r.Preview, en.Reports[i].Preview)
	}
	return b.String()
}

// The lines are as they are typed at a desk at 22:30; under each stands what it records and what the preview says.
func TestRadioLines(t *testing.T) {
	file, err := os.ReadFile("testdata/lines.txt")
	if err != nil {
		t.Fatal(err)
	}
	d := newDesk(t)
	blocks := strings.Split(strings.TrimSpace(string(file)), "\n\n")
	if len(blocks) < 40 {
		t.Errorf("only %d lines", len(blocks))
	}
	for _, block := range blocks {
		line, want, _ := strings.Cut(block, "\n")
		if got := strings.TrimSuffix(told(d, line), "\n"); got != want {
			t.Errorf("%s\n%s\nwant\n%s", line, got, want)
		}
		newDesk(t).recordAll(t, radio.Parse(line, d.context(model.ZH)))
	}
}

// The operator and the night stand with what is recorded.
func TestWrittenDownForTheUnit(t *testing.T) {
	d := newDesk(t)
	line := radio.Parse("一队 2 f / 联防三组 出", d.context(model.ZH))
	if len(line.Problems()) > 0 || len(line.Reports) != 2 {
		t.Fatalf("%+v", line)
	}
	for _, r := range line.Reports {
		if behalf, ok := r.Intents[0].(model.OnBehalf); !ok || behalf.Operator != "陈静" || r.Night != d.night.Date {
			t.Errorf("%+v", r)
		}
	}
}

// Of two shifts of a unit the later one is meant; those of an earlier night belong to it.
func TestAShiftOfTheNightBefore(t *testing.T) {
	d := newDesk(t)
	before := *d.shift("horn-1")
	before.ID, before.Started, before.Night = "before", before.Started.AddDate(0, 0, -1), before.Night.AddDays(-1)
	before.Unit.ID, before.Unit.Callsign = "horn-9", model.Name{ZH: "小喇叭九队", EN: "Little Horn 9"}
	again := *d.shift("armband-2")
	again.ID, again.Started, again.Night = "again", again.Started.AddDate(0, 0, -1), again.Night.AddDays(-1)
	c := d.context(model.EN)
	c.Desk = radio.NewDesk(d.plan, append(d.out(), &before, &again))
	reports := radio.Parse("Little Horn 9 2 / 红袖章 1 / 红袖章 收 x / 红袖章 1", c).Reports
	for i, want := range []model.Date{before.Night, d.night.Date, d.night.Date, again.Night} {
		if reports[i].Night != want || reports[i].Shift == nil || reports[i].Shift.Night != want {
			t.Errorf("report %d belongs to %s, want %s: %+v", i, reports[i].Night, want, reports[i].Problems)
		}
	}
}

// What the preview calls a late entry the judgement does too.
func TestLateEntriesAreThoseOfTheJudgement(t *testing.T) {
	for _, c := range []struct {
		now  time.Duration // after 22:30
		late bool
	}{{0, false}, {time.Millisecond, true}, {-time.Minute, false}} {
		d := newDesk(t)
		d.now = d.now.Add(c.now)
		line := radio.Parse("一队 2 22:25", d.context(model.ZH))
		d.recordAll(t, line)
		visits := d.night.Judge(d.now).Shift(d.shift("horn-1").ID).Visits
		var judged bool
		for _, v := range visits {
			judged = judged || v.Checkpoint == "wanda-south" && v.Has(model.LateEntry)
		}
		if said := strings.Contains(line.Reports[0].Preview, "补录"); said != c.late || judged != c.late {
			t.Errorf("%v: said %v, judged %v", c.now, said, judged)
		}
	}
}
