package seal

import "encoding/hex"

// weakKeys are the points of small order on the curve, as public keys with the sign bit cleared. None of them belongs to a
// secret: anybody can make signatures that hold for it, and crypto/ed25519 does not refuse it.
var weakKeys = map[string]bool{
	"0000000000000000000000000000000000000000000000000000000000000000": true,
	"0100000000000000000000000000000000000000000000000000000000000000": true,
	"26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05": true,
	"c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a": true,
	"ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f": true,
	"edffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f": true,
	"eeffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f": true,
}

func isWeak(public [32]byte) bool {
	public[31] &= 0x7f
	return weakKeys[hex.EncodeToString(public[:])]
}
