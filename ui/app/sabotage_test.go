package app_test

import (
	"context"
	"os"
	"strings"
	"sync/atomic"

	"beatbook/data"
	"beatbook/model"
	"beatbook/ui/session"
)

// note is what people type.
const note = "路灯坏了，已报值班室"

// sabotaged is a log that panics once, with what people have typed in its hands.
type sabotaged struct {
	session.Log
	where string // "update" or "command"
	wire  string // file that lets it panic when it is there, or when it can be read
	done  *atomic.Bool
}

// sabotage reads a value of programKey: where, a colon and the wire.
func sabotage(how string) func(*data.Store) session.Log {
	where, wire, _ := strings.Cut(how, ":")
	return func(s *data.Store) session.Log { return sabotaged{s, where, wire, new(atomic.Bool)} }
}

// Stamp is asked for by Update, each second.
func (s sabotaged) Stamp() model.Stamp {
	if _, err := os.Stat(s.wire); s.where == "update" && err == nil && s.done.CompareAndSwap(false, true) {
		_ = []string{note}[len(note)]
	}
	return s.Log.Stamp()
}

// Append is called by a command.
func (s sabotaged) Append(ctx context.Context, records ...model.Record) ([]model.Record, error) {
	if s.where == "command" && s.done.CompareAndSwap(false, true) {
		_, _ = os.ReadFile(s.wire)
		panic(string(records[0].Body) + note)
	}
	return s.Log.Append(ctx, records...)
}
