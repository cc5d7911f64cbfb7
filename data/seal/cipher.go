package seal

import (
	"bytes"
	"crypto/cipher"
	"crypto/hkdf"
	"crypto/rand"
	"crypto/sha256"
	"crypto/subtle"
	"encoding/base64"
	"errors"
	"fmt"
	"io"

	"golang.org/x/crypto/chacha20poly1305"
)

// ErrSealed is the error of sealed bytes that were changed, are of another key or purpose, or belong to something else.
var ErrSealed = errors.New("sealed bytes cannot be opened")

// keySize is that of every key here, in bytes.
const keySize = 32

// Key is the data key: all that is encrypted at rest is encrypted with keys that are derived from it. Formatting it
// shows nothing of it. The zero Key is not one.
type Key struct {
	secret hidden[[keySize]byte]
}

// NewKey makes a key from 32 bytes of random, which is crypto/rand.Reader outside tests. The error is that of reading them.
func NewKey(random io.Reader) (Key, error) {
	var secret [keySize]byte
	if _, err := io.ReadFull(random, secret[:]); err != nil {
		return Key{}, fmt.Errorf("make a data key: %w", err)
	}
	return Key{hide(secret)}, nil
}

// Format writes a placeholder instead of the key, whatever the verb.
func (Key) Format(f fmt.State, _ rune) { _, _ = io.WriteString(f, "seal.Key(hidden)") }

// IsZero reports whether it is the zero Key.
func (k Key) IsZero() bool { return k.secret == nil }

// Equal reports whether both are the same key, in a time that does not tell where they differ.
func (k Key) Equal(other Key) bool {
	if k.IsZero() || other.IsZero() {
		return false
	}
	mine, its := k.secret(), other.secret()
	return subtle.ConstantTimeCompare(mine[:], its[:]) == 1
}

// Badger is the key for Badger's encryption, 32 bytes.
func (k Key) Badger() []byte { return k.derive("badger") }

// derive is the key for a purpose: one that leaks or is misused tells nothing about the others.
func (k Key) derive(purpose string) []byte {
	secret := k.secret()
	key, err := hkdf.Key(sha256.New, secret[:], nil, "beatbook-seal-1 "+purpose, keySize)
	if err != nil {
		panic(err) // only a length that HKDF cannot give
	}
	return key
}

// Box seals and opens bytes of one purpose. What was sealed for another purpose does not open. It may be used from many
// goroutines at once. The zero Box is not one.
type Box struct{ aead hidden[cipher.AEAD] }

// Box is that of a purpose, such as "journal <device id>".
func (k Key) Box(purpose string) Box {
	aead, err := chacha20poly1305.NewX(k.derive("box " + purpose))
	if err != nil {
		panic(err) // only a key of another length
	}
	return Box{hide(aead)}
}

// Overhead is how many bytes longer a sealed text is than the plain one.
const Overhead = chacha20poly1305.NonceSizeX + chacha20poly1305.Overhead

// Seal appends nonce and ciphertext to dst, which must not overlap the plain text. Only with the same additional bytes,
// which are not stored, can it be opened again. The nonce is random and long enough for any number of them.
func (b Box) Seal(dst, plain, additional []byte) []byte {
	var nonce [chacha20poly1305.NonceSizeX]byte
	_, _ = rand.Read(nonce[:]) // never fails
	return b.aead().Seal(append(dst, nonce[:]...), nonce[:], plain, additional)
}

// Open appends to dst what Seal sealed; dst must not overlap it. The error is ErrSealed.
func (b Box) Open(dst, sealed, additional []byte) ([]byte, error) {
	if len(sealed) < Overhead {
		return nil, ErrSealed
	}
	nonce, sealed := sealed[:chacha20poly1305.NonceSizeX], sealed[chacha20poly1305.NonceSizeX:]
	plain, err := b.aead().Open(dst, nonce, sealed, additional)
	if err != nil {
		return nil, ErrSealed
	}
	return plain, nil
}

var lineText = base64.RawURLEncoding.Strict()

// SealLine appends what Seal gives in base64url, without a line end. No such line begins like JSON.
func (b Box) SealLine(dst, plain, additional []byte) []byte {
	return lineText.AppendEncode(dst, b.Seal(nil, plain, additional))
}

// IsSealedLine reports whether SealLine may have made the line, which takes no key. A line of JSON is none, also where a
// byte of it was changed.
func IsSealedLine(line []byte) bool {
	for _, c := range line {
		if !inLine[c] {
			return false
		}
	}
	return len(line) >= lineText.EncodedLen(Overhead)
}

var inLine = func() (in [256]bool) {
	for _, c := range []byte("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_") {
		in[c] = true
	}
	return in
}()

// OpenLine appends to dst what SealLine sealed. The error is ErrSealed, also for a line that is the same in other words.
func (b Box) OpenLine(dst, line, additional []byte) ([]byte, error) {
	sealed := make([]byte, lineText.DecodedLen(len(line)))
	n, err := lineText.Decode(sealed, line)
	if err != nil || lineText.EncodedLen(n) != len(line) { // the decoder skips line ends
		return nil, ErrSealed
	}
	return b.Open(dst, sealed[:n], additional)
}

var fileTag = []byte("beatbook-sealed-1\n")

// SealFile is a small file's content, sealed behind a line of text that says so.
func (b Box) SealFile(plain []byte) []byte {
	return b.Seal(bytes.Clone(fileTag), plain, fileTag)
}

// OpenFile is the content of a file that SealFile made. Where the file does not say that it is sealed, it is returned as it
// is with sealed false: where all files ought to be sealed, that one was not written by the program. The error is
// ErrSealed.
func (b Box) OpenFile(file []byte) (plain []byte, sealed bool, err error) {
	content, sealed := bytes.CutPrefix(file, fileTag)
	if !sealed {
		return file, false, nil
	}
	plain, err = b.Open(nil, content, fileTag)
	return plain, true, err
}

// IsSealedFile reports whether the file says that SealFile made it, which takes no key.
func IsSealedFile(file []byte) bool { return bytes.HasPrefix(file, fileTag) }
