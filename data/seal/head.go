package seal

import (
	"encoding/base32"
	"errors"
	"fmt"
	"strconv"
	"strings"
	"time"
	"unicode"
)

// ErrHead is the error of a text that is no head, or one that its device did not sign.
var ErrHead = errors.New("not a signed head")

// Head is what the end of a device's series was at a time. Signed and kept on paper, it stops the device from taking back
// what it had written by then.
type Head struct {
	Device string    // id
	Seq    uint64    // of the last record
	Hash   [32]byte  // SHA-256 of the last record's bytes
	At     time.Time // UTC, whole seconds, in the years 0 to 9999
}

// The text of a head is in capitals and Crockford's digits: a QR code packs these tighter than mixed letters, and a person
// who types them from paper cannot mistake O for 0 or I for 1. Parts have fixed lengths but for the sequence number.
const (
	headTag       = "BEATBOOK-HEAD-1"
	headTime      = "2006-01-02T15:04:05Z"
	headDevice    = 26 // characters
	headHash      = 52
	headSignature = 154
)

var paper = base32.NewEncoding("0123456789ABCDEFGHJKMNPQRSTVWXYZ").WithPadding(base32.NoPadding)

// SignHead is the head as one line of text, signed: tag, device, sequence number, time, hash and signature, less than 300
// characters of QR's alphanumeric mode. The head is of this device, whatever h.Device says; its time is cut to seconds.
func (d Device) SignHead(h Head) string {
	h.Device = d.ID()
	return h.text(d.Sign([]byte(h.claim())))
}

// claim is what is signed.
func (h Head) claim() string {
	return fmt.Sprintf("%s %s %d %s %s", headTag, h.Device, h.Seq, h.At.UTC().Format(headTime), paper.EncodeToString(h.Hash[:]))
}

func (h Head) text(s Signature) string { return h.claim() + " " + paper.EncodeToString(s[:]) }

// ParseHead reads a signed head as it was printed, copied or typed: in capitals or not, with spaces and line breaks
// anywhere, O for 0 and I or L for 1 behind the tag. The head it returns was signed by the device that it names.
// The error is ErrHead.
func ParseHead(text string) (Head, error) {
	h, signature, err := readHead(compact(text))
	if err != nil || signature.Device() != h.Device || signature.Verify([]byte(h.claim())) != nil {
		return Head{}, ErrHead
	}
	return h, nil
}

// compact drops all white space, because a line may have been broken anywhere.
func compact(text string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsSpace(r) {
			return -1
		}
		return r
	}, text)
}

// readHead takes a text without white space apart and checks no signature.
func readHead(text string) (Head, Signature, error) {
	rest, tagged := strings.CutPrefix(strings.ToUpper(text), headTag)
	if !tagged || len(rest) <= headDevice+len(headTime)+headHash+headSignature {
		return Head{}, Signature{}, ErrHead
	}
	device, rest := rest[:headDevice], rest[headDevice:]
	rest, signed := cutLast(rest, headSignature)
	rest, hashed := cutLast(rest, headHash)
	seq, at := cutLast(rest, len(headTime))

	h := Head{Device: digits.Replace(device)}
	var signature Signature
	var failed [4]error
	h.Seq, failed[0] = strconv.ParseUint(digits.Replace(seq), 10, 64)
	h.At, failed[1] = time.Parse(headTime, digits.Replace(at))
	failed[2] = decodePaper(h.Hash[:], hashed)
	failed[3] = decodePaper(signature[:], signed)
	return h, signature, errors.Join(failed[:]...)
}

func cutLast(s string, n int) (before, last string) { return s[:len(s)-n], s[len(s)-n:] }

// digits makes Crockford's digits of the letters that they are mistaken for.
var digits = strings.NewReplacer("O", "0", "I", "1", "L", "1")

// decodePaper fills dst from its only text form.
func decodePaper(dst []byte, text string) error {
	text = digits.Replace(text)
	b, err := paper.DecodeString(text)
	if err != nil || len(b) != len(dst) || paper.EncodeToString(b) != text {
		return ErrHead
	}
	copy(dst, b)
	return nil
}
