//go:build !windows

package data

import (
	"errors"
	"path/filepath"
	"syscall"
)

// keyPath is where the key of the device lies: in the folder, which nobody else may enter.
func keyPath(dir, _ string) string { return filepath.Join(dir, "device.key") }

func isDiskFull(err error) bool {
	return errors.Is(err, syscall.ENOSPC) || errors.Is(err, syscall.EDQUOT)
}

func isReadOnly(err error) bool { return errors.Is(err, syscall.EROFS) }

func isNotFolder(err error) bool {
	return errors.Is(err, syscall.ENOTDIR)
}
