package data

import (
	"errors"
	"os"
	"path/filepath"
	"strconv"
	"time"

	"github.com/adrg/xdg"
	"golang.org/x/sys/windows"
	"golang.org/x/sys/windows/registry"
)

// keyPath is where the key of the device lies: in the user's own directory, because a folder elsewhere is open to everybody.
func keyPath(_, device string) string {
	return filepath.Join(xdg.DataHome, "beatbook", "keys", device+".key")
}

// sinceBoot is the time since the machine was booted, sleep included.
func sinceBoot() time.Duration { return windows.DurationSinceBoot() }

// bootID is the identity of the boot, empty where it cannot be known.
func bootID() string {
	const path = `SYSTEM\CurrentControlSet\Control\Session Manager\Memory Management\PrefetchParameters`
	key, err := registry.OpenKey(registry.LOCAL_MACHINE, path, registry.QUERY_VALUE)
	if err != nil {
		return ""
	}
	defer func() { _ = key.Close() }()
	id, _, err := key.GetIntegerValue("BootId")
	if err != nil {
		return ""
	}
	return strconv.FormatUint(id, 10)
}

// syncData brings the content and the size of the file to the disk.
func syncData(f *os.File) error { return f.Sync() }

// freeBytes is the space that is left to this user on the volume of the path.
func freeBytes(path string) (uint64, error) {
	name, err := windows.UTF16PtrFromString(path)
	if err != nil {
		return 0, err
	}
	var free uint64
	err = windows.GetDiskFreeSpaceEx(name, &free, nil, nil)
	return free, err
}

// reserve gives the file real blocks up to size.
func reserve(path string, size int64) error {
	f, err := os.OpenFile(path, os.O_RDWR|os.O_CREATE, 0o600)
	if err != nil {
		return err
	}
	defer func() { _ = f.Close() }()
	return f.Truncate(size)
}

func isDiskFull(err error) bool {
	return errors.Is(err, windows.ERROR_DISK_FULL) || errors.Is(err, windows.ERROR_HANDLE_DISK_FULL)
}

func isReadOnly(err error) bool { return errors.Is(err, windows.ERROR_WRITE_PROTECT) }

func isNotFolder(err error) bool { return errors.Is(err, windows.ERROR_DIRECTORY) }
