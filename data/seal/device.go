package seal

import (
	"bytes"
	"crypto/ed25519"
	"crypto/sha256"
	"encoding/base64"
	"errors"
	"fmt"
	"io"

	"github.com/oklog/ulid/v2"
)

// deviceTag begins the text form of a device's key and names its version.
const deviceTag = "beatbook-device-key-1 "

// The errors about devices.
var (
	ErrDevice    = errors.New("not the key of a device")
	ErrSignature = errors.New("the signature does not hold")
)

// Device is the identity of one device: an ed25519 key that never leaves it. Formatting it
// shows nothing of the key. The zero Device is not one.
type Device struct {
	key hidden[ed25519.PrivateKey]
}

// NewDevice makes an identity from 32 bytes of random, which is crypto/rand.Reader outside tests. The error is that of
// reading them.
func NewDevice(random io.Reader) (Device, error) {
	seed := make([]byte, ed25519.SeedSize)
	if _, err := io.ReadFull(random, seed); err != nil {
		return Device{}, fmt.Errorf("make a device key: %w", err)
	}
	return deviceOf(seed), nil
}

func deviceOf(seed []byte) Device {
	return Device{hide(ed25519.NewKeyFromSeed(seed))}
}

// ParseDevice reads what Marshal wrote, with or without its line end. The error is ErrDevice.
func ParseDevice(b []byte) (Device, error) {
	text, tagged := bytes.CutPrefix(bytes.TrimRight(b, "\r\n"), []byte(deviceTag))
	seed := make([]byte, ed25519.SeedSize)
	if !tagged || !decodeExactly(seed, text) {
		return Device{}, ErrDevice
	}
	return deviceOf(seed), nil
}

// Marshal is the key as one line of text with its line end: a secret.
func (d Device) Marshal() []byte {
	return append(base64.RawURLEncoding.AppendEncode([]byte(deviceTag), d.key().Seed()), '\n')
}

// ID is the device's id, 26 characters in the text form of a ULID. It commits to the key: whoever writes records under
// an id has to own the key that it was derived from.
func (d Device) ID() string { return deviceID(d.public()) }

func (d Device) public() ed25519.PublicKey { return d.key().Public().(ed25519.PublicKey) }

func deviceID(public ed25519.PublicKey) string {
	sum := sha256.Sum256(public)
	return ulid.ULID(sum[:16]).String()
}

// Sign signs exactly these bytes. What is signed must tell what it is by how it begins (records with a brace, heads with
// their tag), so that no signature can be passed off as one of another kind.
func (d Device) Sign(b []byte) Signature {
	var s Signature
	copy(s[:], d.public())
	copy(s[ed25519.PublicKeySize:], ed25519.Sign(d.key(), b))
	return s
}

// Format writes a placeholder instead of the key, whatever the verb.
func (Device) Format(f fmt.State, _ rune) { _, _ = io.WriteString(f, "seal.Device(hidden)") }

// Signature is a public key and the ed25519 signature that it made. With the key inside, each record can be proven alone:
// the device's id is all that has to be known.
type Signature [ed25519.PublicKeySize + ed25519.SignatureSize]byte

// SignatureText is how many characters the text of a signature has.
const SignatureText = 128

// ParseSignature reads the text of a signature: exactly the characters that Text writes. The error is ErrSignature.
func ParseSignature(text []byte) (Signature, error) {
	var s Signature
	if !decodeExactly(s[:], text) {
		return Signature{}, ErrSignature
	}
	return s, nil
}

// Text is the signature in base64url without padding, SignatureText characters.
func (s Signature) Text() string { return base64.RawURLEncoding.EncodeToString(s[:]) }

// Device is the id of the device whose key is in the signature, which proves something only where Verify holds.
func (s Signature) Device() string { return deviceID(s[:ed25519.PublicKeySize]) }

// Verify tells whether the key in the signature signed exactly these bytes; whose key that is, Device tells. The error
// is ErrSignature.
func (s Signature) Verify(b []byte) error {
	public := [ed25519.PublicKeySize]byte(s[:])
	if isWeak(public) || !ed25519.Verify(public[:], b, s[ed25519.PublicKeySize:]) {
		return ErrSignature
	}
	return nil
}

// decodeExactly fills dst from its only text form. The decoder alone would skip line ends.
func decodeExactly(dst, text []byte) bool {
	if len(text) != base64.RawURLEncoding.EncodedLen(len(dst)) {
		return false
	}
	n, err := base64.RawURLEncoding.Strict().Decode(dst, text)
	return err == nil && n == len(dst)
}
