package data

import (
	"bytes"
	"crypto/sha256"
	"encoding/base64"
	"encoding/hex"
	"errors"
	"fmt"
	"strconv"
	"time"

	"beatbook/data/seal"
	"beatbook/model"
)

const (
	lineTime = "2006-01-02T15:04:05.000Z"
	sumBytes = 8
	// longestLine leaves room for what stands around the record, and for the base64 of a sealed one.
	longestLine = (model.MaxRecord + 1024) * 4 / 3
)

var errLine = errors.New("not a line of a journal")

// line is one line of a journal: a record, or the memory of one that was lost.
type line struct {
	n        uint64    // from 1 in the device's journal
	received time.Time // to the millisecond; zero for what this device wrote
	lost     time.Time // to the millisecond; set in place of the record
	record   []byte

	signature []byte // of the record; nil: none
}

func (l line) sum() string {
	h := sha256.New()
	b := strconv.AppendUint(make([]byte, 0, 256), l.n, 10)
	b = append(b, ' ')
	if when := l.received; !when.IsZero() {
		b = when.UTC().AppendFormat(b, lineTime)
	}
	if !l.lost.IsZero() {
		b = l.lost.UTC().AppendFormat(b, lineTime)
	}
	b = append(b, ' ')
	if l.signature != nil {
		b = append(base64.RawURLEncoding.AppendEncode(b, l.signature), ' ')
	}
	h.Write(b)
	h.Write(l.record)
	return hex.EncodeToString(h.Sum(nil)[:sumBytes])
}

// appendTo adds the line to b, with its end.
func (l line) appendTo(b []byte) []byte {
	b = fmt.Appendf(b, `{"n":%d,"sum":"%s",`, l.n, l.sum())
	if !l.lost.IsZero() {
		b = append(b, `"lost":"`...)
		b = l.lost.UTC().AppendFormat(b, lineTime)
		return append(b, "\"}\n"...)
	}
	if !l.received.IsZero() {
		b = append(b, `"received":"`...)
		b = l.received.UTC().AppendFormat(b, lineTime)
		b = append(b, `",`...)
	}
	if l.signature != nil {
		b = append(b, `"signed":"`...)
		b = base64.RawURLEncoding.AppendEncode(b, l.signature)
		b = append(b, `",`...)
	}
	b = append(b, `"record":`...)
	b = append(b, l.record...)
	return append(b, "}\n"...)
}

// parseLine reads a line without its end. Only what appendTo writes is a line: whatever differs is damage.
func parseLine(b []byte) (line, error) {
	var l line
	rest, ok := bytes.CutPrefix(b, []byte(`{"n":`))
	digits, rest, found := bytes.Cut(rest, []byte(`,"sum":"`))
	n, err := strconv.ParseUint(string(digits), 10, 64)
	if !ok || !found || err != nil || n == 0 || len(rest) < 2*sumBytes {
		return line{}, errLine
	}
	l.n = n
	rest, ok = bytes.CutPrefix(rest[2*sumBytes:], []byte(`",`))
	if !ok {
		return line{}, errLine
	}
	if text, isLost := bytes.CutPrefix(rest, []byte(`"lost":"`)); isLost {
		if l.lost, rest, ok = cutTime(text); !ok || string(rest) != `}` {
			return line{}, errLine
		}
		return l, l.written(b)
	}
	if text, isReceived := bytes.CutPrefix(rest, []byte(`"received":"`)); isReceived {
		if l.received, rest, ok = cutTime(text); !ok {
			return line{}, errLine
		}
		if rest, ok = bytes.CutPrefix(rest, []byte(`,`)); !ok {
			return line{}, errLine
		}
	}
	if text, isSigned := bytes.CutPrefix(rest, []byte(`"signed":"`)); isSigned {
		if l.signature, rest, ok = cutSignature(text); !ok {
			return line{}, errLine
		}
	}
	rest, ok = bytes.CutPrefix(rest, []byte(`"record":`))
	if !ok || len(rest) < 2 || rest[len(rest)-1] != '}' || bytes.IndexByte(rest, '\n') >= 0 {
		return line{}, errLine
	}
	l.record = rest[:len(rest)-1]
	return l, l.written(b)
}

// written tells whether the line is what b says.
func (l line) written(b []byte) error {
	again := l.appendTo(make([]byte, 0, len(b)+1))
	if !bytes.Equal(again[:len(again)-1], b) {
		return errLine
	}
	return nil
}

func cutSignature(b []byte) (signature, rest []byte, ok bool) {
	text, rest, found := bytes.Cut(b, []byte(`",`))
	s, err := seal.ParseSignature(text)
	return s[:], rest, found && err == nil
}

func cutTime(b []byte) (time.Time, []byte, bool) {
	if len(b) <= len(lineTime) || b[len(lineTime)] != '"' {
		return time.Time{}, nil, false
	}
	t, err := time.Parse(lineTime, string(b[:len(lineTime)]))
	return t, b[len(lineTime)+1:], err == nil && !t.IsZero()
}
