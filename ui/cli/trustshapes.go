package cli

import (
	"encoding/base64"
	"time"

	"beatbook/data"
	"beatbook/data/seal"
	"beatbook/model"
)

// The shapes that `verify --json` prints. Hashes are SHA-256 in base64url without padding, times are RFC 3339 in UTC, lists
// are never null, and what a finding does not have is left out.

// verificationShape is what `verify` prints.
type verificationShape struct {
	Path    string       `json:"path"`            // of what was verified
	Night   model.Date   `json:"night,omitempty"` // where no other one was asked for
	Holds   bool         `json:"holds"`
	Devices []chainShape `json:"devices"`
	Heads   []headShape  `json:"heads"` // that were asked for, in their order
}

// chainShape is the series of one device.
type chainShape struct {
	Device   string         `json:"device"`
	Holds    bool           `json:"holds"`
	Records  int            `json:"records"`
	First    uint64         `json:"first"`          // lowest and
	Last     uint64         `json:"last"`           // highest number; 0: no record
	Head     string         `json:"head"`           // hash of the record with the highest number; empty: no record
	Torn     string         `json:"torn,omitempty"` // file whose last line is not whole
	Findings []findingShape `json:"findings"`
}

// findingShape is the first finding of its code, and how many there are. A missing record counts as one.
type findingShape struct {
	data.Finding
	Message string `json:"message"` // in the language of the run
}

// headShape is a signed head.
type headShape struct {
	Device string `json:"device"`
	Seq    uint64 `json:"seq"`
	At     string `json:"at"`
	Hash   string `json:"hash"`
	Holds  bool   `json:"holds"`
}

func (p *program) verificationShape(v *data.Verification, path string, o data.VerifyOptions) verificationShape {
	shape := verificationShape{Path: path, Night: o.Night, Holds: v.Holds(), Devices: []chainShape{}, Heads: []headShape{}}
	for _, c := range v.Chains {
		chain := chainShape{
			Device: c.Device, Holds: len(c.Findings) == 0, Records: c.Records, First: c.First, Last: c.Last, Head: c.Head,
			Torn: c.Torn, Findings: []findingShape{},
		}
		for _, f := range c.Findings {
			chain.Findings = append(chain.Findings, findingShape{f, p.text.Finding(f)})
		}
		shape.Devices = append(shape.Devices, chain)
	}
	for _, h := range o.Heads {
		shape.Heads = append(shape.Heads, headShape{h.Device, h.Seq, stampIn(h.At, time.UTC), hashText(h), headHolds(v, h)})
	}
	return shape
}

func hashText(h seal.Head) string { return base64.RawURLEncoding.EncodeToString(h.Hash[:]) }
