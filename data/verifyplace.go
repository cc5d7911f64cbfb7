package data

import "slices"

// places follows the lines of a journal, each of which says which one it is.
type places struct {
	anywhere bool // it may begin with any
	end      uint64
	unread   uint64  // lines behind that one of which nobody knows which they are
	behind   checked // the first line behind others that are gone; zero: none
}

// take reports whether the line comes behind all that were there before.
func (p *places) take(one checked) bool {
	switch {
	case one.n == 0:
		p.unread++
		return true
	case one.n <= p.end:
		return false
	case one.n > p.end+1+p.unread && !p.anywhere && p.behind.n == 0:
		p.behind = one
	}
	p.end, p.unread, p.anywhere = one.n, 0, false
	return true
}

func misplaced(one checked) Finding {
	return Finding{Code: LineMisplaced, Seq: one.seq, File: one.file, Line: one.line}
}

// missLines finds lines that are gone, where no record shows it.
func (c *Chain) missLines(behind checked) {
	known := func(f Finding) bool { return f.Code == RecordMissing || f.Code == LineMisplaced }
	if behind.n > 0 && (behind.asked || behind.seq == 0) && !slices.ContainsFunc(c.Findings, known) {
		c.found(misplaced(behind))
	}
}
