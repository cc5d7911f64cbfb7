package app

import (
	"context"
	"testing"
	"time"

	"beatbook/data"
	"beatbook/model"
	"beatbook/ui/session"
	"beatbook/ui/theme"
)

var backedUp = data.BackupResult{Path: "/media/stick/beatbook-X", NewLines: 12}

// backUpWith has the screen make backups with a function.
func (w *world) backUpWith(backUp func(context.Context) (data.BackupResult, error)) *session.Backups {
	w.app.env.Backups = session.NewBackups(backUp)
	return w.app.env.Backups
}

func (w *world) endShift() {
	w.do(model.EndShift{Shift: w.shift, Reason: "storm"})
	w.settle()
}

func TestABackupFollowsTheEndOfAShift(t *testing.T) {
	inWorld(t, func(w *world) {
		w.walk()
		w.open()
		made := 0
		w.backUpWith(func(context.Context) (data.BackupResult, error) {
			made++
			return backedUp, nil
		})
		w.do(model.CheckIn{Shift: w.shift, Checkpoint: "wanda-south"})
		w.settle()
		w.seesNot("Backed up")
		w.endShift()
		w.sees("Backed up to stick, new lines: 12")
		if made != 1 {
			t.Errorf("%d backups", made)
		}
	})
}

func TestABackupThatFailsIsNotInTheWay(t *testing.T) {
	for kind, sentence := range map[error]string{
		data.ErrNoTarget: "The stick is missing (stick): no backup. The records are safe here", data.ErrReadOnly: "No backup was made; the records are safe here.",
	} {
		wantFailure(t, &data.PathError{Path: "/media/stick", Kind: kind}, sentence)
	}
}

func wantFailure(t *testing.T, failure error, want string) {
	t.Helper()
	inWorld(t, func(w *world) {
		w.walk()
		w.open()
		b := w.backUpWith(func(context.Context) (data.BackupResult, error) {
			return data.BackupResult{}, failure
		})
		w.endShift()
		w.sees(want)
		w.press("q")
		if !w.quit || b.Pending() {
			t.Error("it keeps the program from ending")
		}
	})
}

// While a backup takes its time the screen goes on; what ends meanwhile is in the next one.
func TestASlowBackup(t *testing.T) {
	inWorld(t, func(w *world) {
		w.walk()
		w.open()
		made, stick := 0, make(chan struct{})
		b := w.backUpWith(func(context.Context) (data.BackupResult, error) {
			<-stick
			made++
			return backedUp, nil
		})
		w.endShift()
		w.press("l")
		w.sees("Log")
		w.begin("horn-1", "night-market", model.Foot, "张三")
		w.endShift()
		if !b.Pending() {
			t.Error("none is under way")
		}
		close(stick)
		w.settle()
		w.sees("Backed up to stick")
		if made != 2 || b.Pending() {
			t.Errorf("%d backups", made)
		}
	})
}

func TestWhereNoBackupIsSetNoneIsSaid(t *testing.T) {
	inWorld(t, func(w *world) {
		w.walk()
		w.open()
		w.backUpWith(func(context.Context) (data.BackupResult, error) { return data.BackupResult{}, nil })
		w.endShift()
		w.seesNot("Backed up", "No backup")
	})
}

// What a command says of a backup the screen says too: of files that anybody can read once, of damage where there is more.
func TestWhatABackupWarnsOf(t *testing.T) {
	for lang, c := range map[model.Lang]struct{ readable, damaged, done string }{
		model.ZH: {"其中 2 个旧文件没有加密，谁都能读", "本机数据有 3 行已损坏：请运行 beatbook verify", "已备份到 stick"},
		model.EN: {"anybody can read old files there: 2.", "lines of the data here are damaged: 3. Run beatbook verify", "Backed up to stick"},
	} {
		t.Run(string(lang), func(t *testing.T) {
			inWorld(t, func(w *world) {
				w.openWith(Config{Lang: lang, Theme: theme.Mono}, 80, 24)
				came := backedUp
				came.Readable = []string{"journal/a", "journal/b"}
				w.backUpWith(func(context.Context) (data.BackupResult, error) { return came, nil })
				for _, want := range []string{c.readable, c.done, c.damaged} {
					w.begin("horn-1", "night-market", model.Foot, "张三")
					w.endShift()
					w.sees(want)
					if want != c.readable {
						w.seesNot(c.readable)
					}
					w.pass(time.Minute)
					if want == c.done {
						came.Unreadable = 3
					}
				}
			})
		})
	}
}
