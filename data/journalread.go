package data

import (
	"bufio"
	"bytes"
	"errors"
	"io"
	"os"
)

// piece is what stands between two ends of line in a journal.
type piece struct {
	text   []byte // without its end; only good until the next piece; nil where it is longer than any line
	number int    // from 1 in the file
	offset int64
	length int64 // in the file, the end included
	ended  bool  // by an end of line rather than the end of the file
}

// eachPiece reads a journal file to its end, or until visit returns an error.
func eachPiece(path string, from int64, visit func(piece) error) error {
	f, err := os.Open(path)
	if err != nil {
		return err
	}
	defer func() { _ = f.Close() }()
	if _, err := f.Seek(from, io.SeekStart); err != nil {
		return err
	}
	r := bufio.NewReaderSize(f, longestLine)
	p := piece{offset: from}
	for {
		text, err := r.ReadSlice('\n')
		p.length = int64(len(text))
		p.text = text
		for errors.Is(err, bufio.ErrBufferFull) {
			text, err = r.ReadSlice('\n')
			p.length += int64(len(text))
			p.text = nil
		}
		if err != nil && !errors.Is(err, io.EOF) {
			return err
		}
		if p.length == 0 {
			return nil
		}
		p.number++
		p.ended = err == nil
		p.text = bytes.TrimSuffix(p.text, []byte("\n"))
		if err := visit(p); err != nil {
			return err
		}
		p.offset += p.length
		if !p.ended {
			return nil
		}
	}
}

// fileEnds reads the first and the last line of a journal file; they are zero where it is empty.
func fileEnds(path string, form form) (head, tail line, err error) {
	f, err := os.Open(path)
	if err != nil {
		return head, tail, err
	}
	defer func() { _ = f.Close() }()
	info, err := f.Stat()
	if err != nil || info.Size() == 0 {
		return head, tail, err
	}
	first, err := readEnd(f, 0, info.Size(), func(b []byte) ([]byte, bool) {
		text, _, found := bytes.Cut(b, []byte("\n"))
		return text, found
	})
	if err != nil {
		return head, tail, err
	}
	final, err := readEnd(f, info.Size(), 0, func(b []byte) ([]byte, bool) {
		text, ended := bytes.CutSuffix(b, []byte("\n"))
		if !ended {
			return nil, true
		}
		i := bytes.LastIndexByte(text, '\n')
		return text[i+1:], i >= 0 || int64(len(b)) == info.Size()
	})
	if err != nil {
		return head, tail, err
	}
	if head, err = form.parseLine(first); err != nil {
		return head, tail, err
	}
	tail, err = form.parseLine(final)
	return head, tail, err
}

// readEnd reads more and more of the file from one end towards the other until cut finds a line in it.
func readEnd(f io.ReaderAt, from, to int64, cut func([]byte) ([]byte, bool)) ([]byte, error) {
	whole := max(from, to)
	for n := int64(4 << 10); ; n *= 8 {
		n = min(n, whole)
		b := make([]byte, n)
		if _, err := f.ReadAt(b, max(from-n, 0)); err != nil && !errors.Is(err, io.EOF) {
			return nil, err
		}
		if text, found := cut(b); found {
			return text, nil
		}
		if n == whole || n > 2*longestLine {
			return nil, errLine
		}
	}
}
