package data

import (
	"errors"
	"path/filepath"

	"golang.org/x/sys/windows"
)

// diskOf tells what kind of disk the path is on, as far as that can be known.
func diskOf(path string) (name string, kind disk) {
	root, err := windows.UTF16PtrFromString(filepath.VolumeName(path) + `\`)
	if err != nil {
		return "", otherDisk
	}
	switch windows.GetDriveType(root) {
	case windows.DRIVE_REMOTE:
		return filepath.VolumeName(path), networkDisk
	case windows.DRIVE_REMOVABLE, windows.DRIVE_CDROM:
		return filepath.VolumeName(path), removableDisk
	case windows.DRIVE_RAMDISK:
		return filepath.VolumeName(path), memoryDisk
	}
	return filepath.VolumeName(path), otherDisk
}

// isRunning reports whether there is a process of that number.
func isRunning(pid int) bool {
	handle, err := windows.OpenProcess(windows.PROCESS_QUERY_LIMITED_INFORMATION, false, uint32(pid))
	if err != nil {
		return errors.Is(err, windows.ERROR_ACCESS_DENIED)
	}
	defer func() { _ = windows.CloseHandle(handle) }()
	var code uint32
	const stillActive = 259
	return windows.GetExitCodeProcess(handle, &code) == nil && code == stillActive
}
