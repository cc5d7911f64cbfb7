package data

import (
	"bytes"
	"cmp"
	"context"
	"crypto/sha256"
	"encoding/base64"
	"errors"
	"path/filepath"
	"runtime"
	"slices"

	"golang.org/x/sync/errgroup"

	"beatbook/data/seal"
	"beatbook/model"
)

// linesAtOnce are checked by one goroutine before it takes the next ones.
const linesAtOnce = 256

// walk goes through the journals of a verification.
type walk struct {
	options     VerifyOptions
	form        form
	done, total int64  // bytes
	torn        string // file of the journal whose last line is not whole

	known known
	knows bool   // the folder has a note of the devices that it knows
	note  string // its path
}

// link is a record as far as its place in the series goes.
type link struct {
	seq        uint64
	hash, prev [sha256.Size]byte
	signed     bool // its device has a key, and names the record before each
	asked      bool // it is of the night that was asked for
	doubtful   bool // it is found wrong as it is
	file       string
	line       int
}

// checked is what came of one line.
type checked struct {
	link
	n      uint64 // ordinal of the line; 0: unknown
	device string
	wrong  []Finding
}

// text is a line of a journal with its place.
type text struct {
	bytes []byte // nil: longer than any line
	file  string
	line  int
}

// chain reads the journal of a device and walks along its series.
func (w *walk) chain(ctx context.Context, j journalFiles) (Chain, error) {
	c := Chain{Device: j.device}
	w.torn = ""
	var links []link
	at := places{anywhere: j.part}
	err := w.read(ctx, j, func(one checked) {
		if c.Device == "" {
			c.Device = one.device
		}
		links = c.take(one, &at, links)
	})
	if err != nil {
		return c, err
	}
	slices.SortStableFunc(links, bySeq)
	c.Torn = w.torn
	c.follow(links, j.part)
	c.missLines(at.behind)
	c.meet(links, w.options.Heads)
	w.recall(&c, links)
	if j.part && c.Records == 0 && len(c.Findings) == 0 {
		if device, ok := deviceOf(filepath.Base(filepath.Dir(j.paths[0]))); ok {
			c.Device = device
		}
		c.found(Finding{Code: NothingThere, File: j.paths[0]})
	}
	return c, w.compareAsides(ctx, &c, links, j.asides)
}

// take finds what is wrong with one line, and adds its record to the links.
func (c *Chain) take(one checked, at *places, links []link) []link {
	if one.device != "" && one.device != c.Device {
		one.wrong = append(one.wrong, Finding{Code: WrongDevice, Seq: one.seq, File: one.file, Line: one.line, Expected: c.Device, Found: one.device})
	}
	if !at.take(one) {
		one.wrong = append(one.wrong, misplaced(one))
	}
	for _, f := range one.wrong {
		if one.asked || one.seq == 0 {
			c.found(f)
		}
	}
	if one.doubtful = len(one.wrong) > 0; one.seq == 0 {
		return links
	}
	return append(links, one.link)
}

// bySeq is the order of links.
func bySeq(a, b link) int { return cmp.Compare(a.seq, b.seq) }

// follow walks along the links, in the order of their numbers.
func (c *Chain) follow(links []link, part bool) {
	if len(links) == 0 {
		return
	}
	last := links[len(links)-1]
	c.First, c.Last, c.Head = links[0].seq, last.seq, hashText(last.hash)
	before := link{}
	if part {
		before = link{seq: links[0].seq - 1, hash: links[0].prev}
	}
	for _, l := range links {
		if l.seq == before.seq && l.hash == before.hash {
			continue // the same record twice is one
		}
		c.Records++
		if l.asked {
			c.Asked++
		}
		at := Finding{Seq: l.seq, File: l.file, Line: l.line}
		switch {
		case !l.asked:
		case l.seq == before.seq:
			at.Code, at.Expected, at.Found = Forked, hashText(before.hash), hashText(l.hash)
			c.found(at)
		case l.seq != before.seq+1:
			at.Code, at.Seq, at.Until, at.Count = RecordMissing, before.seq+1, l.seq-1, int(l.seq-1-before.seq)
			c.found(at)
		case l.signed && l.prev != before.hash:
			at.Code, at.Expected, at.Found = LinkBroken, hashText(l.prev), hashText(before.hash)
			c.found(at)
		}
		before = l
	}
}

// meet looks for what the heads say was there.
func (c *Chain) meet(links []link, heads []seal.Head) {
	for _, h := range heads {
		if h.Device != c.Device {
			continue
		}
		l, there := linkAt(links, h.Seq)
		if there && l.hash == h.Hash {
			continue
		}
		gone := Finding{Code: HeadGone, Device: h.Device, Seq: h.Seq, Expected: hashText(h.Hash), Count: 1}
		if there {
			gone.File, gone.Line, gone.Found = l.file, l.line, hashText(l.hash)
		}
		c.Findings = append(c.Findings, gone) // each for itself: somebody keeps that paper
	}
}

// read has the lines of a journal checked by all processors, and visits them in order.
func (w *walk) read(ctx context.Context, j journalFiles, visit func(checked)) error {
	group, ctx := errgroup.WithContext(ctx)
	workers := runtime.GOMAXPROCS(0)
	type work struct {
		texts  []text
		result chan []checked
	}
	todo, inOrder := make(chan work), make(chan work, 2*workers)
	group.Go(func() error {
		defer close(todo)
		defer close(inOrder)
		return w.texts(ctx, j, func(texts []text) error {
			job := work{texts, make(chan []checked, 1)}
			for _, to := range []chan work{inOrder, todo} {
				select {
				case to <- job:
				case <-ctx.Done():
					return ctx.Err()
				}
			}
			return nil
		})
	})
	for range workers {
		group.Go(func() error {
			for job := range todo {
				results, err := w.check(job.texts)
				if err != nil {
					return err
				}
				job.result <- results
			}
			return nil
		})
	}
	for job := range inOrder {
		select {
		case results := <-job.result:
			for _, one := range results {
				visit(one)
			}
		case <-ctx.Done():
		}
	}
	return group.Wait()
}

// texts reads the lines of a journal, some at a time. A last line without its end is being written now, and no record yet.
func (w *walk) texts(ctx context.Context, j journalFiles, take func([]text) error) error {
	var some []text
	for _, path := range j.paths {
		err := eachPiece(path, 0, func(p piece) error {
			w.done += p.length
			if !p.ended {
				w.torn = path
				return nil
			}
			if some = append(some, text{bytes.Clone(p.text), path, p.number}); len(some) < linesAtOnce {
				return ctx.Err()
			}
			w.options.Progress(w.done, w.total)
			full := some
			some = nil
			return take(full)
		})
		if err != nil && !errors.Is(err, context.Canceled) {
			return classified(path, err)
		}
		if err != nil {
			return err
		}
	}
	return take(some)
}

func (w *walk) check(texts []text) ([]checked, error) {
	results := make([]checked, len(texts))
	parse := new(model.Parser).Parse
	for i, t := range texts {
		one := checked{link: link{file: t.file, line: t.line}}
		l, err := w.form.parseLine(t.bytes)
		if errors.Is(err, ErrSealed) {
			return nil, &PathError{Path: t.file, Kind: ErrSealed}
		}
		one.n = l.n
		var r model.Record
		if err == nil && l.lost.IsZero() {
			r, err = l.parseWith(parse)
		}
		switch {
		case err != nil:
			one.wrong = []Finding{{Code: LineUnreadable, File: t.file, Line: t.line}}
		case !l.lost.IsZero():
			one.wrong = []Finding{{Code: LineLost, File: t.file, Line: t.line}}
		default:
			one.take(r, w.options.Night)
		}
		results[i] = one
	}
	return results, nil
}

// take checks the signature of a record, where it is asked for.
func (one *checked) take(r model.Record, night model.Date) {
	one.device, one.seq, one.hash = r.Device, r.Seq, sha256.Sum256(r.Bytes())
	one.signed, one.asked = r.Signature != nil, night == "" || night == r.Night
	if b, err := base64.RawURLEncoding.DecodeString(r.Prev()); err == nil && len(b) == len(one.prev) {
		one.prev = [sha256.Size]byte(b)
	}
	if !one.asked {
		return
	}
	at := Finding{Seq: r.Seq, File: one.file, Line: one.line}
	if !one.signed {
		at.Code = Unsigned
		one.wrong = append(one.wrong, at)
		return
	}
	signature := seal.Signature(r.Signature)
	if signature.Device() != r.Device {
		at.Code, at.Expected, at.Found = WrongDevice, r.Device, signature.Device()
		one.wrong = append(one.wrong, at)
	} else if signature.Verify(r.Bytes()) != nil {
		at.Code = WrongSignature
		one.wrong = append(one.wrong, at)
	}
}

func hashText(hash [sha256.Size]byte) string { return base64.RawURLEncoding.EncodeToString(hash[:]) }
