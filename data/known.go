package data

import (
	"bytes"
	"crypto/sha256"
	"encoding/json"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"time"

	"github.com/dgraph-io/badger/v4"
)

// knownName is the file in which a folder keeps which devices it knows, and how far it knows their series.
const (
	knownName = "known.json"
	knownForm = 1
)

// known is the content of known.json. It is written when the store closes, so that it never says more than the journals have;
// where there is none, as after a restore, all that is there is known.
type known struct {
	Form    int                    `json:"form"`
	Sum     string                 `json:"sum"` // of the devices, against a disk that errs
	Devices map[string]knownDevice `json:"devices"`
}

// knownDevice is what is known of a device.
type knownDevice struct {
	Since time.Time `json:"since"`          // UTC
	Seq   uint64    `json:"seq,omitempty"`  // highest number of a record; 0: none yet
	Hash  string    `json:"hash,omitempty"` // of that record
}

// parseKnown reports whether b says anything.
func parseKnown(b []byte, form form) (known, bool) {
	var k known
	content, err := form.openFile(b)
	if err != nil || json.Unmarshal(content, &k) != nil || k.Form != knownForm || k.Devices == nil {
		return known{}, false
	}
	sum, err := k.sum()
	return k, err == nil && sum == k.Sum
}

func (k known) sum() (string, error) {
	b, err := json.Marshal(k.Devices)
	return hashText(sha256.Sum256(b)), err
}

// knownBytes are nil where they cannot be read: that is as good as none.
func knownBytes(dir string) []byte {
	b, err := os.ReadFile(filepath.Join(dir, knownName))
	if err != nil {
		return nil
	}
	return b
}

// journalsAndKnown finds journals and a note that does not claim more than they have, nor know less than there are, even
// where a program writes to the folder meanwhile.
func journalsAndKnown(path string) (all []journalFiles, total int64, note []byte, err error) {
	for before := knownBytes(path); ; before = note {
		if all, total, err = journalsUnder(path); err != nil {
			return nil, 0, nil, err
		}
		if note = knownBytes(path); bytes.Equal(before, note) {
			return all, total, note, nil
		}
	}
}

// loadKnown reads what the folder knows, and reports what it finds against it.
func (s *Store) loadKnown() {
	k, ok := parseKnown(knownBytes(s.dir), s.form)
	if !ok {
		k = known{Form: knownForm, Devices: map[string]knownDevice{}}
	}
	s.known = k
	for _, device := range s.devices() {
		at, isKnown := k.Devices[device]
		switch {
		case !ok:
			s.know(device)
		case !isKnown && device != s.device && s.journals[device].last() > 0:
			s.report(Problem{Code: DeviceUnknown, File: s.journals[device].dir})
		case isKnown && !s.index.meets(device, at):
			s.report(Problem{Code: SeriesChanged, File: s.journals[device].dir})
		}
	}
	_, isKnown := s.known.Devices[s.device]
	if !isKnown {
		s.know(s.device)
	}
	if !ok || !isKnown {
		_ = s.writeKnown() // the work goes on without it, and closing tries again
	}
}

func (s *Store) know(device string) {
	s.known.Devices[device] = knownDevice{Since: s.now().UTC().Truncate(time.Second)}
	s.knownChanged = true
}

// knowSenders comes before anything is written that other devices sent: their folders are not to be there before they are
// known. One that is there and not known stays so until somebody admits it.
func (s *Store) knowSenders(batch []entry) {
	for _, e := range batch {
		if _, isKnown := s.known.Devices[e.Device]; !isKnown && s.index.series[e.Device].Last == 0 {
			s.know(e.Device)
		}
	}
	if s.knownChanged {
		_ = s.writeKnown() // else it is when the store closes
	}
}

// knowHeads takes the ends of the series down. One that is not what it was stays as it was known: that is for verify to say.
func (s *Store) knowHeads() {
	if s.index == nil {
		return
	}
	for device, k := range s.known.Devices {
		at := s.index.series[device]
		if at.Seq == k.Seq && at.Head == k.Hash || !s.index.meets(device, k) {
			continue
		}
		k.Seq, k.Hash = at.Seq, at.Head
		s.known.Devices[device] = k
		s.knownChanged = true
	}
}

// meets reports whether the record that was the last one of a device is there still.
func (x *index) meets(device string, k knownDevice) bool {
	if at := x.series[device]; k.Seq == 0 || at.Seq == k.Seq && at.Head == k.Hash {
		return true
	}
	r, ok, err := x.find(deviceKey(device, k.Seq))
	return err == nil && ok && r.Hash() == k.Hash
}

func (s *Store) writeKnown() error {
	var err error
	if s.known.Sum, err = s.known.sum(); err != nil {
		return err
	}
	b, err := json.MarshalIndent(s.known, "", "  ")
	if err != nil {
		return err
	}
	if err := s.writeFile(knownName, s.form.file(append(b, '\n'))); err != nil {
		return err
	}
	s.knownChanged = false
	return nil
}

// DeviceState is a device of which the folder has records, or ought to have.
type DeviceState struct {
	Device      string
	Own         bool
	Known       bool
	Since       time.Time // since when it is known, UTC; zero: it is not
	Records     uint64
	First, Last time.Time // when the records with the lowest and the highest number are from; zero: there are none
}

// DeviceStates are those of all devices, in the order of their ids. The errors are those of Night.
func (s *Store) DeviceStates() ([]DeviceState, error) {
	s.writing.Lock()
	defer s.writing.Unlock()
	if err := s.usable(); err != nil {
		return nil, err
	}
	ids := slices.AppendSeq(s.devices(), maps.Keys(s.known.Devices))
	slices.Sort(ids)
	var states []DeviceState
	for _, device := range slices.Compact(ids) {
		k, isKnown := s.known.Devices[device]
		state := DeviceState{Device: device, Own: device == s.device, Known: isKnown, Since: k.Since, Records: s.index.series[device].Records}
		if !isKnown && s.journals[device].last() == 0 {
			continue // an empty folder is nobody's
		}
		var err error
		if state.First, state.Last, err = s.endsOf(device); err != nil {
			return nil, err
		}
		states = append(states, state)
	}
	return states, nil
}

// endsOf are the times of the first and the last record of a device.
func (s *Store) endsOf(device string) (first, last time.Time, err error) {
	err = s.index.view(func(txn *badger.Txn) error {
		for reverse, at := range map[bool]*time.Time{false: &first, true: &last} {
			q := scan{prefix: seriesPrefix(device), reverse: reverse}
			err := q.run(txn, func(item *badger.Item) (bool, error) {
				r, _, err := follow(txn, item.KeyCopy(nil))
				*at = r.At
				return false, err
			})
			if err != nil {
				return err
			}
		}
		return nil
	})
	return first, last, err
}

// Admit makes a device known of which there are records that did not come through this program. It is no error where it is
// known already; ErrNoDevice where there is nothing of it, and *PathError.
func (s *Store) Admit(device string) error {
	s.writing.Lock()
	defer s.writing.Unlock()
	if err := s.usable(); err != nil {
		return err
	}
	if _, isKnown := s.known.Devices[device]; isKnown {
		return nil
	}
	if j := s.journals[device]; j == nil || j.last() == 0 {
		return ErrNoDevice
	}
	s.know(device)
	if err := s.writeKnown(); err != nil {
		delete(s.known.Devices, device)
		return err
	}
	return nil
}
