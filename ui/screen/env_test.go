package screen_test

import (
	"testing"
	"time"

	"beatbook/model"
	"beatbook/ui/screen"
	"beatbook/ui/screen/screentest"
)

func TestWhatIsSaidStaysOnItsPage(t *testing.T) {
	for name, c := range map[string]struct {
		say    func(env *screen.Env)
		follow bool
	}{
		"a word":         {func(env *screen.Env) { env.Notify(screen.Info, "said") }, false},
		"a warning":      {func(env *screen.Env) { env.Notify(screen.Warning, "said") }, false},
		"a failure":      {func(env *screen.Env) { env.Notify(screen.Failure, "said") }, true},
		"of the program": {func(env *screen.Env) { env.NotifyEverywhere(screen.Warning, "said") }, true},
		"what was saved": {func(env *screen.Env) {
			env.Announce(model.Record{ID: "R1"}, "said")
			env.SayAnnounced("R1")
		}, true},
	} {
		for direction, move := range map[string]func(env *screen.Env){
			"onward": func(env *screen.Env) { env.Visit(screen.NightLog) }, "back": (*screen.Env).Leave,
		} {
			plan, clock := screentest.Plan(t), &screentest.Clock{At: time.Date(2026, 11, 24, 14, 0, 0, 0, time.UTC)}
			env := screentest.Env(screentest.NewLog(clock.Now), plan, model.NewNight("2026-11-24"), model.EN)
			env.Visit(screen.History)
			c.say(env)
			env.Visit(screen.History)
			if env.Notice().Text != "said" {
				t.Errorf("%s is not said on its page", name)
			}
			if move(env); (env.Notice().Text == "said") != c.follow {
				t.Errorf("%s, %s: %q", name, direction, env.Notice().Text)
			}
		}
	}
}
