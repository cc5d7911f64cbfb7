package data

// Part is what a note of an examination is about.
type Part string

// The parts, in the order of the report.
const (
	PartFolder      Part = "folder"
	PartSpace       Part = "space"
	PartPermissions Part = "permissions"
	PartLock        Part = "lock"
	PartSeal        Part = "seal"
	PartDevice      Part = "device"
	PartJournal     Part = "journal"
	PartIndex       Part = "index"
	PartChain       Part = "chain"
	PartClock       Part = "clock"
	PartPlan        Part = "plan"
	PartSettings    Part = "settings"
	PartBackup      Part = "backup"
	PartAside       Part = "aside"
)

// Parts are all of them.
var Parts = []Part{
	PartFolder, PartSpace, PartPermissions, PartLock, PartSeal, PartDevice, PartJournal, PartIndex, PartChain, PartClock,
	PartPlan, PartSettings, PartBackup, PartAside,
}

// State is how what was examined is.
type State string

// The states, from the best to the worst.
const (
	Fine   State = "ok"
	Unseen State = "unseen" // could not be examined
	Warns  State = "warns"
	Fails  State = "fails"
)

// NoteCode says what an examination found. The texts are the screen's.
type NoteCode string

// The codes. What each means to the reader is told by its text; the figures beside it are those of Note.
const (
	NeedsKey   NoteCode = "needs-key"  // of a sealed folder, which was not given
	InUse      NoteCode = "in-use"     // another program is changing it
	Unreadable NoteCode = "unreadable" // Path, Found: the error

	FolderFine     NoteCode = "folder-fine"
	FolderMissing  NoteCode = "folder-missing"
	FolderNone     NoteCode = "folder-none"    // something else stands in its place
	FolderForeign  NoteCode = "folder-foreign" // holds other things, and nothing of the program
	DiskNetwork    NoteCode = "disk-network"
	DiskRemovable  NoteCode = "disk-removable"
	DiskMemory     NoteCode = "disk-memory"
	SpaceFine      NoteCode = "space-fine"
	SpaceUnrated   NoteCode = "space-unrated" // enough, and nobody knows for how long
	SpaceShort     NoteCode = "space-short"
	SpaceNone      NoteCode = "space-none"
	ModesFine      NoteCode = "modes-fine"
	ModesOpen      NoteCode = "modes-open"
	FoldersOpen    NoteCode = "folders-open" // to be looked into, not to be changed
	FilesLocked    NoteCode = "files-locked"
	LockFree       NoteCode = "lock-free"
	LockHeld       NoteCode = "lock-held"
	LockNameless   NoteCode = "lock-nameless"
	LockStale      NoteCode = "lock-stale"
	SealPlain      NoteCode = "seal-plain"
	SealFine       NoteCode = "seal-fine"
	SealTurning    NoteCode = "seal-turning"
	SealLeftover   NoteCode = "seal-leftover"
	SealStrange    NoteCode = "seal-strange" // files that are not the program's
	VaultMissing   NoteCode = "vault-missing"
	VaultDamaged   NoteCode = "vault-damaged"
	RecoveryGone   NoteCode = "recovery-gone"
	RecoveryBroken NoteCode = "recovery-broken"
	RecoveryUnseen NoteCode = "recovery-unseen" // by whoever is to keep it

	DeviceFine    NoteCode = "device-fine"
	DeviceUnused  NoteCode = "device-unused" // it has written nothing yet
	DeviceNew     NoteCode = "device-new"    // there will be one with the first record
	DeviceKeyGone NoteCode = "device-key-gone"
	DeviceKeyBad  NoteCode = "device-key-bad"
	DeviceRenamed NoteCode = "device-renamed"
	DeviceEarlier NoteCode = "device-earlier" // under another id records were written here
	DeviceChanged NoteCode = "device-changed" // the same, and not long ago

	JournalsNone      NoteCode = "journals-none"
	JournalFine       NoteCode = "journal-fine"
	JournalDamaged    NoteCode = "journal-damaged"
	JournalGap        NoteCode = "journal-gap"
	JournalTorn       NoteCode = "journal-torn"
	JournalLost       NoteCode = "journal-lost"
	JournalStrange    NoteCode = "journal-strange"
	IndexFine         NoteCode = "index-fine"
	IndexNone         NoteCode = "index-none"
	IndexMissing      NoteCode = "index-missing"
	IndexUnclosed     NoteCode = "index-unclosed"
	IndexBroken       NoteCode = "index-broken"
	IndexTableBroken  NoteCode = "index-table-broken"
	IndexCounts       NoteCode = "index-counts"
	IndexMiscounts    NoteCode = "index-miscounts"
	IndexBehind       NoteCode = "index-behind"
	IndexAhead        NoteCode = "index-ahead"
	IndexDiffers      NoteCode = "index-differs"
	ChainFine         NoteCode = "chain-fine"
	ChainUnsigned     NoteCode = "chain-unsigned"
	ChainBroken       NoteCode = "chain-broken"
	ChainDamaged      NoteCode = "chain-damaged" // it follows from the damage of the journal
	ClockFine         NoteCode = "clock-fine"
	ClockUntried      NoteCode = "clock-untried"
	ClockBack         NoteCode = "clock-back"
	ClockMoved        NoteCode = "clock-moved"
	ClockAheadRecords NoteCode = "clock-ahead-records"
	ClockStep         NoteCode = "clock-step" // between two nights
	DoubtBack         NoteCode = "doubt-back"
	DoubtMoved        NoteCode = "doubt-moved"
	DoubtAhead        NoteCode = "doubt-ahead"
	DoubtByFuture     NoteCode = "doubt-by-future" // by nothing but a record from the future before them
	DriftFine         NoteCode = "drift-fine"
	DriftAhead        NoteCode = "drift-ahead"
	ZoneFine          NoteCode = "zone-fine"
	ZoneDiffers       NoteCode = "zone-differs"

	PlanFine       NoteCode = "plan-fine"
	PlanNone       NoteCode = "plan-none"
	PlanProblems   NoteCode = "plan-problems"
	SettingsFine   NoteCode = "settings-fine"
	SettingsNone   NoteCode = "settings-none"
	SettingsBroken NoteCode = "settings-broken"
	BackupFine     NoteCode = "backup-fine"
	BackupOld      NoteCode = "backup-old"
	BackupGone     NoteCode = "backup-gone" // the folder for those that are made by themselves
	BackupNone     NoteCode = "backup-none"
	BackupNothing  NoteCode = "backup-nothing" // there are no records
	AsideNone      NoteCode = "aside-none"
	AsideIndex     NoteCode = "aside-index"
	AsideLines     NoteCode = "aside-lines"
	AsideKey       NoteCode = "aside-key"
	AsideCrash     NoteCode = "aside-crash"
)

// meaning is what a code says of itself.
type meaning struct {
	part    Part // empty: any
	state   State
	mending mending
}

// mending is what Fix does about a note.
type mending int

const (
	byHand mending = iota
	byMode         // takes the permissions of others away
	byOpening
	byTurning // seals once more what was left in plain text
)

var meanings = map[NoteCode]meaning{
	NeedsKey: {"", Unseen, byHand}, InUse: {"", Unseen, byHand}, Unreadable: {"", Fails, byHand},

	FolderFine: {PartFolder, Fine, byHand}, FolderMissing: {PartFolder, Fails, byHand}, FolderNone: {PartFolder, Fails, byHand},
	FolderForeign: {PartFolder, Fails, byHand},
	DiskNetwork:   {PartFolder, Warns, byHand}, DiskRemovable: {PartFolder, Warns, byHand}, DiskMemory: {PartFolder, Warns, byHand},

	SpaceFine: {PartSpace, Fine, byHand}, SpaceUnrated: {PartSpace, Fine, byHand},
	SpaceShort: {PartSpace, Warns, byHand}, SpaceNone: {PartSpace, Fails, byHand},

	ModesFine: {PartPermissions, Fine, byHand}, ModesOpen: {PartPermissions, Fails, byMode}, FoldersOpen: {PartPermissions, Warns, byMode}, FilesLocked: {PartPermissions, Fails, byHand},

	LockFree: {PartLock, Fine, byHand}, LockHeld: {PartLock, Fine, byHand},
	LockNameless: {PartLock, Warns, byHand}, LockStale: {PartLock, Warns, byOpening},

	SealPlain: {PartSeal, Fine, byHand}, SealFine: {PartSeal, Fine, byHand}, SealTurning: {PartSeal, Warns, byOpening},
	SealLeftover: {PartSeal, Fails, byTurning}, SealStrange: {PartSeal, Warns, byHand}, VaultMissing: {PartSeal, Fails, byHand}, VaultDamaged: {PartSeal, Fails, byHand},
	RecoveryGone: {PartSeal, Warns, byHand}, RecoveryBroken: {PartSeal, Warns, byHand}, RecoveryUnseen: {PartSeal, Warns, byHand},

	DeviceFine: {PartDevice, Fine, byHand}, DeviceUnused: {PartDevice, Fine, byHand}, DeviceNew: {PartDevice, Fine, byHand}, DeviceKeyGone: {PartDevice, Fails, byHand},
	DeviceKeyBad: {PartDevice, Fails, byHand}, DeviceRenamed: {PartDevice, Warns, byOpening}, DeviceEarlier: {PartDevice, Fine, byHand},
	DeviceChanged: {PartDevice, Warns, byHand},

	JournalsNone: {PartJournal, Fine, byHand}, JournalFine: {PartJournal, Fine, byHand}, JournalDamaged: {PartJournal, Fails, byOpening},
	JournalGap: {PartJournal, Fails, byOpening}, JournalTorn: {PartJournal, Warns, byOpening},
	JournalLost: {PartJournal, Warns, byHand}, JournalStrange: {PartJournal, Warns, byHand},

	IndexFine: {PartIndex, Fine, byHand}, IndexNone: {PartIndex, Fine, byHand}, IndexMissing: {PartIndex, Fails, byOpening},
	IndexUnclosed: {PartIndex, Warns, byOpening}, IndexBroken: {PartIndex, Fails, byOpening},
	IndexTableBroken: {PartIndex, Fails, byOpening}, IndexCounts: {PartIndex, Fine, byHand},
	IndexMiscounts: {PartIndex, Fails, byOpening}, IndexBehind: {PartIndex, Warns, byOpening},
	IndexAhead: {PartIndex, Fails, byOpening}, IndexDiffers: {PartIndex, Fails, byOpening},

	ChainFine: {PartChain, Fine, byHand}, ChainUnsigned: {PartChain, Warns, byHand}, ChainBroken: {PartChain, Fails, byHand}, ChainDamaged: {PartChain, Fails, byHand},

	ClockFine: {PartClock, Fine, byHand}, ClockUntried: {PartClock, Fine, byHand}, ClockBack: {PartClock, Warns, byHand},
	ClockMoved: {PartClock, Warns, byHand}, ClockStep: {PartClock, Warns, byHand}, ClockAheadRecords: {PartClock, Warns, byHand},
	DoubtBack: {PartClock, Warns, byHand}, DoubtMoved: {PartClock, Warns, byHand}, DoubtAhead: {PartClock, Warns, byHand},
	DoubtByFuture: {PartClock, Warns, byHand},
	DriftFine:     {PartClock, Fine, byHand}, DriftAhead: {PartClock, Warns, byHand},
	ZoneFine: {PartClock, Fine, byHand}, ZoneDiffers: {PartClock, Warns, byHand},

	PlanFine: {PartPlan, Fine, byHand}, PlanNone: {PartPlan, Warns, byHand}, PlanProblems: {PartPlan, Fails, byHand},
	SettingsFine: {PartSettings, Fine, byHand}, SettingsNone: {PartSettings, Fine, byHand}, SettingsBroken: {PartSettings, Warns, byHand},
	BackupFine: {PartBackup, Fine, byHand}, BackupOld: {PartBackup, Warns, byHand}, BackupGone: {PartBackup, Warns, byHand},
	BackupNone: {PartBackup, Warns, byHand}, BackupNothing: {PartBackup, Fine, byHand},
	AsideNone: {PartAside, Fine, byHand}, AsideIndex: {PartAside, Warns, byHand}, AsideLines: {PartAside, Warns, byHand},
	AsideKey: {PartAside, Warns, byHand}, AsideCrash: {PartAside, Warns, byHand},
}

// NoteCodes are all of them, with the state that each stands for.
func NoteCodes() map[NoteCode]State {
	all := map[NoteCode]State{}
	for code, m := range meanings {
		all[code] = m.state
	}
	return all
}
