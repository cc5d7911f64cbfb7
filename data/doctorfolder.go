package data

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"time"
)

// folderFile is a file or folder of the folder, by its path from there on.
type folderFile struct {
	name string
	fs.FileInfo
}

// The parts of the folder by the beginning of a file's path.
const (
	inJournals = "journal/"
	inIndex    = "index/"
	inAside    = "index.aside-"
	inDamaged  = "damaged/"
	inCrash    = "crash/"
)

func (f folderFile) under(beginnings ...string) bool {
	return slices.ContainsFunc(beginnings, func(b string) bool { return strings.HasPrefix(filepath.ToSlash(f.name), b) })
}

// folderIsThere reports whether there is anything to be examined.
func (x *examiner) folderIsThere() bool {
	info, err := os.Stat(x.store.dir)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		x.note(FolderMissing, Note{Path: x.store.dir})
	case err != nil:
		x.unreadable(PartFolder, x.store.dir, err)
	case !info.IsDir():
		x.note(FolderNone, Note{Path: x.store.dir})
	default:
		return true
	}
	return false
}

// listFiles finds all that is in the folder.
func (x *examiner) listFiles() {
	add := func(f folderFile) error {
		x.files = append(x.files, f)
		return nil
	}
	eachIn(x.store.dir, add, func(path string, err error) { x.unreadable(PartFolder, path, err) })
}

// bytesUnder is the size of the files under one of the beginnings.
func (x *examiner) bytesUnder(beginnings ...string) (total int64) {
	for _, f := range x.files {
		if f.Mode().IsRegular() && f.under(beginnings...) {
			total += f.Size()
		}
	}
	return total
}

// folder says where it is, on what kind of disk, and what its parts take.
func (x *examiner) folder() {
	name, kind := diskOf(x.store.dir)
	sizes := Sizes{Journals: x.bytesUnder(inJournals), Index: x.bytesUnder(inIndex), Aside: x.bytesUnder(inAside, inDamaged, inCrash)}
	sizes.Other = x.bytesUnder("") - sizes.Journals - sizes.Index - sizes.Aside
	x.note(FolderFine, Note{Path: x.store.dir, Found: name, Sizes: &sizes})
	if code, doubtful := doubtfulDisks[kind]; doubtful {
		x.note(code, Note{Path: x.store.dir, Found: name})
	}
}

// disk is a kind of disk.
type disk int

const (
	otherDisk disk = iota
	networkDisk
	removableDisk
	memoryDisk
)

var doubtfulDisks = map[disk]NoteCode{networkDisk: DiskNetwork, removableDisk: DiskRemovable, memoryDisk: DiskMemory}

// What the space is measured by.
const (
	mostNights   = 3650                       // are told
	nightsToLast = 30                         // fewer warn
	enoughSpace  = spaceToOpen + spaceToWrite // where nobody knows what a night takes; less warns
)

// space compares what is free with what Open and each commit ask for, and with what a night has taken so far.
func (x *examiner) space() {
	free, err := x.store.sys.free(x.store.dir)
	if err != nil {
		x.unreadable(PartSpace, x.store.dir, err)
		return
	}
	free = min(free, 1<<60)
	left := Note{Bytes: int64(free), Limit: spaceToOpen}
	switch nights, rate := x.nightsSeen(); {
	case free < spaceToOpen:
		x.note(SpaceNone, left)
	case nights == 0 && free < enoughSpace:
		x.note(SpaceShort, left)
	case nights == 0:
		x.note(SpaceUnrated, left)
	default:
		left.Count = int(min((int64(free)-spaceToOpen)/max(rate, 1), mostNights))
		code := SpaceFine
		if left.Count < nightsToLast {
			code = SpaceShort
		}
		x.note(code, left)
	}
}

// nightsSeen is how many nights the journals hold, and what each has taken on average, in bytes.
func (x *examiner) nightsSeen() (nights int, rate int64) {
	seen := map[string]bool{}
	for _, j := range x.journals {
		for night := range j.nights {
			seen[night] = true
		}
	}
	return len(seen), x.bytesUnder(inJournals, inIndex) / int64(max(len(seen), 1))
}

// permissions finds what others than the owner may do with what the program made, and what the owner may not. The modes of
// other files are nobody's business here.
func (x *examiner) permissions() {
	own := slices.DeleteFunc(slices.Clone(x.files), func(f folderFile) bool { return !f.isOwn() })
	seen := map[NoteCode]Note{}
	count := func(code NoteCode, first Note) {
		first.Of = len(own)
		n := seen[code]
		tally(&n, first, 1)
		seen[code] = n
	}
	for _, f := range own {
		path := x.store.path(f.name)
		if tight, wrong := f.tightMode(); wrong {
			code := ModesOpen
			if f.IsDir() && f.Mode().Perm()&0o722 == 0o700 {
				code = FoldersOpen
			}
			count(code, Note{Path: path, Found: f.Mode().Perm().String(), Wanted: tight.String()})
		}
		if err := usable(path, f.IsDir()); errors.Is(err, fs.ErrPermission) {
			count(FilesLocked, Note{Path: path})
		}
	}
	for _, code := range []NoteCode{ModesOpen, FoldersOpen, FilesLocked} {
		if n, found := seen[code]; found {
			x.note(code, n)
		}
	}
	if len(seen) == 0 {
		x.note(ModesFine, Note{Count: len(own)})
	}
}

// tightMode is the mode that a file is to have, and whether its own one lets others in. Badger leaves it to the folder around
// its files to keep others from reading them. On Windows a mode says nothing about others.
func (f folderFile) tightMode() (tight fs.FileMode, wrong bool) {
	others, tight := fs.FileMode(0o077), fs.FileMode(0o600)
	switch {
	case f.IsDir():
		tight = 0o700
	case f.under(inIndex, inAside):
		others = 0o022
	}
	isPlain := f.IsDir() || f.Mode().IsRegular()
	return tight, isPlain && runtime.GOOS != "windows" && (f.Mode().Perm()&others != 0 || f.Mode().Perm()&tight != tight)
}

// usable tries whether a file can be read and written, and a folder be entered.
func usable(path string, isDir bool) error {
	how := os.O_RDWR
	if isDir {
		how = os.O_RDONLY
	}
	f, err := os.OpenFile(path, how, 0)
	if err == nil {
		err = f.Close()
	}
	if err == nil && isDir {
		_, err = os.Lstat(path + string(filepath.Separator) + ".")
	}
	return err
}

// aside lists what was put away, which nobody but the reader may delete (R17).
func (x *examiner) aside() {
	groups := map[string]*asideGroup{}
	for _, f := range x.files {
		name := filepath.ToSlash(f.name)
		first, _, _ := strings.Cut(name, "/")
		switch {
		case !f.Mode().IsRegular():
		case f.under(inAside):
			collect(groups, first, AsideIndex, f)
		case f.under(inDamaged):
			collect(groups, first, AsideLines, f)
		case f.under(inCrash):
			collect(groups, first, AsideCrash, f)
		case strings.Contains(name, ".unreadable-"):
			collect(groups, name, AsideKey, f)
		}
	}
	names := make([]string, 0, len(groups))
	for name := range groups {
		names = append(names, name)
	}
	slices.Sort(names)
	for _, name := range names {
		g := groups[name]
		x.note(g.code, Note{Path: x.store.path(name), Count: g.files, Bytes: g.bytes, At: g.newest})
	}
	if len(groups) == 0 {
		x.note(AsideNone, Note{})
	}
}

// asideGroup are files that were put away together.
type asideGroup struct {
	code   NoteCode
	files  int
	bytes  int64
	newest time.Time
}

func collect(groups map[string]*asideGroup, name string, code NoteCode, f folderFile) {
	g := groups[name]
	if g == nil {
		g = &asideGroup{code: code}
		groups[name] = g
	}
	g.files, g.bytes = g.files+1, g.bytes+f.Size()
	if f.ModTime().After(g.newest) {
		g.newest = f.ModTime()
	}
}
