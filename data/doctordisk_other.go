//go:build !linux && !windows

package data

// diskOf is not known here.
func diskOf(string) (name string, kind disk) { return "", otherDisk }
