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
func ParseRecord(b []byte) (Record, error) {
	r, _, err := new(Parser).parse(b)
	return r, err
}

// Parse is ParseRecord.
func (p *Parser) Parse(b []byte) (Record, error) {
	r, last, err := p.parse(b)
	if err != nil {
		return r, err
	}
	if last.device == "" {
		set(&p.last, r.Device, last)
	}
	*last = said{r.Device, r.Zone, r.Boot, r.Night, r.Kind}
	return r, nil
}

// parse gives the record, and what its device said last.
func (p *Parser) parse(b []byte) (Record, *said, error) {
	e, last, scanned := p.scanEnvelope(b)
	if !scanned {
		var err error
		if e, err = decodeEnvelope(b); err != nil {
			return Record{}, nil, err
		}
		last = &said{}
	}
	r := Record{
		ID: e.ID, Device: e.Device, Seq: e.Seq, Prev: e.Prev, At: e.At.UTC(), Zone: e.Zone, Night: e.Night,
		Elapsed: milliseconds(e.Elapsed), Boot: e.Boot, Kind: e.Kind, Body: e.Body, raw: b,
	}
	return r, last, r.check(last)
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
