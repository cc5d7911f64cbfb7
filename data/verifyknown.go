package data

import (
	"cmp"
	"context"
	"errors"
	"maps"
	"path/filepath"
	"slices"
)

// recall compares a series with what the folder knew of it when it was closed.
func (w *walk) recall(c *Chain, links []link) {
	k, isKnown := w.known.Devices[c.Device]
	switch {
	case !w.knows:
	case !isKnown:
		if c.Asked > 0 || w.options.Night == "" && (c.Records > 0 || len(c.Findings) > 0) {
			c.found(Finding{Code: UnknownDevice, File: w.note})
		}
	case k.Seq > c.Last:
		c.gone(c.Last+1, k.Seq, k.Hash, w.note)
	case k.Seq > 0:
		if l, there := linkAt(links, k.Seq); there && !l.doubtful && hashText(l.hash) != k.Hash {
			c.found(Finding{Code: RecordReplaced, Seq: k.Seq, File: l.file, Line: l.line, Expected: k.Hash, Found: hashText(l.hash)})
		}
	}
}

// missDevices finds the known ones of which there is no journal at all.
func (v *Verification) missDevices(w *walk) {
	for _, device := range slices.Sorted(maps.Keys(w.known.Devices)) {
		k, c := w.known.Devices[device], Chain{Device: device}
		there := slices.ContainsFunc(v.Chains, func(c Chain) bool { return c.Device == device })
		if k.Seq == 0 || there || w.options.Device != "" && w.options.Device != device {
			continue
		}
		c.gone(1, k.Seq, k.Hash, w.note)
		v.Chains = append(v.Chains, c)
	}
	slices.SortFunc(v.Chains, func(a, b Chain) int { return cmp.Compare(a.Device, b.Device) })
}

func (c *Chain) gone(from, until uint64, hash, file string) {
	c.found(Finding{Code: RecordGone, Seq: from, Until: until, File: file, Expected: hash, Count: int(until - from + 1)})
}

func linkAt(links []link, seq uint64) (link, bool) {
	i, there := slices.BinarySearchFunc(links, seq, func(l link, seq uint64) int { return cmp.Compare(l.seq, seq) })
	if !there {
		return link{}, false
	}
	return links[i], true
}

// asidesIn are the journal files that a backup has set aside in a folder.
func asidesIn(dir string) ([]string, error) {
	paths, err := filepath.Glob(filepath.Join(dir, "*"+journalEnd+".aside-*"))
	return paths, classified(dir, err)
}

// compareAsides looks in files that were set aside for records that stand against the series: another one in the place of one
// of its own, or one that it no longer has. What nobody has signed proves nothing.
func (w *walk) compareAsides(ctx context.Context, c *Chain, links []link, asides []string) error {
	for _, path := range asides {
		once := walk{options: VerifyOptions{Progress: func(int64, int64) {}}, form: w.form}
		err := once.read(ctx, journalFiles{paths: []string{path}}, func(one checked) {
			if one.seq == 0 || !one.signed || len(one.wrong) > 0 || one.device != c.Device {
				return
			}
			l, there := linkAt(links, one.seq)
			if !there {
				c.gone(one.seq, one.seq, hashText(one.hash), path)
			} else if l.hash != one.hash && !l.doubtful {
				c.found(Finding{Code: Forked, Seq: one.seq, File: path, Line: one.line, Expected: hashText(l.hash), Found: hashText(one.hash)})
			}
		})
		if err != nil && !errors.Is(err, ErrSealed) { // sealed once, and with a key that is no longer the folder's
			return err
		}
	}
	return nil
}
