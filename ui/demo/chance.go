package demo

import (
	"encoding/binary"
	"math/rand/v2"
	"time"

	"github.com/oklog/ulid/v2"
)

// chance throws dice that fall the same for the same seed.
type chance struct {
	*rand.Rand
	source *rand.ChaCha8
}

func newChance(seed uint64) *chance {
	var key [32]byte
	binary.LittleEndian.PutUint64(key[:], seed)
	source := rand.NewChaCha8(key)
	return &chance{rand.New(source), source}
}

func (c *chance) percent(n int) bool { return c.IntN(100) < n }

// upTo is a time span from 0 to d in whole seconds.
func (c *chance) upTo(d time.Duration) time.Duration {
	return time.Duration(c.Int64N(int64(d/time.Second)+1)) * time.Second
}

// between is a moment from a to b, or a where b is not later.
func (c *chance) between(a, b time.Time) time.Time { return a.Add(c.upTo(max(b.Sub(a), 0))) }

// id is a ULID of the moment.
func (c *chance) id(at time.Time) (string, error) {
	id, err := ulid.New(ulid.Timestamp(at), c.source)
	return id.String(), err
}

func pick[T any](c *chance, list []T) T { return list[c.IntN(len(list))] }

func laterOf(a, b time.Time) time.Time {
	if a.After(b) {
		return a
	}
	return b
}

func earlierOf(a, b time.Time) time.Time {
	if a.Before(b) {
		return a
	}
	return b
}
