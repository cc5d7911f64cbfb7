package data

import (
	"errors"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"regexp"
	"slices"
	"strings"

	"github.com/dgraph-io/badger/v4"

	"beatbook/data/seal"
)

// What the program makes, by its name in the folder that it is in.
var (
	ownFiles = []string{
		"device", "device.key", vaultName, recoveryName, unconfirmedName, turningName, "settings.json", knownName, backupNoteName, autoBackupName,
		"lock", "owner.json", "index.state", "index.log", "ballast",
	}
	ownFolders = []string{".", "journal", "index", "damaged", "crash", restoringName}

	ownKeys    = regexp.MustCompile(`^device\.key\.unreadable-\d{8}T\d{6}Z$`)
	ownMonths  = regexp.MustCompile(`^\d{4}-\d{2}\.jsonl$`)
	ownTables  = regexp.MustCompile(`^(\d+\.(sst|vlog|mem)|MANIFEST|MANIFEST-REWRITE|KEYREGISTRY|REWRITE-KEYREGISTRY|DISCARD|LOCK)$`)
	ownDamaged = regexp.MustCompile(`-\d{4}-\d{2}-\d{8}T\d{6}Z$`)
	ownCrashes = regexp.MustCompile(`^crash-.*\.txt$`)

	ownRests = regexp.MustCompile(`^\.(.+)-([A-Z2-7]{26}|\d+)$`)       // of a replacement that was cut off
	ownAside = regexp.MustCompile(`^(.+)\.aside-\d{8}T\d{6}Z(-\d+)?$`) // in a backup
)

// isOwn reports whether it is something that the program makes itself, by its name.
func (f folderFile) isOwn() bool {
	name := filepath.ToSlash(f.name)
	if rest, inside := strings.CutPrefix(name, restoringName+"/"); inside {
		name = rest
	}
	if f.IsDir() {
		device, inJournal := strings.CutPrefix(name, inJournals)
		return slices.Contains(ownFolders, name) || inJournal && isJournalFolder(device) || path.Dir(name) == "." && strings.HasPrefix(name, inAside)
	}
	return isOwnFile(path.Dir(name), bareName(path.Base(name)))
}

// bareName is the name of the file that another one was to replace, or was.
func bareName(name string) string {
	for _, added := range []*regexp.Regexp{ownRests, ownAside} {
		if m := added.FindStringSubmatch(name); m != nil {
			name = m[1]
		}
	}
	return name
}

func isOwnFile(folder, name string) bool {
	device, inJournal := strings.CutPrefix(folder, inJournals)
	switch {
	case folder == ".":
		return slices.Contains(ownFiles, name) || ownKeys.MatchString(name)
	case inJournal:
		return isJournalFolder(device) && ownMonths.MatchString(name)
	case folder == "index", strings.HasPrefix(folder, inAside):
		return ownTables.MatchString(name)
	case folder == "damaged":
		return ownDamaged.MatchString(name)
	}
	return folder == "crash" && ownCrashes.MatchString(name)
}

func isJournalFolder(name string) bool {
	_, ok := deviceOf(name)
	return ok
}

// isDataFolder reports whether there is something in the folder that only this program puts there.
func (x *examiner) isDataFolder() bool {
	dir := x.store.dir
	if id := deviceName(dir); len(id) == ulidLength && isJournalFolder(id) {
		return true
	}
	for _, name := range []string{vaultName, recoveryName} {
		if b, err := os.ReadFile(filepath.Join(dir, name)); err == nil && seal.CheckVault(b) == nil {
			return true
		}
	}
	hasIndex := exists(x.store.path("index.state")) && exists(filepath.Join(x.store.indexDir(), badger.ManifestFilename))
	return hasIndex || holdsJournals(dir) || holdsJournals(filepath.Join(dir, restoringName))
}

func holdsJournals(dir string) bool {
	months, _ := filepath.Glob(filepath.Join(dir, "journal", "*", "*"+journalEnd))
	return slices.ContainsFunc(months, func(path string) bool {
		return ownMonths.MatchString(filepath.Base(path)) && isJournalFolder(filepath.Base(filepath.Dir(path)))
	})
}

// firstStrange is something in the folder that the program did not make, empty where there is nothing of the kind.
func firstStrange(dir string) (name string) {
	eachIn(dir, func(f folderFile) error {
		if f.isOwn() {
			return nil
		}
		name = f.name
		return fs.SkipAll
	}, func(string, error) {})
	return name
}

// StrangeFiles are the files in a folder, by their paths from there on, that the program did not make, and does not encrypt
// where the folder is sealed. A folder that cannot be looked into is one of them.
func StrangeFiles(dir string) (names []string) {
	encrypted := (&Store{dir: dir}).smallFiles()
	add := func(path string) {
		if name, err := filepath.Rel(dir, path); err == nil {
			names = append(names, name)
		}
	}
	eachIn(dir, func(f folderFile) error {
		path := filepath.Join(dir, f.name)
		if f.Mode().IsRegular() && !f.isOwn() && !slices.Contains(encrypted, path) {
			add(path)
		}
		return nil
	}, func(path string, _ error) { add(path) })
	return names
}

// eachIn visits all in a folder, each folder before what is in it, until visit says fs.SkipAll, and tells what could not be
// looked into. What goes away meanwhile is no matter: another program may be at work.
func eachIn(dir string, visit func(folderFile) error, closed func(path string, err error)) {
	_ = filepath.WalkDir(dir+string(filepath.Separator), func(path string, d fs.DirEntry, err error) error {
		if err != nil && !errors.Is(err, fs.ErrNotExist) {
			closed(path, err)
		}
		if err != nil {
			return nil
		}
		info, err := d.Info()
		if err != nil {
			return nil
		}
		name, err := filepath.Rel(dir, path)
		if err != nil {
			return err
		}
		return visit(folderFile{name, info})
	})
}
