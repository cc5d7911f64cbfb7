package model

import "encoding/json"

// Parser is ParseRecord for many records, one after the other: text that a device says again is kept once. The zero value is
// ready. It is not safe for use by several goroutines.
type Parser struct {
	plans *Plans           // nil, or those that the records are read with later: a plan that they know need not be looked through
	last  map[string]*said // by device, of records that were read without an error

	checkIn   saidAtCheckIn // of the record that was parsed last
	isCheckIn bool          // that one is
}

// said is the text of a record that the next one of its device is likely to have too.
type said struct {
	device string
	where  *pair // zone and night
	what   *pair // boot and kind
}

// ParseRecord reads the bytes of a record and keeps them. The record holds on to b. Every error wraps ErrRecord.
func ParseRecord(b []byte) (r Record, err error) {
	_, _, err = new(Parser).parse(b, &r)
	return r, err
}

// Parse is ParseRecord.
func (p *Parser) Parse(b []byte) (r Record, err error) {
	err = p.parseInto(b, &r)
	return r, err
}

// parseInto fills a record that is empty.
func (p *Parser) parseInto(b []byte, r *Record) error {
	last, now, err := p.parse(b, r)
	switch {
	case err != nil || now == said{}:
		return err
	case last == nil:
		last = new(said)
		set(&p.last, now.device, last)
	}
	if *last != now {
		*last = now
	}
	return nil
}

// parse gives what the device of the record said last, if it did, and what it says now, if the record was scanned.
func (p *Parser) parse(b []byte, r *Record) (last *said, now said, err error) {
	last, now = p.scan(b, r)
	if now == (said{}) {
		p.isCheckIn = false
		if *r, err = decodeRecord(b); err != nil {
			return nil, said{}, err
		}
	}
	r.raw = b
	return last, now, r.check(last)
}

// valid reports whether the body of a record is JSON. Most are check-ins, and most of the rest is made of plans: it takes
// json.Valid several times as long to say so.
func (p *Parser) valid(body scanner) bool {
	p.checkIn, p.isCheckIn = splitCheckedIn(body)
	return p.isCheckIn || p.plans != nil && p.plans.validStart(body.rest) || json.Valid(body.rest)
}
