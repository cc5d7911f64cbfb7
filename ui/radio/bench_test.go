package radio_test

import (
	"fmt"
	"testing"
	"unicode/utf8"

	"beatbook/model"
	"beatbook/ui/radio"
)

// busyDesk has 2,000 shifts out; the line has 200 characters and six reports.
func busyDesk(b *testing.B) (*desk, []*model.Shift, string) {
	d := newDesk(b)
	shift := d.shift("horn-1")
	out := make([]*model.Shift, 2000)
	for i := range out {
		s := *shift
		s.ID = fmt.Sprint("shift-", i)
		s.Unit = model.Unit{ID: fmt.Sprintf("unit-%d", i), Callsign: model.Name{ZH: fmt.Sprintf("小喇叭%d队", i), EN: fmt.Sprintf("Little Horn %d", i)}}
		out[i] = &s
	}
	line := "小喇叭1999队 2 3 f 一切正常 / horn 1500 2-4 foot 22:05 +违停3 all quiet / unit-7 1 s 道路封闭，施工单位正在抢修，预计十一点半恢复 / " +
		"喇叭12队2号点步巡一切正常 / Little Horn 42 3 22点05 @电话 夜市北口摊位占道，已劝离，燃气瓶摆放规范，消防通道畅通 / 小喇叭77队 收到，正在前往学校门口"
	for utf8.RuneCountInString(line) < 200 {
		line += "。"
	}
	return d, out, line
}

func BenchmarkParse(b *testing.B) {
	d, out, line := busyDesk(b)
	c := d.context(model.ZH)
	c.Desk = radio.NewDesk(d.plan, out)
	if p := radio.Parse(line, c).Problems(); len(p) > 0 {
		b.Fatalf("%+v", p)
	}
	b.ReportMetric(float64(utf8.RuneCountInString(line)), "runes")
	for b.Loop() {
		radio.Parse(line, c)
	}
}

func BenchmarkComplete(b *testing.B) {
	d, out, line := busyDesk(b)
	c := d.context(model.ZH)
	c.Desk = radio.NewDesk(d.plan, out)
	line += " / 小喇"
	for b.Loop() {
		radio.Complete(line, len(line), c)
	}
}

func BenchmarkNewDesk(b *testing.B) {
	d, out, _ := busyDesk(b)
	for b.Loop() {
		radio.NewDesk(d.plan, out)
	}
}
