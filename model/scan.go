package model

import (
	"bytes"
	"encoding/binary"
	"time"
	"unicode/utf8"
)

// scan reads the bytes that Numbered writes, many times as fast as encoding/json: a night of two thousand records is to be
// on the screen at once, and a year of them is to be counted in a second. What is said now is empty for anything else that may
// be a record all the same. Text that the device said last is not kept twice.
func (p *Parser) scan(b []byte, r *Record) (last *said, now said) {
	const prev = `,"prev":"`
	s := scanner{rest: b, ok: true, plain: len(b) < usualLength && plain(b)}
	r.ID = string(s.raw(`{"id":"`))
	device := s.raw(`,"device":"`)
	if last = p.last[string(device)]; last != nil {
		now = *last
	} else {
		now.device = string(device)
	}
	r.Device = now.device
	r.Seq = uint64(s.number(`,"seq":`))
	if s.has(prev) {
		r.prev = s.raw(prev)
	}
	at := s.raw(`,"at":"`)
	now.where = s.pair(`,"zone":"`, `,"night":"`, now.where)
	r.Elapsed = milliseconds(s.number(`,"elapsed":`))
	now.what = s.pair(`,"boot":"`, `,"kind":"`, now.what)
	s.toEnd(`,"body":`)
	if !s.ok || !p.valid(s) || r.At.UnmarshalText(at) != nil {
		return nil, said{}
	}
	r.Zone, r.Night, r.Boot, r.Kind = now.where.first, Date(now.where.second), now.what.first, Kind(now.what.second)
	r.Body, r.At = s.rest, r.At.UTC()
	return last, now
}

// pair is two texts that stand behind each other, and what they stand in.
type pair struct{ all, first, second string }

// pair reads the texts behind two prefixes, or takes the last ones where they are said again. It is nil where they are not
// there.
func (s *scanner) pair(prefix, second string, last *pair) *pair {
	if last != nil && s.has(last.all) {
		s.rest = s.rest[len(last.all):]
		return last
	}
	from := s.rest
	a, b := s.raw(prefix), s.raw(second)
	if !s.ok {
		return nil
	}
	all := string(from[:len(from)-len(s.rest)])
	end := len(prefix) + len(a)
	return &pair{all, all[len(prefix):end], all[len(all)-1-len(b) : len(all)-1]}
}

// usualLength is what most records do not reach in bytes. What is longer is mostly a plan that was looked through before: of
// that only the texts around it are looked at, each by itself.
const usualLength = 1 << 10

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
func splitCheckedIn(s scanner) (said saidAtCheckIn, ok bool) {
	const note, reportedFor = `,"note":"`, `,"for":"`
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
	rest  []byte
	ok    bool
	plain bool // the rest is known to be
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
	if s.ok = end >= 0 && (s.plain || plain(s.rest[:end])); !s.ok {
		return nil
	}
	text := s.rest[:end]
	s.rest = s.rest[end+1:]
	return text
}

// plain reports whether text holds only what stands for itself in a string of JSON: no control character, no beginning of an
// escape, and valid UTF-8.
func plain(text []byte) bool {
	const blanks, top = 0x2020202020202020, 0x8080808080808080
	var below uint64 // has a top bit where a byte came before the blank
	rest := text
	for ; len(rest) >= 16; rest = rest[16:] {
		a, b := binary.LittleEndian.Uint64(rest), binary.LittleEndian.Uint64(rest[8:])
		below |= (a-blanks)&^a | (b-blanks)&^b
	}
	for _, c := range rest {
		if c < ' ' {
			return false
		}
	}
	return below&top == 0 && bytes.IndexByte(text, '\\') < 0 && utf8.Valid(text)
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

// toEnd leaves the value behind the prefix that ends with the record.
func (s *scanner) toEnd(prefix string) {
	if s.expect(prefix) {
		s.rest, s.ok = bytes.CutSuffix(s.rest, []byte("}"))
	}
}
