package app

import (
	"fmt"
	"testing"
	"time"

	"beatbook/model"
	"beatbook/ui/theme"
)

func TestWorkInEachLanguageAndGlyphSet(t *testing.T) {
	for lang, c := range map[model.Lang]struct{ kind, own, item, place string }{
		model.ZH: {"劝离违停", "帮助走失儿童", "电气线路", "联合菜市场"},
		model.EN: {"parked vehicles moved", "lost children helped", "wiring", "Lianhe food market"},
	} {
		for _, ascii := range []bool{false, true} {
			t.Run(fmt.Sprint(lang, ascii), func(t *testing.T) {
				inWorld(t, func(w *world) {
					w.walk()
					w.openWith(Config{Lang: lang, Theme: theme.Mono, ASCII: ascii}, 120, 30)
					d, h := w.app.env.Text.Dialog, w.app.env.Text.Hazard
					w.press("5", "+", "3", "7")
					w.sees(fmt.Sprintf(d.OutcomesTitle, c.place), c.kind, c.own, d.OutcomesHint)
					w.header(2)
					w.press("esc")
					w.sees(c.kind+" 1", c.own+" 1")
					w.press("k", "y", "y", "n", "ctrl+s")
					w.sees(fmt.Sprintf(h.NewTitle, c.place), c.item)
					w.pass(2 * time.Second)
					w.press("2", "tab", "tab", "2", "ctrl+s", "H")
					w.sees(h.Title, c.item, c.place, w.app.env.Text.HazardKind("electrical"), w.app.env.Text.HazardState(model.HazardOpen))
					w.press("enter")
					w.sees(fmt.Sprintf(h.MoveTitle, c.place), w.app.env.Text.HazardStep(model.FixedOnSpot))
					w.press("esc", "esc", "E")
					w.sees(fmt.Sprintf(d.EndHazards, 1))
					w.press("1", "ctrl+s")
					w.pass(2 * time.Second)
					w.press("enter")
					w.sees(d.HandoverTitle, d.HandoverRead, c.place+" "+c.item)
				})
			})
		}
	}
}

func TestLanguageOnTheHazardsPage(t *testing.T) {
	inWorld(t, func(w *world) {
		w.walk()
		w.found("wanda-south", "井盖松动", 0)
		w.found("wanda-east", "灭火器过期", 0)
		w.open()
		w.press("H", "/", "井盖", "enter")
		w.pass(time.Second)
		w.press("L")
		w.sees("未销号 2", "万达广场南广场", "1 条含有「井盖」")
		w.seesNot("灭火器过期", "Wanda")
	})
}
