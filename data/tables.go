package data

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"os"

	"github.com/dgraph-io/badger/v4"
	"github.com/dgraph-io/badger/v4/fb"
	"github.com/dgraph-io/badger/v4/table"
	"github.com/dgraph-io/ristretto/v2"
)

// checkTables verifies every block of every table and pauses after each of them. It reads them itself, because
// Badger panics over some damage on goroutines of its own, where nobody can recover.
func checkTables(ctx context.Context, dir string, form form, pause func()) error {
	tables, err := settledManifest(dir, pause)
	if errors.Is(err, os.ErrNotExist) {
		return nil
	}
	if err != nil {
		return fmt.Errorf("%w: %w", errDamaged, err)
	}
	how, err := tableReading(dir, form)
	if err != nil {
		return fmt.Errorf("%w: %w", errDamaged, err)
	}
	defer how.close()
	var buffer bytes.Buffer
	for id, m := range tables {
		buffer.Reset()
		if err := how.check(table.NewFilename(id, dir), id, m, &buffer); err != nil {
			if now, e := settledManifest(dir, pause); e == nil {
				if _, still := now[id]; !still {
					continue // compacted away meanwhile
				}
			}
			return fmt.Errorf("%w: table %d: %w", errDamaged, id, err)
		}
		if ctx.Err() != nil {
			return ctx.Err()
		}
		pause()
	}
	return nil
}

// manifestTries is how often a manifest is read that is in the midst of a change.
const manifestTries = 5

// settledManifest gives the tables of an index that Badger may be changing: what cannot be read is read again after a pause.
func settledManifest(dir string, pause func()) (tables map[uint64]badger.TableManifest, err error) {
	for range manifestTries {
		if tables, _, err = readManifest(dir); err == nil {
			break
		}
		pause()
	}
	return tables, err
}

// reading is how tables are read.
type reading struct {
	keys  *badger.KeyRegistry // nil: they are in plain text
	cache *ristretto.Cache[uint64, *fb.TableIndex]
}

func tableReading(dir string, form form) (how reading, err error) {
	defer recoverInto(&err) // Badger panics over a key registry that is cut short
	if !form.writesSealed {
		return reading{}, nil
	}
	keys, err := badger.OpenKeyRegistry(badger.KeyRegistryOptions{Dir: dir, ReadOnly: true, EncryptionKey: form.key.Badger()})
	if err != nil {
		return reading{}, err
	}
	cache, err := ristretto.NewCache(&ristretto.Config[uint64, *fb.TableIndex]{NumCounters: 1000, MaxCost: 16 << 20, BufferItems: 64})
	return reading{keys, cache}, err
}

func (how reading) close() { how.cache.Close() }

// check verifies a table.
func (how reading) check(path string, id uint64, m badger.TableManifest, buffer *bytes.Buffer) (err error) {
	defer recoverInto(&err)
	t, err := how.open(path, id, m, buffer)
	if err != nil {
		return err
	}
	return t.VerifyChecksum()
}

// open reads the table into the buffer: mapped, a table that Badger deletes meanwhile would kill the program.
func (how reading) open(path string, id uint64, m badger.TableManifest, buffer *bytes.Buffer) (*table.Table, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer func() { _ = f.Close() }()
	info, err := f.Stat()
	if err != nil {
		return nil, err
	}
	buffer.Grow(int(info.Size()) + bytes.MinRead)
	if _, err := buffer.ReadFrom(f); err != nil {
		return nil, err
	}
	o := table.Options{Compression: m.Compression, BlockSize: 4 << 10, IndexCache: how.cache}
	if how.keys != nil {
		if o.DataKey, err = how.keys.DataKey(m.KeyID); err != nil {
			return nil, err
		}
	}
	return table.OpenInMemoryTable(buffer.Bytes(), id, &o)
}
