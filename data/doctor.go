package data

import (
	"bytes"
	"cmp"
	"context"
	"errors"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"github.com/dgraph-io/badger/v4"

	"beatbook/data/seal"
	"beatbook/model"
)

// Note is one line of an examination: what was examined, how it is, and the figures. What a code has no use for is zero.
type Note struct {
	Part    Part       `json:"part"`
	State   State      `json:"state"`
	Code    NoteCode   `json:"code"`
	Mends   bool       `json:"mends"` // Fix mends it
	Path    string     `json:"path,omitempty"`
	Line    int        `json:"line,omitempty"` // in the file, from 1
	Device  string     `json:"device,omitempty"`
	Night   model.Date `json:"night,omitempty"`
	Count   int        `json:"count,omitempty"`
	Of      int        `json:"of,omitempty"`
	PID     int        `json:"pid,omitempty"`
	Bytes   int64      `json:"bytes,omitempty"`
	Limit   int64      `json:"limit,omitempty"` // in bytes
	At      time.Time  `json:"at,omitzero"`
	Seconds int64      `json:"seconds,omitempty"` // a time span
	Found   string     `json:"found,omitempty"`
	Wanted  string     `json:"wanted,omitempty"`
	Sizes   *Sizes     `json:"sizes,omitempty"`
	Finding *Finding   `json:"finding,omitempty"` // of the chain
	Err     error      `json:"-"`                 // why it cannot be read, as Found says it too
}

// Sizes are what the parts of a folder take, in bytes.
type Sizes struct {
	Journals int64 `json:"journals"`
	Index    int64 `json:"index"`
	Aside    int64 `json:"aside"` // indexes, damaged lines and crash reports
	Other    int64 `json:"other"`
}

// Examination is what was found in a folder.
type Examination struct {
	Dir   string    `json:"folder"`
	At    time.Time `json:"at"`
	Notes []Note    `json:"notes"` // by part
}

// State is the worst of the notes' states.
func (x *Examination) State() State {
	worst := Fine
	order := []State{Fine, Unseen, Warns, Fails}
	for _, n := range x.Notes {
		if slices.Index(order, n.State) > slices.Index(order, worst) {
			worst = n.State
		}
	}
	return worst
}

// Mends reports whether Fix can do something about it.
func (x *Examination) Mends() bool {
	return slices.ContainsFunc(x.Notes, func(n Note) bool { return n.Mends })
}

// examiner is an examination that is being made.
type examiner struct {
	ctx   context.Context
	o     Options
	store *Store // for its paths and the look of its files; it is never opened
	held  bool   // another program has the folder open
	blind bool   // it is sealed, and there is no key
	boot  func() (elapsed time.Duration, id string)

	files    []folderFile
	journals []*surveyed
	progress func(bytes int64)
	notes    []Note
}

// Examine looks at the files of a folder and changes none of them, whoever has them open; it takes no longer than Verify,
// of which it is the greater part. Of a sealed folder without its key (Options.Key), and of what another program is
// changing, the notes say that it could not be examined. Options.Progress is told bytes. What is wrong with the folder is a
// note; the error is ctx's.
func Examine(ctx context.Context, dir string, o Options) (*Examination, error) {
	dir, err := filepath.Abs(dir)
	if err != nil {
		return nil, classified(dir, err)
	}
	o.system.fill()
	stamps := newStamps(o.Now)
	o.Now = stamps.now
	if o.Progress == nil {
		o.Progress = func(int, int) {}
	}
	x := &examiner{ctx: ctx, o: o, boot: stamps.boot, store: &Store{dir: dir, form: readForm(o.Key), sys: o.system, journals: map[string]*journal{}}}
	for _, part := range x.parts() {
		if ctx.Err() != nil {
			return nil, ctx.Err()
		}
		part()
	}
	if ctx.Err() != nil {
		return nil, ctx.Err()
	}
	x.spareTheKey()
	slices.SortStableFunc(x.notes, func(a, b Note) int {
		return cmp.Compare(slices.Index(Parts, a.Part), slices.Index(Parts, b.Part))
	})
	return &Examination{Dir: dir, At: o.Now().UTC().Truncate(time.Second), Notes: x.notes}, nil
}

// spareTheKey keeps Fix from opening a folder that would give its device another id by that: somebody is to look for the
// key first.
func (x *examiner) spareTheKey() {
	gone := func(n Note) bool { return n.Code == DeviceKeyGone || n.Code == DeviceKeyBad }
	if !slices.ContainsFunc(x.notes, gone) {
		return
	}
	for i, n := range x.notes {
		x.notes[i].Mends = n.Mends && meanings[n.Code].mending == byMode
	}
}

// parts are what is done, in order: what a later one needs an earlier one has found.
func (x *examiner) parts() []func() {
	if !x.folderIsThere() {
		return nil
	}
	if usable(x.store.dir, true) != nil {
		x.note(FilesLocked, Note{Path: x.store.dir, Count: 1, Of: 1}) // nobody knows whose folder it is
		return nil
	}
	parts := []func(){
		x.lock, x.form, x.listFiles, x.survey, x.folder, x.space, x.seal, x.device, x.journal, x.index, x.chain, x.clock, x.plan, x.settings,
		x.backup, x.aside,
	}
	if x.isDataFolder() {
		return append(parts, x.permissions)
	}
	if strange := firstStrange(x.store.dir); strange != "" {
		x.note(FolderForeign, Note{Path: x.store.dir, Found: strange})
		return nil
	}
	return parts // a new folder
}

// note adds what was found.
func (x *examiner) note(code NoteCode, n Note) { x.noteOn(meanings[code].part, code, n) }

// noteOn adds what may be found of any part.
func (x *examiner) noteOn(part Part, code NoteCode, n Note) {
	n.Part, n.Code, n.State = part, code, meanings[code].state
	switch meanings[code].mending {
	case byMode:
		n.Mends = true
	case byOpening, byTurning:
		n.Mends = !x.held && !x.blind
	}
	n.At = n.At.UTC().Truncate(time.Second)
	if n.At.Before(time.Unix(0, 0)) {
		n.At = time.Time{}
	}
	x.notes = append(x.notes, n)
}

func (x *examiner) unreadable(part Part, path string, err error) {
	var at *PathError
	if errors.As(err, &at) {
		path, err = at.Path, cmp.Or(at.Err, at.Kind)
	}
	x.noteOn(part, Unreadable, Note{Path: path, Found: err.Error(), Err: err})
}

// form finds out whether all that the folder holds can be read.
func (x *examiner) form() {
	isSealed, err := Sealed(x.store.dir)
	if err != nil {
		x.unreadable(PartSeal, x.store.path(vaultName), err)
	}
	switch {
	case !isSealed:
	case x.o.Key.IsZero():
		x.blind = true
	default:
		to, _ := os.ReadFile(x.store.path(turningName)) // seal tells of it
		x.store.form = sealedForm(x.o.Key, string(to) != toPlain)
	}
}

// seal looks at what a sealed folder is opened with, and for what its key does not protect.
func (x *examiner) seal() {
	isSealed := exists(x.store.path(vaultName))
	if to, err := os.ReadFile(x.store.path(turningName)); err == nil {
		x.note(SealTurning, Note{Found: string(to)})
		return
	}
	if !isSealed {
		x.noteSealedRests()
		return
	}
	before := len(x.notes)
	x.noteVault(vaultName, VaultMissing, VaultDamaged)
	x.noteVault(recoveryName, RecoveryGone, RecoveryBroken)
	if confirmed, err := RecoveryConfirmed(x.store.dir); err == nil && !confirmed {
		x.note(RecoveryUnseen, Note{})
	}
	x.noteLeftover()
	x.noteStrange()
	if len(x.notes) == before {
		x.note(SealFine, Note{})
	}
}

// noteSealedRests finds lines that were encrypted in a folder that has no vault.
func (x *examiner) noteSealedRests() {
	for _, j := range x.journals {
		if j.sealed > 0 {
			x.note(VaultMissing, Note{Path: x.store.path(vaultName), Count: j.sealed})
			return
		}
	}
	x.note(SealPlain, Note{})
}

func (x *examiner) noteVault(name string, missing, damaged NoteCode) {
	b, err := os.ReadFile(x.store.path(name))
	switch {
	case errors.Is(err, os.ErrNotExist):
		x.note(missing, Note{Path: x.store.path(name)})
	case err != nil:
		x.unreadable(PartSeal, x.store.path(name), err)
	case seal.CheckVault(b) != nil:
		x.note(damaged, Note{Path: x.store.path(name)})
	}
}

// noteLeftover finds what stands in plain text in a sealed folder.
func (x *examiner) noteLeftover() {
	left := Note{}
	count := func(path string, is bool) {
		if is {
			left.Count, left.Path = left.Count+1, cmp.Or(left.Path, path)
		}
	}
	for _, j := range x.journals {
		count(j.firstPlain, j.firstPlain != "")
	}
	for _, path := range x.store.smallFiles() {
		b, err := os.ReadFile(path)
		isPlain := err == nil && len(b) > 0 && !seal.IsSealedFile(b)
		if strings.HasPrefix(filepath.Base(filepath.Dir(path)), inAside) {
			isPlain = isPlain && isPlainRegistry(path, b)
		}
		count(path, isPlain)
	}
	if left.Count > 0 {
		x.note(SealLeftover, left)
	}
}

// mostStrange are named.
const mostStrange = 4

// noteStrange finds files that are not the program's, and that it therefore leaves as they are.
func (x *examiner) noteStrange() {
	if names := StrangeFiles(x.store.dir); len(names) > 0 {
		x.note(SealStrange, Note{Count: len(names), Found: strings.Join(names[:min(len(names), mostStrange)], ", ")})
	}
}

// isPlainRegistry reports whether this is the file by which Badger knows that an index is not encrypted. All others of its
// files look alike either way.
func isPlainRegistry(path string, content []byte) bool {
	return filepath.Base(path) == badger.KeyRegistryFileName && bytes.Contains(content, []byte("Hello Badger"))
}
