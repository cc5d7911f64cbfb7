package model

import "encoding/json"

// Parser is ParseRecord for many records, one after the other: text that a device says again is kept once. That of a night
// also spares the night what it has looked through already. The zero value is ready. It is not safe for use by several
// goroutines.
type Parser struct {
	plans *Plans           // nil, or those that the records are read with later: a plan that they know need not be looked through
	last  map[string]*said // by device, of records that were read without an error

	body    []byte // of the record that was parsed last, where that is a check-in
	checkIn saidAtCheckIn
}

// said is the text of a record that the next one of its device is likely to have too.
type said struct {
	device, zone, boot string
	night              Date
	kind               Kind
}

// ParseRecord reads the bytes of a record and keeps them. The record holds on to b. Every error wraps ErrRecord.
func ParseRecord(b []byte) (r Record, err error) {
	_, err = new(Parser).parse(b, &r)
	return r, err
}

// Parse is ParseRecord.
func (p *Parser) Parse(b []byte) (r Record, err error) {
	last, err := p.parse(b, &r)
	if err != nil {
		return r, err
	}
	if last.device == "" {
		set(&p.last, r.Device, last)
	}
	*last = said{r.Device, r.Zone, r.Boot, r.Night, r.Kind}
	return r, nil
}

// parse fills the record, and gives what its device said last.
func (p *Parser) parse(b []byte, r *Record) (last *said, err error) {
	last, scanned := p.scan(b, r)
	if !scanned {
		last = &said{}
		if *r, err = decodeRecord(b); err != nil {
			return nil, err
		}
	}
	r.raw = b
	return last, r.check(last)
}

// valid reports whether the body of a record is JSON. Most are check-ins, and most of the rest is made of plans: it takes
// json.Valid several times as long to say so.
func (p *Parser) valid(body []byte) bool {
	if checkIn, ok := splitCheckedIn(body); ok {
		p.body, p.checkIn = body, checkIn
		return true
	}
	return p.plans != nil && p.plans.validStart(body) || json.Valid(body)
}

// split is splitCheckedIn, which need not be done again for the record that was parsed last.
func (p *Parser) split(body []byte) (saidAtCheckIn, bool) {
	if len(body) > 0 && len(body) == len(p.body) && &body[0] == &p.body[0] {
		return p.checkIn, true
	}
	return splitCheckedIn(body)
}
