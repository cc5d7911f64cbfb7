package history

import (
	"time"

	tea "github.com/charmbracelet/bubbletea"

	"beatbook/model"
)

// subject is whose nights are shown.
type subject struct {
	view view
	id   string
}

func (p *Page) subject() subject { return subject{p.view, p.ids[p.view]} }

// details are what nights in full tell of a subject. They are read one by one, those about the cursor only.
type details struct {
	of      subject
	nights  map[model.Date]*detail
	reading reading
	request int // of the latest reading
}

// detail is what one night tells.
type detail struct {
	visits []model.PlaceVisit // of a checkpoint
	shifts []model.UnitShift  // of a unit
	stale  bool               // to be read again
}

// reading is a night that is being read in full.
type reading struct {
	request int // 0: none is
	of      subject
	night   model.Date
	stale   bool // a record has come meanwhile
}

// nightRead answers a reading.
type nightRead struct {
	reading
	detail detail
	err    error
}

// expire makes those nights be read again that were not settled for ever at a moment, and forgets those before the first one.
func (d *details) expire(first model.Date, now time.Time) {
	for night := range d.nights {
		switch {
		case night < first:
			delete(d.nights, night)
		case now.Before(model.SettledAt(night)):
			d.outdate(night)
		}
	}
}

// outdate makes a night be read again.
func (d *details) outdate(night model.Date) {
	if known := d.nights[night]; known != nil {
		known.stale = true
	}
	if d.reading.night == night {
		d.reading.stale = true
	}
}

// about forgets what was known of another subject.
func (d *details) about(s subject) {
	if d.of != s {
		d.of, d.nights = s, map[model.Date]*detail{}
	}
}

// detail is what is known of the night of a row; nil: nothing yet.
func (p *Page) detail(row int) *detail { return p.details.nights[p.rows[p.view][row].Night] }

// readOn reads the night in full that is wanted most.
func (p *Page) readOn() tea.Cmd {
	if p.past == nil || p.view == duty || p.details.reading.request != 0 || p.worker.Err != nil {
		return nil
	}
	night, wanted := p.wanted()
	if !wanted {
		return nil
	}
	p.details.request++
	r := reading{request: p.details.request, of: p.subject(), night: night}
	p.details.reading = r
	log, now := p.env.Log, p.past.now
	return func() tea.Msg {
		n, err := log.Night(r.night)
		if err != nil {
			return nightRead{reading: r, err: err}
		}
		if r.of.view == places {
			return nightRead{reading: r, detail: detail{visits: n.VisitsAt(r.of.id, now)}}
		}
		return nightRead{reading: r, detail: detail{shifts: n.ShiftsOf(r.of.id, now)}}
	}
}

// wanted is the night that is not known yet and nearest to the cursor, within a screen of it.
func (p *Page) wanted() (model.Date, bool) {
	at, rows := p.table().Cursor(), p.rows[p.view]
	for away := range p.height {
		for _, row := range []int{at + away, at - away} {
			if row < 0 || row >= len(rows) || rows[row].Total.Shifts == 0 {
				continue
			}
			if known := p.detail(row); known == nil || known.stale {
				return rows[row].Night, true
			}
		}
	}
	return "", false
}

func (p *Page) nightRead(msg nightRead) {
	if msg.request != p.details.reading.request {
		return
	}
	msg.detail.stale = p.details.reading.stale
	p.details.reading = reading{}
	switch {
	case msg.of != p.details.of: // another one is looked at now
	case msg.err != nil:
		p.worker.Err = msg.err
	default:
		p.details.nights[msg.night] = &msg.detail
	}
}
