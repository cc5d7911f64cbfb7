package model

import (
	"bytes"
	"encoding/json"
	"strconv"
	"time"
	"unicode/utf8"
)

// scanEnvelope reads the bytes that Numbered writes, many times as fast as encoding/json: a night of two thousand
// records is to be on the screen at once, and a year of them is to be counted in a second. It reports false for anything
// else that may be a record all the same. Text that the last record has too is not kept twice.
func scanEnvelope(b []byte, last *Record) (envelope, bool) {
	const prev = `,"prev":"`
	var e envelope
	s := scanner{rest: b, ok: true}
	e.ID = s.text(`{"id":"`, "")
	e.Device = s.text(`,"device":"`, last.Device)
	e.Seq = uint64(s.number(`,"seq":`))
	if s.has(prev) {
		e.Prev = s.text(prev, "")
	}
	at := s.raw(`,"at":"`)
	e.Zone = s.text(`,"zone":"`, last.Zone)
	e.Night = Date(s.text(`,"night":"`, string(last.Night)))
	e.Elapsed = s.number(`,"elapsed":`)
	e.Boot = s.text(`,"boot":"`, last.Boot)
	e.Kind = Kind(s.text(`,"kind":"`, string(last.Kind)))
	e.Body = s.last(`,"body":`)
	return e, s.ok && e.At.UnmarshalText(at) == nil
}

// decodeCheckedIn reads the body of a check-in, of which a night has the most: what Decide writes is scanned, anything
// else decoded.
func decodeCheckedIn(r Record) (CheckedInBody, error) {
	if body, ok := scanCheckedIn(r.Body); ok {
		return body, nil
	}
	return Decode[CheckedInBody](r)
}

func scanCheckedIn(b []byte) (body CheckedInBody, ok bool) {
	const note, reportedFor = `,"note":"`, `,"for":"`
	s := scanner{rest: b, ok: true}
	body.Shift = s.text(`{"shift":"`, "")
	body.Checkpoint = s.text(`,"checkpoint":"`, "")
	body.Mode = Mode(s.text(`,"mode":"`, string(Foot)))
	if s.has(note) {
		body.Note = s.text(note, "")
	}
	if s.has(reportedFor) {
		body.For = new(time.Time)
		s.ok = body.For.UnmarshalText(s.raw(reportedFor)) == nil && s.ok
	}
	return body, s.ok && string(s.rest) == "}"
}

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
	end, ascii := 0, true
	for end < len(s.rest) && s.rest[end] != '"' && s.rest[end] != '\\' && s.rest[end] >= ' ' {
		ascii = ascii && s.rest[end] < utf8.RuneSelf
		end++
	}
	if s.ok = end < len(s.rest) && s.rest[end] == '"' && (ascii || utf8.Valid(s.rest[:end])); !s.ok {
		return nil
	}
	text := s.rest[:end]
	s.rest = s.rest[end+1:]
	return text
}

// text is a string without escapes behind the prefix: the known one where it is the same.
func (s *scanner) text(prefix, known string) string {
	text := s.raw(prefix)
	if string(text) == known {
		return known
	}
	return string(text)
}

// number is a whole number that is not negative behind the prefix.
func (s *scanner) number(prefix string) int64 {
	if !s.expect(prefix) {
		return 0
	}
	end := bytes.IndexByte(s.rest, ',')
	if end < 1 || s.rest[0] < '0' || s.rest[0] > '9' || s.rest[0] == '0' && end > 1 {
		s.ok = false
		return 0
	}
	n, err := strconv.ParseInt(string(s.rest[:end]), 10, 64)
	s.ok = s.ok && err == nil
	s.rest = s.rest[end:]
	return n
}

// last is the value behind the prefix that ends with the record.
func (s *scanner) last(prefix string) json.RawMessage {
	if !s.expect(prefix) {
		return nil
	}
	body, found := bytes.CutSuffix(s.rest, []byte("}"))
	s.ok = found && (plain(body) || json.Valid(body))
	return body
}

// plain reports whether b is an object of strings without escapes. Most bodies are, and it takes json.Valid several times
// as long to say so.
func plain(b []byte) bool {
	s := scanner{rest: b, ok: true}
	s.raw(`{"`)
	s.raw(`:"`)
	for s.ok && string(s.rest) != "}" {
		s.raw(`,"`)
		s.raw(`:"`)
	}
	return s.ok
}
