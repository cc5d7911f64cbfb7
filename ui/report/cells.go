package report

import (
	"cmp"
	"fmt"
	"strconv"
	"time"

	"beatbook/data/export"
	"beatbook/model"
)

// none is how a rate is read that is not defined.
const none = "-"

func count(n int) export.Cell {
	return export.Cell{Text: strconv.Itoa(n), Value: n, Format: export.Number}
}

func counts(list ...int) []export.Cell {
	var cells []export.Cell
	for _, n := range list {
		cells = append(cells, count(n))
	}
	return cells
}

func rate(value float64, defined bool) export.Cell {
	if !defined {
		return export.Words(none)
	}
	return export.Cell{Text: percent(value, true), Value: value, Format: export.Percent}
}

// percent has one decimal, and is empty where the rate is not defined.
func percent(rate float64, defined bool) string {
	if !defined {
		return ""
	}
	return fmt.Sprintf("%.1f%%", rate*100)
}

// Shown is a rate with one decimal, a dash where it is not defined.
func Shown(rate float64, defined bool) string { return orNone(percent(rate, defined)) }

func hours(d model.Duration) export.Cell {
	h := time.Duration(d).Hours()
	return export.Cell{Text: fmt.Sprintf("%.1f", h), Value: h, Format: export.Hours}
}

func (p *Paper) length(d model.Duration) export.Cell {
	return export.Cell{Text: p.text.Duration(time.Duration(d)), Value: time.Duration(d), Format: export.Length}
}

func night(d model.Date) export.Cell {
	return export.Cell{Text: string(d), Value: d.At(0, time.UTC, 0), Format: export.Day}
}

// clock is a moment of which the time of day is read, its day standing beside it.
func (p *Paper) clock(t time.Time) export.Cell { return p.moment(t, "15:04") }

// day is a moment of which the day is read.
func (p *Paper) day(t time.Time) export.Cell { return p.moment(t, time.DateOnly) }

func (p *Paper) moment(t time.Time, layout string) export.Cell {
	if t.IsZero() {
		return export.Words("")
	}
	local := t.In(p.zone())
	return export.Cell{Text: local.Format(layout), Value: local, Format: export.Moment}
}

func round(n int) export.Cell {
	if n == 0 {
		return export.Words("") // an interval plan has none
	}
	return count(n)
}

// halfHour is the time of day at which a half hour begins.
func halfHour(i int) string { return model.Clock(i * 30).String() }

func words(first string, more ...string) []export.Cell {
	cells := []export.Cell{export.Words(first)}
	for _, text := range more {
		cells = append(cells, export.Words(text))
	}
	return cells
}

func orNone(text string) string { return cmp.Or(text, none) }
