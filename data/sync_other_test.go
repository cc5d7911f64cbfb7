//go:build !linux

package data

import "os"

func bareSync(f *os.File) error { return f.Sync() }
