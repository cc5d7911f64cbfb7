package data

import (
	"bytes"
	"cmp"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"time"

	"beatbook/data/seal"
	"beatbook/model"
)

// latelyLines are the lines of each device that are looked at for their clocks. They are counted rather than dated: a clock
// that is wrong dates wrongly.
const latelyLines = 10_000

// surveyed is a journal after its lines were read once.
type surveyed struct {
	journal
	lines      int
	sealed     int    // lines that are encrypted
	firstPlain string // file of the first one that is not
	bytes      int64
	end        uint64 // ordinal and
	endSum     string // sum of the last good line

	damaged, missing, lost, torn Note // the first of each, and how many
	nights                       map[string]bool
	own                          bool      // the device wrote it here
	first                        time.Time // clock of the first record
	lately                       []model.Record
	adopted                      []model.Record
}

// survey reads each line of the journals once.
func (x *examiner) survey() {
	folders, err := os.ReadDir(x.store.path("journal"))
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		x.unreadable(PartJournal, x.store.path("journal"), err)
	}
	total := 2 * x.bytesUnder(inJournals) // chain reads them again
	done := int64(0)
	x.progress = func(more int64) {
		done += more
		x.o.Progress(int(done), int(total))
	}
	for _, f := range folders {
		device, ok := deviceOf(f.Name())
		if !ok || !f.IsDir() {
			x.note(JournalStrange, Note{Path: x.store.path(filepath.Join("journal", f.Name()))})
			continue
		}
		j := &surveyed{journal: *x.store.journal(device), nights: map[string]bool{}}
		if err := x.surveyJournal(j); err != nil && x.ctx.Err() == nil {
			x.unreadable(PartJournal, j.dir, err)
		}
		x.journals = append(x.journals, j)
		x.blind = x.blind || j.unread()
	}
}

func (x *examiner) surveyJournal(j *surveyed) error {
	if err := j.inspect(); err != nil && !errors.Is(err, ErrSealed) {
		return err
	}
	ending := j.last() // as the ends of its files say
	names, err := j.files()
	if err != nil {
		return err
	}
	for i, name := range names {
		path := filepath.Join(j.dir, name)
		err := eachPiece(path, 0, func(p piece) error {
			j.bytes += p.length
			if !p.ended && x.held && i == len(names)-1 {
				return nil // it is being written
			}
			j.take(path, p, ending)
			if p.number%linesAtOnce == 0 {
				return x.ctx.Err()
			}
			return nil
		})
		if err != nil {
			return err
		}
		if info, err := os.Stat(path); err == nil {
			x.progress(info.Size())
		}
	}
	return nil
}

// take reads one line.
func (j *surveyed) take(path string, p piece, ending uint64) {
	j.lines++
	if seal.IsSealedLine(p.text) {
		j.sealed++
	} else {
		j.firstPlain = cmp.Or(j.firstPlain, path)
	}
	l, err := j.parseLine(p.text)
	at := Note{Path: path, Line: p.number}
	switch {
	case errors.Is(err, ErrSealed):
	case !p.ended:
		tally(&j.torn, at, 1)
	case err != nil || l.n <= j.end:
		tally(&j.damaged, at, 1)
	default:
		if l.n > j.end+1 {
			tally(&j.missing, at, int(l.n-j.end-1))
		}
		j.end, j.endSum = l.n, l.sum()
		j.read(l, at, ending)
	}
}

// read takes from a line what later parts of the examination ask for.
func (j *surveyed) read(l line, at Note, ending uint64) {
	if !l.lost.IsZero() {
		tally(&j.lost, at, 1)
		return
	}
	j.nights[fieldOf(l.record, "night")] = true
	j.own = j.own || l.received.IsZero()
	adopts := model.Kind(fieldOf(l.record, "kind")) == model.PlanAdopted
	isLate := l.n+latelyLines > ending
	if !j.first.IsZero() && !adopts && !isLate {
		return
	}
	l.record = bytes.Clone(l.record)
	r, err := l.parse()
	if err != nil {
		return // the chain tells of it
	}
	if j.first.IsZero() {
		j.first = r.At
	}
	if adopts {
		j.adopted = append(j.adopted, r)
	}
	if isLate {
		j.lately = append(j.lately, model.Record{
			ID: r.ID, Device: r.Device, Seq: r.Seq, At: r.At, Night: r.Night, Elapsed: r.Elapsed, Boot: r.Boot, Received: r.Received,
		})
	}
}

// fieldOf is a text of the envelope of a record, which stands before everything that a person wrote.
func fieldOf(record []byte, name string) string {
	_, rest, _ := bytes.Cut(record, []byte(`"`+name+`":"`))
	value, _, _ := bytes.Cut(rest, []byte(`"`))
	return string(value)
}

// tally counts to the first of its kind.
func tally(first *Note, at Note, n int) {
	if first.Count == 0 {
		*first = at
	}
	first.Count += n
}

// unread reports whether there are lines that nobody could read without a key.
func (j *surveyed) unread() bool { return j.sealed > 0 && !j.form.readsSealed }

// journal says how each journal is.
func (x *examiner) journal() {
	for _, j := range x.journals {
		if j.unread() {
			x.noteOn(PartJournal, NeedsKey, Note{Device: j.device})
			continue
		}
		wrong := len(x.notes)
		for _, w := range []struct {
			code NoteCode
			Note
		}{{JournalDamaged, j.damaged}, {JournalGap, j.missing}, {JournalTorn, j.torn}, {JournalLost, j.lost}} {
			if w.Count > 0 {
				w.Device = j.device
				x.note(w.code, w.Note)
			}
		}
		if len(x.notes) == wrong {
			x.note(JournalFine, Note{Device: j.device, Count: j.lines, Bytes: j.bytes})
		}
	}
	if len(x.journals) == 0 {
		x.note(JournalsNone, Note{})
	}
}

// chain proves each record.
func (x *examiner) chain() {
	if len(x.journals) == 0 {
		return
	}
	before := int64(0)
	v, err := Verify(x.ctx, x.store.dir, VerifyOptions{Key: x.o.Key, Progress: func(done, _ int64) {
		x.progress(done - before)
		before = done
	}})
	switch {
	case errors.Is(err, ErrSealed):
		x.noteOn(PartChain, NeedsKey, Note{})
		return
	case x.ctx.Err() != nil:
		return
	case err != nil:
		x.unreadable(PartChain, x.store.path("journal"), err)
		return
	}
	for _, c := range v.Chains {
		x.noteChain(c)
	}
}

// followsDamage are the findings that a line leads to which cannot be read, is not where it belongs, or is in the index only.
var followsDamage = []FindingCode{LineUnreadable, LineMisplaced, RecordMissing, RecordGone, LinkBroken}

func (x *examiner) isDamaged(device string) bool {
	isAhead := func(n Note) bool { return n.Code == IndexAhead && n.Device == device }
	return slices.ContainsFunc(x.notes, isAhead) || slices.ContainsFunc(x.journals, func(j *surveyed) bool { return j.device == device && j.damaged.Count+j.missing.Count > 0 })
}

func (x *examiner) noteChain(c Chain) {
	for _, f := range c.Findings {
		code := ChainBroken
		switch {
		case f.Code == Unsigned:
			code = ChainUnsigned
		case slices.Contains(followsDamage, f.Code) && x.isDamaged(c.Device):
			code = ChainDamaged
		}
		x.note(code, Note{Device: c.Device, Path: f.File, Line: f.Line, Count: f.Count, Finding: &f})
	}
	if len(c.Findings) == 0 {
		x.note(ChainFine, Note{Device: c.Device, Count: c.Records})
	}
}
