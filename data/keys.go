package data

import (
	"crypto/sha256"
	"encoding/binary"
	"encoding/hex"
	"errors"
	"fmt"
	"net/url"
	"time"

	"beatbook/model"
)

// The keys of the index. Times are milliseconds of the Unix epoch and numbers are decimal, both of fixed width, so
// that keys sort like what they stand for.
//
//	e/<night>/<at>/<device>/<seq>       the record, with a small header
//	d/<device>/<seq>                    the e-key
//	i/<id>                              the e-key
//	c/<checkpoint>/<at>/<device>/<seq>  of check-ins: the e-key
//	k/<kind>/<at>/<device>/<seq>        of the kinds in kindsByTime: the e-key
//	n/<night>                           the number of the night's records
//	m/<device>                          a series, as JSON
//	s/<form>/<night>/<route>/<unit>     the tally of the night's shifts, of one route or unit or of all, as JSON
const (
	prefixEntry      = "e/"
	prefixDevice     = "d/"
	prefixID         = "i/"
	prefixCheckpoint = "c/"
	prefixKind       = "k/"
	prefixNight      = "n/"
	prefixSeries     = "m/"
	prefixSums       = "s/"
	longestName      = 128
)

// indexForm goes up with every change to the keys of records: an index that was written under another one is built anew.
const indexForm = 3

// kindsByTime are those that are found by kind, whatever their night.
var kindsByTime = map[model.Kind]bool{
	model.PlanAdopted: true, model.ShiftStarted: true, model.HazardFound: true, model.HazardMoved: true,
}

// hazardKinds are those that hazards are told from.
var hazardKinds = []model.Kind{model.HazardFound, model.HazardMoved}

func nightPrefix(d model.Date) []byte { return []byte(prefixEntry + string(d) + "/") }

func placeOf(at time.Time, device string, seq uint64) string {
	return fmt.Sprintf("%s/%s/%020d", atKey(at), device, seq)
}

func atKey(at time.Time) string { return fmt.Sprintf("%015d", max(at.UnixMilli(), 0)) }

func entryKey(r model.Record) []byte {
	return append(nightPrefix(r.Night), placeOf(r.At, r.Device, r.Seq)...)
}

func seriesPrefix(device string) []byte { return []byte(prefixDevice + device + "/") }

func deviceKey(device string, seq uint64) []byte {
	return fmt.Appendf(nil, "%s%s/%020d", prefixDevice, device, seq)
}

func idKey(id string) []byte { return []byte(prefixID + id) }

func kindPrefix(kind model.Kind) []byte { return []byte(prefixKind + string(kind) + "/") }

// checkpointPrefix holds any text that somebody may have given as a checkpoint to one part of a key.
func checkpointPrefix(checkpoint string) []byte {
	name := url.PathEscape(checkpoint)
	if len(name) > longestName {
		sum := sha256.Sum256([]byte(checkpoint))
		name = hex.EncodeToString(sum[:])
	}
	return []byte(prefixCheckpoint + name + "/")
}

// derivedKeys are the keys that point to the record, beside those by device and id.
func derivedKeys(r model.Record) (key []byte, isCheckIn, isByTime bool) {
	if kindsByTime[r.Kind] {
		return append(kindPrefix(r.Kind), placeOf(r.At, r.Device, r.Seq)...), false, true
	}
	if r.Kind != model.CheckedIn {
		return nil, false, false
	}
	body, err := model.Decode[model.CheckedInBody](r)
	if err != nil {
		return nil, false, false
	}
	return append(checkpointPrefix(body.Checkpoint), placeOf(r.At, r.Device, r.Seq)...), true, false
}

var errValue = errors.New("not a value of the index")

// encodeValue puts the ordinal in the journal, the time of receipt and the signature in front of the record.
func encodeValue(l line) []byte {
	b := make([]byte, 0, 3*binary.MaxVarintLen64+len(l.signature)+len(l.record))
	b = binary.AppendUvarint(b, l.n)
	received := int64(0)
	if !l.received.IsZero() {
		received = l.received.UnixMilli()
	}
	b = binary.AppendVarint(b, received)
	b = binary.AppendUvarint(b, uint64(len(l.signature)))
	b = append(b, l.signature...)
	return append(b, l.record...)
}

// decodeValue reads what encodeValue wrote. The line holds on to b.
func decodeValue(b []byte) (line, error) {
	n, used := binary.Uvarint(b)
	if used <= 0 {
		return line{}, errValue
	}
	received, more := binary.Varint(b[used:])
	if more <= 0 {
		return line{}, errValue
	}
	used += more
	signed, more := binary.Uvarint(b[used:])
	if more <= 0 || signed > uint64(len(b)-used-more) {
		return line{}, errValue
	}
	b = b[used+more:]
	l := line{n: n, record: b[signed:]}
	if signed > 0 {
		l.signature = b[:signed:signed]
	}
	if received != 0 {
		l.received = time.UnixMilli(received).UTC()
	}
	return l, nil
}

// parse reads the record of the line.
func (l line) parse() (model.Record, error) { return l.parseWith(model.ParseRecord) }

func (l line) parseWith(parse func([]byte) (model.Record, error)) (model.Record, error) {
	r, err := parse(l.record)
	r.Received, r.Signature = l.received, l.signature
	return r, err
}
