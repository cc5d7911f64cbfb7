package model

import (
	"bytes"
	"fmt"
	"strconv"
	"time"
)

// HalfHours counts by the half hours of the clock on the wall: the first one is 00:00 to 00:30. As text it is those with
// a count, "43:2 44:1".
type HalfHours [48]int

func halfHour(local time.Time) int {
	hour, minute, _ := local.Clock()
	return hour*2 + minute/30
}

// Add adds other counts.
func (h *HalfHours) Add(o HalfHours) {
	for i, n := range o {
		h[i] += n
	}
}

// MarshalText writes the half hours with a count.
func (h HalfHours) MarshalText() ([]byte, error) {
	var b []byte
	for i, n := range h {
		if n == 0 {
			continue
		}
		if b != nil {
			b = append(b, ' ')
		}
		b = strconv.AppendInt(b, int64(i), 10)
		b = strconv.AppendInt(append(b, ':'), int64(n), 10)
	}
	return b, nil
}

// UnmarshalText reads what MarshalText writes.
func (h *HalfHours) UnmarshalText(b []byte) error {
	*h = HalfHours{}
	for word := range bytes.FieldsSeq(b) {
		at, count, _ := bytes.Cut(word, []byte(":"))
		i, err := strconv.Atoi(string(at))
		n, bad := strconv.Atoi(string(count))
		if err != nil || bad != nil || i < 0 || i >= len(h) {
			return fmt.Errorf("no count of a half hour: %q", word)
		}
		h[i] = n
	}
	return nil
}
