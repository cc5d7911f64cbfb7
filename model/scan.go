package model

import (
	"bytes"
	"encoding/json"
	"strings"
	"time"
	"unicode/utf8"
)

// scan reads the bytes that Numbered writes, many times as fast as encoding/json: a night of two thousand records is to be
// on the screen at once, and a year of them is to be counted in a second. It reports false for anything else that may be a
// record all the same. Text that the device said last is not kept twice.
func (p *Parser) scan(b []byte, r *Record) (last *said, ok bool) {
	const prev = `,"prev":"`
	s := scanner{rest: b, ok: true}
	r.ID = string(s.raw(`{"id":"`))
	device := s.raw(`,"device":"`)
	if last = p.last[string(device)]; last == nil {
		last = &said{}
	}
	r.Device = known(device, last.device)
	r.Seq = uint64(s.number(`,"seq":`))
	if s.has(prev) {
		r.Prev = string(s.raw(prev))
	}
	at := s.raw(`,"at":"`)
	r.Zone = s.text(`,"zone":"`, last.zone)
	r.Night = Date(s.text(`,"night":"`, string(last.night)))
	r.Elapsed = milliseconds(s.number(`,"elapsed":`))
	r.Boot = s.text(`,"boot":"`, last.boot)
	r.Kind = Kind(s.text(`,"kind":"`, string(last.kind)))
	r.Body = s.last(`,"body":`)
	if !s.ok || !p.valid(r.Body) || r.At.UnmarshalText(at) != nil {
		return last, false
	}
	r.At = r.At.UTC()
	return last, true
}

// checkIn reads what splitCheckedIn found. It reports false where the time is none.
func (t texts) checkIn(said saidAtCheckIn, body *CheckedInBody) bool {
	body.Shift, body.Checkpoint = t.of(said.shift), t.of(said.checkpoint)
	body.Mode, body.Note = Mode(known(said.mode, string(Foot))), string(said.note)
	if said.at == nil {
		return true
	}
	body.For = new(time.Time)
	return body.For.UnmarshalText(said.at) == nil
}

// saidAtCheckIn are the texts in the body of a check-in.
type saidAtCheckIn struct{ shift, checkpoint, mode, note, at []byte }

// splitCheckedIn cuts up the body of a check-in, of which a night has the most, as Decide writes it for the unit itself. It
// reports false for anything else that may be one all the same.
func splitCheckedIn(b []byte) (said saidAtCheckIn, ok bool) {
	const note, reportedFor = `,"note":"`, `,"for":"`
	s := scanner{rest: b, ok: true}
	said.shift = s.raw(`{"shift":"`)
	said.checkpoint = s.raw(`,"checkpoint":"`)
	said.mode = s.raw(`,"mode":"`)
	if s.has(note) {
		said.note = s.raw(note)
	}
	if s.has(reportedFor) {
		said.at = s.raw(reportedFor)
	}
	return said, s.ok && string(s.rest) == "}"
}

// texts are those that many check-ins of a night have in common, each kept once.
type texts map[string]string

func (t texts) of(b []byte) string {
	text, known := t[string(b)]
	if !known {
		text = string(b)
		t[text] = text
	}
	return text
}

const mostDigits = 18 // of a number that fits an int64

type scanner struct {
	rest []byte
	ok   bool
}

func (s *scanner) has(prefix string) bool {
	return len(s.rest) >= len(prefix) && string(s.rest[:len(prefix)]) == prefix
}

func (s *scanner) expect(prefix string) bool {
	s.ok = s.ok && s.has(prefix)
	if s.ok {
		s.rest = s.rest[len(prefix):]
	}
	return s.ok
}

// raw is a string without escapes behind the prefix.
func (s *scanner) raw(prefix string) []byte {
	if !s.expect(prefix) {
		return nil
	}
	end := bytes.IndexByte(s.rest, '"')
	if s.ok = end >= 0 && unescaped(s.rest[:end]); !s.ok {
		return nil
	}
	text := s.rest[:end]
	s.rest = s.rest[end+1:]
	return text
}

// Kinds of bytes in a string of JSON.
const (
	notPlain = 1 << iota // a control character, or the beginning of an escape
	notASCII
	notInID
)

var byteKinds = func() (kinds [256]byte) {
	const inID = "0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ-_."
	for c := range kinds {
		switch {
		case c < ' ' || c == '\\':
			kinds[c] = notPlain
		case c >= utf8.RuneSelf:
			kinds[c] = notASCII
		}
		if strings.IndexByte(inID, byte(c)) < 0 {
			kinds[c] |= notInID
		}
	}
	return kinds
}()

// unescaped reports whether b stands for itself in a string of JSON.
func unescaped(b []byte) bool {
	var found byte
	for _, c := range b {
		found |= byteKinds[c]
	}
	return found&notPlain == 0 && (found&notASCII == 0 || utf8.Valid(b))
}

// text is a string without escapes behind the prefix: the known one where it is the same.
func (s *scanner) text(prefix, last string) string {
	return known(s.raw(prefix), last)
}

// known is the text, and the very same one where it is known.
func known(text []byte, last string) string {
	if string(text) == last {
		return last
	}
	return string(text)
}

// number is a whole number that is not negative behind the prefix.
func (s *scanner) number(prefix string) (n int64) {
	if !s.expect(prefix) {
		return 0
	}
	digits := 0
	for digits < len(s.rest) && '0' <= s.rest[digits] && s.rest[digits] <= '9' {
		n = n*10 + int64(s.rest[digits]-'0')
		digits++
	}
	s.ok = digits == 1 || 1 < digits && digits <= mostDigits && s.rest[0] != '0'
	s.rest = s.rest[digits:]
	return n
}

// last is the value behind the prefix that ends with the record.
func (s *scanner) last(prefix string) json.RawMessage {
	if !s.expect(prefix) {
		return nil
	}
	var body []byte
	body, s.ok = bytes.CutSuffix(s.rest, []byte("}"))
	return body
}
