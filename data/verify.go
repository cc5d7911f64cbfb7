package data

import (
	"context"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"beatbook/data/seal"
	"beatbook/model"
)

// FindingCode says what does not hold. The texts are the screen's.
type FindingCode string

// The findings.
const (
	LineUnreadable FindingCode = "line-unreadable" // what stands there is no line of a journal
	LineMisplaced  FindingCode = "line-misplaced"  // a whole line that is there twice, or moved, or behind lines that are gone
	LineLost       FindingCode = "line-lost"       // the mark of a line that was damaged beyond repair
	RecordMissing  FindingCode = "record-missing"  // the records from Seq to Until are not there
	LinkBroken     FindingCode = "link-broken"     // the record names another one before it than the one that is there
	Forked         FindingCode = "forked"          // two records with one number
	Unsigned       FindingCode = "unsigned"        // of a device that has no key: nobody can prove who wrote it
	WrongSignature FindingCode = "wrong-signature" // the bytes of the record are not those that were signed
	WrongDevice    FindingCode = "wrong-device"    // written by another device than the one in whose name it stands
	HeadGone       FindingCode = "head-gone"       // the record that a signed head names is not there, or is another one
	UnknownDevice  FindingCode = "unknown-device"  // its journal did not come through this program, and nobody has admitted it
	RecordGone     FindingCode = "record-gone"     // the records from Seq to Until were there once, as File says, and are there no more
	RecordReplaced FindingCode = "record-replaced" // where the series ended when the folder was closed another record stands now
	NothingThere   FindingCode = "nothing-there"   // not one whole record is in File, where some ought to be
)

// Finding is something that does not hold in a device's series: the first of its code, and how many there are. Heads that
// are gone come one by one.
type Finding struct {
	Code     FindingCode `json:"code"`
	Device   string      `json:"device"`
	Seq      uint64      `json:"seq,omitempty"`      // of the record; 0: unknown
	Until    uint64      `json:"until,omitempty"`    // of the last missing record
	File     string      `json:"file,omitempty"`     // where it stands, or the record behind what is missing
	Line     int         `json:"line,omitempty"`     // in the file, from 1
	Expected string      `json:"expected,omitempty"` // hash of a record, or id of a device
	Found    string      `json:"found,omitempty"`    // what is there in its place
	Count    int         `json:"count"`
}

// Chain is the series of one device as it was found.
type Chain struct {
	Device   string    `json:"device"`
	Records  int       `json:"records"`
	Asked    int       `json:"asked"`          // of them those that were asked for
	First    uint64    `json:"first"`          // lowest and
	Last     uint64    `json:"last"`           // highest number; 0: no record
	Head     string    `json:"head"`           // hash of the record with the highest number
	Torn     string    `json:"torn,omitempty"` // file whose last line is not whole: it is being written, or it was torn off
	Findings []Finding `json:"findings,omitempty"`
}

// Verification is what a walk through journals found.
type Verification struct {
	Chains []Chain `json:"chains"` // by device
}

// Holds reports whether nothing was found.
func (v *Verification) Holds() bool {
	return !slices.ContainsFunc(v.Chains, func(c Chain) bool { return len(c.Findings) > 0 })
}

// VerifyOptions narrow a verification down; the zero value takes all.
type VerifyOptions struct {
	Device   string      // only its series
	Night    model.Date  // only records of it, with their links to the ones before them
	Heads    []seal.Head // what is to be there still
	Key      seal.Key    // of a sealed folder, or of its backup
	Progress func(done, total int64)
}

// Verify walks through the journals of a folder, of a backup or of one journal file, and proves each record: its bytes are
// those that its device signed, and it follows the record that it names. It reads the files only, whoever has them open,
// and takes what is there when it begins. A single file may begin anywhere in its series. What the folder knew of devices and
// the ends of their series when it was closed is to be there still; so is what a backup has set aside.
//
// Errors: ctx's, and *PathError; ErrSealed where the key lacks, and one that is fs.ErrNotExist where there are no journals.
func Verify(ctx context.Context, path string, o VerifyOptions) (*Verification, error) {
	all, total, note, err := journalsAndKnown(path)
	if err != nil {
		return nil, err
	}
	if o.Progress == nil {
		o.Progress = func(int64, int64) {}
	}
	w := walk{options: o, form: readForm(o.Key), total: total}
	w.known, w.knows = parseKnown(note, w.form)
	w.note = filepath.Join(path, knownName)
	v := &Verification{Chains: []Chain{}}
	for _, j := range all {
		if o.Device != "" && j.device != "" && j.device != o.Device {
			continue
		}
		c, err := w.chain(ctx, j)
		if err != nil {
			return nil, err
		}
		v.Chains = append(v.Chains, c)
	}
	v.missDevices(&w)
	if device := deviceName(path); len(all) == 0 && !w.knows && device != "" {
		none := Finding{Code: NothingThere, Device: device, File: filepath.Join(path, "journal"), Count: 1}
		v.Chains = append(v.Chains, Chain{Device: device, Findings: []Finding{none}})
	}
	v.missHeads(o)
	return v, nil
}

// missHeads finds the heads of devices of which there is nothing at all.
func (v *Verification) missHeads(o VerifyOptions) {
	for _, h := range o.Heads {
		if !slices.ContainsFunc(v.Chains, func(c Chain) bool { return c.Device == h.Device }) {
			gone := Finding{Code: HeadGone, Device: h.Device, Seq: h.Seq, Expected: hashText(h.Hash), Count: 1}
			v.Chains = append(v.Chains, Chain{Device: h.Device, Findings: []Finding{gone}})
		}
	}
}

// Devices are those of whose journals a folder or a backup has any, in order. The error is a *PathError.
func Devices(path string) ([]string, error) {
	all, _, err := journalsUnder(path)
	var devices []string
	for _, j := range all {
		devices = append(devices, j.device)
	}
	return devices, err
}

// journalFiles are the files of one device, in order.
type journalFiles struct {
	device string // empty: as its records say
	paths  []string
	asides []string // files that a backup has set aside
	part   bool     // not the whole series
}

// journalsUnder finds the journals that a path means, and how many bytes they have.
func journalsUnder(path string) (all []journalFiles, total int64, err error) {
	info, err := os.Stat(path)
	if err != nil {
		return nil, 0, classified(path, err)
	}
	if !info.IsDir() {
		if !strings.HasSuffix(path, journalEnd) {
			return nil, 0, &PathError{path, ErrIO, fmt.Errorf("%w: no journal", fs.ErrNotExist)}
		}
		return []journalFiles{{paths: []string{path}, part: true}}, info.Size(), nil
	}
	root := filepath.Join(path, "journal")
	folders, err := os.ReadDir(root)
	if err != nil {
		return nil, 0, classified(root, err)
	}
	for _, f := range folders {
		device, ok := deviceOf(f.Name())
		if !ok || !f.IsDir() {
			continue
		}
		j := journal{dir: filepath.Join(root, f.Name())}
		names, err := j.files()
		if err != nil {
			return nil, 0, err
		}
		files := journalFiles{device: device}
		if files.asides, err = asidesIn(j.dir); err != nil {
			return nil, 0, err
		}
		for _, name := range names {
			info, err := os.Stat(filepath.Join(j.dir, name))
			if err != nil {
				return nil, 0, classified(filepath.Join(j.dir, name), err)
			}
			files.paths = append(files.paths, filepath.Join(j.dir, name))
			total += info.Size()
		}
		all = append(all, files)
	}
	return all, total, nil
}

// finding adds one, or counts it to the first of its kind.
func (c *Chain) found(f Finding) {
	f.Device, f.Count = c.Device, max(f.Count, 1)
	for i := range c.Findings {
		if c.Findings[i].Code == f.Code {
			c.Findings[i].Count += f.Count
			return
		}
	}
	c.Findings = append(c.Findings, f)
}
