package export_test

import (
	"fmt"
	"strconv"
	"time"

	"beatbook/data/export"
)

// words are those of a sample document in one language.
type words struct {
	lang, title, line, summary, due, made, missed, presence, shifts, hours, night, checkpoint, moment, length, date string
	byNight, byRoute, visits, missedCalls, gaps                                                                     string
	sign                                                                                                            []string
	places                                                                                                          []string
}

var chinese = words{
	lang: "zh-CN", title: "夜间巡逻报告", line: "2026-10-01 至 2026-10-31 全部线路 全部巡逻组", summary: "总览", due: "应巡", made: "实巡", missed: "漏巡",
	presence: "到位率", shifts: "班次", hours: "人时", night: "夜", checkpoint: "点位", moment: "应巡时间", length: "时长", date: "日期",
	byNight: "逐夜", byRoute: "各线路", visits: "各点位每半小时到访", missedCalls: "漏巡明细", gaps: "各点位最长空档",
	sign: []string{"制表人", "值班领导"}, places: []string{"中心广场", "南门夜市（含停车场及周边三条小巷）", "第一实验小学", "人民医院急诊楼"},
}

var english = words{
	lang: "en", title: "Night patrol report", line: "2026-10-01 to 2026-10-31, all routes, all units", summary: "Summary", due: "Due", made: "Made", missed: "Missed",
	presence: "Presence", shifts: "Shifts", hours: "Person-hours", night: "Night", checkpoint: "Checkpoint", moment: "Due at", length: "Length", date: "Date",
	byNight: "By night", byRoute: "By route", visits: "Visits by checkpoint and half hour", missedCalls: "Missed calls", gaps: "Longest gaps",
	sign: []string{"Made by", "Approved by"}, places: []string{"Central Plaza", "South Gate night market with its car park", "First Primary School", "People's Hospital"},
}

func number(n int) export.Cell {
	return export.Cell{Text: strconv.Itoa(n), Value: n, Format: export.Number}
}

func percent(f float64) export.Cell {
	return export.Cell{Text: fmt.Sprintf("%.1f%%", f*100), Value: f, Format: export.Percent}
}

func hours(f float64) export.Cell {
	return export.Cell{Text: fmt.Sprintf("%.1f", f), Value: f, Format: export.Hours}
}

func length(d time.Duration) export.Cell {
	return export.Cell{Text: d.String(), Value: d, Format: export.Length}
}

func day(n int) export.Cell {
	t := time.Date(2026, 1, 1+n, 0, 0, 0, 0, time.UTC)
	return export.Cell{Text: t.Format(time.DateOnly), Value: t, Format: export.Day}
}

var shanghai = time.FixedZone("UTC+8", 8*60*60)

func moment(n int) export.Cell {
	t := time.Date(2026, 1, 1+n/9, 20, 37*n, 0, 0, shanghai)
	return export.Cell{Text: t.Format("15:04"), Value: t, Format: export.Moment}
}

// sample is a document with everything in it, for so many nights, missed calls and places.
func sample(w words, nights, missed, places int) export.Document {
	place := func(i int) export.Cell { return export.Words(w.places[i%len(w.places)] + " " + strconv.Itoa(i+1)) }
	summary := export.Section{Title: w.summary, Rows: [][]export.Cell{
		{export.Words(w.due), number(6200), export.Words(w.made), number(6011), export.Words(w.missed), number(missed), export.Words(w.presence), percent(0.9695)},
		{export.Words(w.shifts), number(62), export.Words(w.hours), hours(744.5)},
	}}
	sums := []string{w.night, w.shifts, w.due, w.made, w.missed, w.presence}
	byNight := export.Section{Title: w.byNight, Head: sums, Drawn: export.Line, Of: 5}
	for i := range nights {
		rate := percent(0.75 + float64(i*7%25)/100)
		if i%11 == 8 {
			rate = export.Words("-")
		}
		byNight.Rows = append(byNight.Rows, []export.Cell{day(i), number(2), number(200), number(200 - i%7), number(i % 7), rate})
	}
	byRoute := export.Section{Title: w.byRoute, Head: append([]string{w.checkpoint}, sums[1:]...), Drawn: export.Bars, Of: 5}
	visits := export.Section{Title: w.visits, Head: []string{w.checkpoint}, Drawn: export.Heat}
	for half := range 48 {
		visits.Head = append(visits.Head, fmt.Sprintf("%02d:%02d", (half/2+12)%24, half%2*30))
	}
	gaps := export.Section{Title: w.gaps, Head: []string{w.checkpoint, w.length, w.night, w.moment}}
	for i := range places {
		row := []export.Cell{place(i)}
		for half := range 48 {
			row = append(row, number(max(0, (i*13+half*7)%29-14)*(half%3)))
		}
		visits.Rows = append(visits.Rows, row)
		gaps.Rows = append(gaps.Rows, []export.Cell{place(i), length(time.Duration(i*31+47) * time.Minute), day(i), moment(i)})
		if i < 9 {
			byRoute.Rows = append(byRoute.Rows, []export.Cell{place(i), number(7), number(700), number(700 - 9*i), number(9 * i), percent(1 - float64(9*i)/700)})
		}
	}
	calls := export.Section{Title: w.missedCalls, Head: []string{w.night, w.moment, w.checkpoint}}
	for i := range missed {
		calls.Rows = append(calls.Rows, []export.Cell{day(i / 9), moment(i), place(i)})
	}
	return export.Document{
		Lang: w.lang, Title: w.title, Lines: []string{w.line}, Date: w.date, Sign: w.sign,
		Sections: []export.Section{summary, byNight, byRoute, visits, gaps, calls},
	}
}
