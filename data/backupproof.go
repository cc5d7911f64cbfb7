package data

import (
	"bytes"
	"crypto/sha256"
	"errors"
	"maps"
	"runtime"
	"slices"

	"golang.org/x/sync/errgroup"

	"beatbook/data/seal"
)

// proof proves what comes to a backup, as far as new lines and the one before them go: what is there already is not read again.
type proof struct {
	walk
	own    string // device whose records follow each other line by line
	chains map[string]*Chain

	device     string // whose journal is being copied
	last, tail link   // before the lines to come; at the end of the copy as it was
	fresh      bool   // nothing has come to the file yet
}

func newProof(own string, form form) proof {
	return proof{walk: walk{form: form}, own: own, chains: map[string]*Chain{}}
}

// begin goes on to the next file of a journal, which is copied to target.
func (p *proof) begin(device, target string) {
	if p.device != device {
		p.device, p.last = device, link{}
	}
	p.fresh, p.tail = true, link{}
	if device != p.own {
		return
	}
	if _, tail, err := fileEnds(target, p.form); err == nil && tail.n > 0 && tail.lost.IsZero() {
		if r, err := tail.parse(); err == nil {
			p.tail = link{seq: r.Seq, hash: sha256.Sum256(r.Bytes())}
		}
	}
}

func (p *proof) end() {
	if p.fresh {
		p.last = p.tail
	}
}

// take proves lines of a file, the first of which has the number.
func (p *proof) take(path string, number int, lines []byte) error {
	if p.fresh && number > 1 {
		p.last = p.tail
	}
	p.fresh = false
	results, err := p.checkAll(p.readable(path, number, lines))
	if err != nil {
		return err
	}
	c := p.chains[p.device]
	if c == nil {
		c = &Chain{Device: p.device}
		p.chains[p.device] = c
	}
	var links []link
	if p.last.seq > 0 {
		links = append(links, p.last)
	}
	at := places{anywhere: true}
	for _, one := range results {
		links = c.take(one, &at, links)
	}
	slices.SortStableFunc(links, bySeq)
	c.follow(links, true)
	if p.device != p.own { // what others sent came in any order, and in part before
		c.Findings = slices.DeleteFunc(c.Findings, func(f Finding) bool { return f.Code == RecordMissing })
	} else if len(links) > 0 {
		p.last = links[len(links)-1]
		p.last.asked = false
	}
	c.missLines(at.behind)
	return nil
}

// readable are the lines that can be read without a key, or with the one that is there.
func (p *proof) readable(path string, number int, lines []byte) (texts []text) {
	for line := range bytes.Lines(lines) {
		b := bytes.TrimSuffix(line, []byte("\n"))
		if p.form.readsSealed || !seal.IsSealedLine(b) {
			texts = append(texts, text{b, path, number})
		}
		number++
	}
	return texts
}

// checkAll checks with all processors.
func (p *proof) checkAll(texts []text) ([]checked, error) {
	each := max(len(texts)/runtime.GOMAXPROCS(0)+1, linesAtOnce)
	parts := slices.Collect(slices.Chunk(texts, each))
	results := make([][]checked, len(parts))
	var group errgroup.Group
	for i, part := range parts {
		group.Go(func() (err error) {
			results[i], err = p.check(part)
			return err
		})
	}
	err := group.Wait()
	return slices.Concat(results...), err
}

// findings are what was found, and apart from that how many lines cannot be read.
func (p *proof) findings() (unreadable int, all []Finding) {
	for _, device := range slices.Sorted(maps.Keys(p.chains)) {
		for _, f := range p.chains[device].Findings {
			if f.Code == LineUnreadable {
				unreadable += f.Count
			} else {
				all = append(all, f)
			}
		}
	}
	return unreadable, all
}

// compareApart finds what files that were set aside now say against the journal that took their place. It has to be read for
// that, with a key where it is sealed.
func (b *backup) compareApart(copies journalFiles) error {
	if len(copies.asides) == 0 {
		return nil
	}
	w := walk{options: VerifyOptions{Progress: func(int64, int64) {}}, form: b.copier.form}
	c, err := w.chain(b.copier.ctx, copies)
	if errors.Is(err, ErrSealed) {
		return nil
	}
	for _, f := range c.Findings {
		if slices.Contains(copies.asides, f.File) {
			b.result.Apart = append(b.result.Apart, f)
		}
	}
	return err
}
