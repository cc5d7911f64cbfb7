package data

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"golang.org/x/sys/unix"
)

// fileSystems by their numbers, as statfs(2) gives them.
var fileSystems = map[uint32]struct {
	name string
	kind disk
}{
	unix.NFS_SUPER_MAGIC: {"nfs", networkDisk}, unix.SMB_SUPER_MAGIC: {"smb", networkDisk}, unix.CIFS_SUPER_MAGIC: {"cifs", networkDisk},
	unix.SMB2_SUPER_MAGIC: {"smb2", networkDisk}, unix.CEPH_SUPER_MAGIC: {"ceph", networkDisk}, unix.V9FS_MAGIC: {"9p", networkDisk},
	unix.AFS_SUPER_MAGIC: {"afs", networkDisk}, unix.TMPFS_MAGIC: {"tmpfs", memoryDisk}, unix.RAMFS_MAGIC: {"ramfs", memoryDisk},
	unix.MSDOS_SUPER_MAGIC: {"vfat", otherDisk}, unix.EXFAT_SUPER_MAGIC: {"exfat", otherDisk}, unix.EXT4_SUPER_MAGIC: {"ext4", otherDisk},
	unix.BTRFS_SUPER_MAGIC: {"btrfs", otherDisk}, unix.XFS_SUPER_MAGIC: {"xfs", otherDisk}, unix.F2FS_SUPER_MAGIC: {"f2fs", otherDisk},
	unix.OVERLAYFS_SUPER_MAGIC: {"overlay", otherDisk}, unix.FUSE_SUPER_MAGIC: {"fuse", otherDisk},
}

// diskOf names the file system of the path, and tells what kind of disk it is on, as far as that can be known.
func diskOf(path string) (name string, kind disk) {
	var fs unix.Statfs_t
	if err := unix.Statfs(path, &fs); err != nil {
		return "", otherDisk
	}
	known, ok := fileSystems[uint32(fs.Type)]
	if !ok {
		return fmt.Sprintf("%#x", uint32(fs.Type)), otherDisk
	}
	if known.kind == otherDisk && isRemovable(path) {
		return known.name, removableDisk
	}
	return known.name, known.kind
}

// isRemovable asks the system about the disk, or about the disk that the partition is on.
func isRemovable(path string) bool {
	var st unix.Stat_t
	if err := unix.Stat(path, &st); err != nil {
		return false
	}
	device, err := filepath.EvalSymlinks(fmt.Sprintf("/sys/dev/block/%d:%d", unix.Major(st.Dev), unix.Minor(st.Dev)))
	if err != nil {
		return false
	}
	for _, at := range []string{device, filepath.Dir(device)} {
		if b, err := os.ReadFile(filepath.Join(at, "removable")); err == nil {
			return strings.TrimSpace(string(b)) == "1"
		}
	}
	return false
}
