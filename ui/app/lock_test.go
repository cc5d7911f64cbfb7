package app

import (
	"errors"
	"strconv"
	"strings"
	"testing"
	"time"

	tea "github.com/charmbracelet/bubbletea"

	"beatbook/data/seal"
	"beatbook/model"
	"beatbook/ui/theme"
)

// lockScenes are the states of the locked screen.
func lockScenes() []scene {
	return []scene{
		{"locked", func(w *world, say words) { manned(w, say); w.setPIN("2468"); w.press("ctrl+l") }},
		{"locked wrong PIN", func(w *world, say words) { manned(w, say); w.setPIN("2468"); w.press("ctrl+l", "1357", "enter") }},
		{"locked sealed", func(w *world, say words) {
			eventful(w, say)
			w.app.env.Passphrase = func(string) error { return seal.ErrPassphrase }
			w.press("ctrl+l", strings.Repeat("x", 40))
		}},
		{"locked taken over", func(w *world, say words) {
			manned(w, say)
			for _, name := range []string{"Wang Fang", strings.Repeat(say.note+" ", 8)} {
				if err := w.app.env.SetPIN(name, "2468"); err != nil {
					w.t.Fatal(err)
				}
			}
			w.press("ctrl+l", "tab", "24")
		}},
		{"screen saver", func(w *world, say words) { eventful(w, say); w.press("ctrl+l") }},
	}
}

func TestLockPictures(t *testing.T) {
	say := words{note: "路灯坏了，已报值班室", reason: "道路封闭"}
	for name, c := range map[string]struct {
		lang model.Lang
		keys []string
	}{
		"lock-zh-80x24": {model.ZH, []string{"ctrl+l", "246"}},
		"lock-en-80x24": {model.EN, []string{"ctrl+l", "1357", "enter", "24"}},
	} {
		t.Run(name, func(t *testing.T) {
			inWorldOf(t, fullPlan(t), func(w *world) {
				w.openWith(Config{Lang: c.lang, Theme: theme.Mono}, 80, 24)
				manned(w, say)
				w.setPIN("2468")
				w.press(c.keys...)
				w.picture(name)
			})
		})
	}
}

// locked wants the screen locked, and nothing of the page to be seen.
func (w *world) locked() {
	w.t.Helper()
	w.sees(w.app.env.Text.Lock.Locked)
	w.seesNot(w.app.env.Text.Desk.Title, "Wang Fang", "horn", "Horn", "Wanda")
}

// unlocked wants the board in sight.
func (w *world) unlocked() {
	w.t.Helper()
	w.seesNot(w.app.env.Text.Lock.Locked)
	w.sees(w.app.env.Text.Desk.Title)
}

// idle lets time go by without a key, a minute at a time.
func (w *world) idle(d time.Duration) {
	slow(w.t) // a quarter of an hour has nine hundred ticks
	for ; d > 0; d -= time.Minute {
		w.pass(min(d, time.Minute))
	}
}

// atLockedDesk runs a test at a desk with the PIN 2468 that has just been locked by hand.
func atLockedDesk(t *testing.T, test func(w *world)) {
	t.Helper()
	atDesk(t, func(w *world) {
		w.setPIN("2468")
		w.press("ctrl+l")
		w.locked()
		test(w)
	})
}

func TestTheDeskLocksWhenNobodyIsThere(t *testing.T) {
	atDesk(t, func(w *world) {
		w.setPIN("2468")
		w.press(":", "horn-1 2 f 占道")
		w.idle(14 * time.Minute)
		w.unlocked()
		w.idle(time.Minute + 3*time.Second)
		w.locked()
		w.press("2468", "enter")
		w.unlocked()
		w.sees("horn-1 2 f 占道")
		w.press("x")
		w.sees("horn-1 2 f 占道x")
	})
}

func TestWhenTheScreenLocks(t *testing.T) {
	minutes := func(n int) *int { return &n }
	for name, c := range map[string]struct {
		pin   bool
		set   *int
		after time.Duration
		locks bool
	}{
		"no PIN":         {false, nil, 8 * time.Hour, false},
		"PIN":            {true, nil, 16 * time.Minute, true},
		"PIN, early":     {true, nil, 14 * time.Minute, false},
		"never":          {true, minutes(0), 8 * time.Hour, false},
		"one":            {false, minutes(1), 2 * time.Minute, true},
		"damaged":        {true, minutes(-5), time.Hour, false},
		"as good as ten": {true, minutes(10), 11 * time.Minute, true},
	} {
		t.Run(name, func(t *testing.T) {
			atDesk(t, func(w *world) {
				if w.app.env.Settings.LockMinutes = c.set; c.pin {
					w.setPIN("2468")
				}
				w.press("down")
				w.idle(c.after)
				if locks := w.app.guard.page != nil; locks != c.locks {
					t.Errorf("locked: %v", locks)
				}
			})
		})
	}
}

func TestTheWorkGoesOnBehindTheLock(t *testing.T) {
	atLockedDesk(t, func(w *world) {
		rung := 0
		w.app.bell = func() { rung++ }
		before := len(w.app.env.Desk.Board.Alerts)
		w.sees("22:04:")
		w.idle(31 * time.Minute)
		w.sees("22:35:")
		if n := len(w.app.env.Desk.Board.Alerts); n <= before || rung == 0 {
			t.Errorf("%d alerts, before %d; the bell rang %d times", n, before, rung)
		}
		w.elsewhere(model.EndShift{Shift: w.shiftOf("horn-1").ID, Reason: "unwell"})
		w.locked()
		w.press("2468", "enter")
		w.onBoard(1)
	})
}

func TestNothingReachesThePageBehindTheLock(t *testing.T) {
	atDesk(t, func(w *world) {
		w.setPIN("2468")
		w.press(":", "half typed", "ctrl+l")
		w.locked()
		were := len(w.log.Records)
		for _, k := range []string{"a", "A", "esc", "tab", "q", "?", "f2", "ctrl+s", "ctrl+t", "L", "ctrl+l", "enter", "esc"} {
			w.press(k)
		}
		w.pass(time.Minute)
		w.press("1\x002")
		w.send(tea.MouseMsg{X: 5, Y: 5, Button: tea.MouseButtonLeft, Action: tea.MouseActionPress})
		w.send(tea.MouseMsg{X: 5, Y: 5, Button: tea.MouseButtonWheelDown, Action: tea.MouseActionPress})
		if w.press("ctrl+c"); w.quit {
			t.Error("ctrl+c has ended the program")
		}
		w.locked()
		w.pass(time.Minute)
		w.press("esc", "2468", "enter")
		w.unlocked()
		w.records(were, 0)
		w.sees("half typed")
		w.dialogs(0)
	})
}

func TestAWrongPINIsSlowed(t *testing.T) {
	atLockedDesk(t, func(w *world) {
		for _, wait := range []int{1, 2, 4, 8, 16, 30, 30} {
			w.press("1357", "enter")
			w.locked()
			w.sees("not the PIN", "Wait "+strconv.Itoa(wait)+" s")
			w.press("2468", "enter")
			w.locked()
			w.pass(time.Duration(wait-1) * time.Second)
			w.press("enter")
			w.locked()
			w.pass(time.Second + time.Millisecond)
			w.press("esc")
		}
		w.press("2468", "enter")
		w.unlocked()
		w.press("ctrl+l", "1357", "enter")
		w.sees("Wait 1 s")
	})
}

func TestTheOperatorsPINIsSlowedByTheSameCount(t *testing.T) {
	atLockedDesk(t, func(w *world) {
		w.press("1357", "enter")
		w.pass(1100 * time.Millisecond)
		w.press("2468", "enter")
		w.unlocked()
		w.pass(2 * time.Second)
		try := func(pin string) { w.press("ctrl+u", pin, "ctrl+s") }
		w.press("o", "tab", "Liu Qiang", "tab")
		try("1357")
		w.sees("not the PIN")
		try("2468")
		w.sees("Wait 1 s")
		w.press("esc", "ctrl+l", "2468", "enter")
		w.locked()
		w.pass(1100 * time.Millisecond)
		w.press("enter")
		w.unlocked()
	})
}

func TestTheSecretIsNotShown(t *testing.T) {
	atLockedDesk(t, func(w *world) {
		w.press("2468")
		w.sees("****")
		w.seesNot("2468")
		w.press("x", "enter")
		w.seesNot("*", "2468")
	})
}

func TestThePassphraseOfASealedFolderUnlocks(t *testing.T) {
	inWorld(t, func(w *world) {
		w.walk()
		w.open()
		w.app.env.Passphrase = func(typed string) error {
			if typed != "夜巡 的 密码" {
				return seal.ErrPassphrase
			}
			return nil
		}
		w.press("f", "n", "留言")
		w.idle(16 * time.Minute)
		w.locked()
		w.sees("Passphrase")
		w.press("密码", "enter")
		w.sees("not the passphrase")
		w.pass(2 * time.Second)
		w.press("夜巡", " 的 密码", "enter")
		w.sees("留言")
	})
}

func TestAScreenSaverGoesWithAnyKey(t *testing.T) {
	for name, wake := range map[string]tea.Msg{
		"f": keyOf("f"), "ctrl+c": keyOf("ctrl+c"), "enter": keyOf("enter"),
		"click": tea.MouseMsg{X: 10, Y: 5, Button: tea.MouseButtonLeft, Action: tea.MouseActionPress},
	} {
		t.Run(name, func(t *testing.T) {
			inWorld(t, func(w *world) {
				w.walk()
				w.open()
				w.press("ctrl+l", "ctrl+l", "f")
				w.sees(w.app.env.Text.Lock.Resting, "No PIN is set, so anybody can.", "To set one, end the program and run: beatbook desk pin")
				w.seesNot("Wanda", "张三")
				w.pass(time.Second)
				w.send(wake)
				w.sees("Wanda")
				w.send(wake)
				if w.quit {
					t.Error("the second tap has ended the program")
				}
				w.wrote()
				w.pass(2 * time.Second)
				w.press("f")
				w.wrote(model.CheckedIn)
			})
		})
	}
}

func TestTypingOnTakesTheLockAway(t *testing.T) {
	atDesk(t, func(w *world) {
		w.setPIN("2468")
		w.press(":", "horn-1 ")
		w.idle(15*time.Minute + 500*time.Millisecond)
		w.locked()
		w.press("2")
		w.unlocked()
		w.sees("horn-1 2")
		w.idle(15*time.Minute + 500*time.Millisecond)
		w.pass(3 * time.Second)
		w.press("9")
		w.locked()
	})
}

// The first key may come before the first tick. It is no key of whoever typed before.
func TestALaptopThatHasSleptIsLocked(t *testing.T) {
	atDesk(t, func(w *world) {
		w.setPIN("2468")
		w.press(":", "horn-1")
		for _, slept := range []time.Duration{time.Hour, -time.Hour} {
			w.offset += slept
			w.press("z")
			w.locked()
			w.press("z")
			w.locked()
			w.press("esc", "2468", "enter")
			w.unlocked()
			w.sees("horn-1")
			w.seesNot("horn-1z")
			w.pass(2 * time.Second)
		}
	})
}

// Enter that was hit twice must not send the line that waits behind the lock.
func TestTheSecondTapOfEnterSendsNothing(t *testing.T) {
	atDesk(t, func(w *world) {
		w.setPIN("2468")
		w.press(":", "horn-1 2 f")
		w.press("ctrl+l", "2468", "enter", "enter")
		w.unlocked()
		w.records(len(w.log.Records), 0)
		w.sees("horn-1 2 f")
		w.pass(2 * time.Second)
		were := len(w.log.Records)
		w.press("enter")
		w.records(were, 1)
	})
}

func TestADeskWithAPINStartsLocked(t *testing.T) {
	for name, c := range map[string]struct {
		pin, manned, locks bool
	}{
		"PIN and operator": {true, true, true},
		"no operator":      {true, false, true},
		"no PIN":           {false, true, false},
	} {
		t.Run(name, func(t *testing.T) {
			inWorld(t, func(w *world) {
				w.open()
				if c.manned {
					w.clock(19, 0)
					w.do(model.SignOn{Plan: w.plan, Operator: "Wang Fang"})
					w.clock(22, 4)
				}
				if c.pin {
					w.setPIN("2468")
					if err := w.log.SaveSettings(w.app.env.Settings); err != nil {
						t.Fatal(err)
					}
				}
				w.desk()
				if !c.locks {
					w.unlocked()
					return
				}
				w.locked()
				w.press("esc", "enter")
				w.locked()
				w.press("2468", "enter")
				w.unlocked()
				if c.manned {
					w.sees("Wang Fang is on duty since 19:00")
				}
			})
		})
	}
}

// Names and notes of the shift that is out are not for whoever finds the laptop.
func TestAPatrolLaptopWithAPINStartsLocked(t *testing.T) {
	inWorld(t, func(w *world) {
		w.walk()
		w.open()
		w.sees("Wanda")
		w.setPIN("2468")
		if err := w.log.SaveSettings(w.app.env.Settings); err != nil {
			t.Fatal(err)
		}
		w.open()
		w.locked()
		w.press("f", "q", "esc")
		w.locked()
		w.press("2468", "enter")
		w.sees("Wanda")
		w.wrote()
	})
}

func TestALockedScreenInASmallWindow(t *testing.T) {
	atLockedDesk(t, func(w *world) {
		w.resize(59, 16)
		w.press("2468", "enter")
		w.sees("60x16")
		w.resize(60, 16)
		w.locked()
		w.press("2468", "enter")
		w.unlocked()
	})
}

func TestADamagedPINIsSaid(t *testing.T) {
	atDesk(t, func(w *world) {
		w.app.env.Settings.PIN = "$argon2id$"
		w.press("ctrl+l", "2468", "enter")
		w.locked()
		w.sees("desk pin [NAME]", "--clear")
	})
}

func TestACheckThatCannotBeMadeIsSaid(t *testing.T) {
	inWorld(t, func(w *world) {
		w.walk()
		w.open()
		gate := make(chan error)
		w.app.env.Passphrase = func(string) error { return <-gate }
		w.press("ctrl+l", "x", "enter", "y", "enter")
		w.sees(w.app.env.Text.Lock.Checking)
		gate <- errors.New("the disk is gone")
		w.settle()
		w.locked()
		w.sees("the disk is gone")
	})
}
