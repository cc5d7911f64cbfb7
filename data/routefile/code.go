package routefile

// Code names a kind of problem. The sentences for it are the screen's.
type Code string

// Problems of the file as a whole. After one of these nothing further is looked at.
const (
	TooLarge         Code = "too-large"         // Detail: the limit
	NotUTF8          Code = "not-utf8"          // Subject: the byte
	LooksGBK         Code = "looks-gbk"         // Subject: the byte
	LooksUTF16       Code = "looks-utf16"       // the file begins with the mark of UTF-16
	ForbiddenRune    Code = "forbidden-rune"    // Subject: U+0000 and the like; also found inside texts
	EmptyFile        Code = "empty-file"        // nothing but comments
	Syntax           Code = "syntax"            // Subject: the line; Detail: what the YAML parser said, in English
	TooDeep          Code = "too-deep"          // Detail: the limit
	SeveralDocuments Code = "several-documents" // at the second one
	Alias            Code = "alias"             // Subject: the name of the anchor
	MergeKey         Code = "merge-key"
	ExplicitTag      Code = "explicit-tag" // Subject: the tag
)

// Problems of form.
const (
	WantMap      Code = "want-map"
	WantList     Code = "want-list"
	WantText     Code = "want-text"
	WantNumber   Code = "want-number"
	UnknownKey   Code = "unknown-key"   // Detail: the nearest known key, or nothing
	DuplicateKey Code = "duplicate-key" // Detail: line of the first
	MissingKey   Code = "missing-key"   // Subject: the key; at the mapping that lacks it
	EmptyList    Code = "empty-list"
	LongList     Code = "long-list" // Detail: the limit; at the first entry too many
	EmptyText    Code = "empty-text"
	LongText     Code = "long-text" // Detail: the limit in characters
)

// Problems of single values.
const (
	BadVersion        Code = "bad-version" // Detail: the version that is understood
	BadID             Code = "bad-id"
	DuplicateID       Code = "duplicate-id"       // Detail: line of the first
	ReservedID        Code = "reserved-id"        // of an outcome that is known without the file
	UnknownValue      Code = "unknown-value"      // Detail: the possible values
	UnknownCheckpoint Code = "unknown-checkpoint" // Detail: the nearest id, or nothing
	UnknownRoute      Code = "unknown-route"      // Detail: the nearest id, or nothing
	UnknownZone       Code = "unknown-zone"
	BadTime           Code = "bad-time"
	BadDuration       Code = "bad-duration"
	DurationRange     Code = "duration-range" // Detail: the least and the most
	BadPosition       Code = "bad-position"   // Detail: the range
	ZeroPosition      Code = "zero-position"  // 0, 0: a position that was never filled in
	BadRadius         Code = "bad-radius"     // Detail: the range
)

// Problems of values that do not go together.
const (
	ToleranceOrder   Code = "tolerance-order"   // on_time is more than outer; Detail: outer
	RepeatedRound    Code = "repeated-round"    // Detail: line of the first
	RoundOrder       Code = "round-order"       // Detail: the round before it
	RoundsAndEvery   Code = "rounds-and-every"  // at every
	NoRounds         Code = "no-rounds"         // neither rounds nor every; Subject: the route
	ZeroInterval     Code = "zero-interval"     // every: 0m
	ZeroContact      Code = "zero-contact"      // contact: 0m
	TimedInterval    Code = "timed-interval"    // Subject: a key that has no meaning in an interval plan
	RepeatedCall     Code = "repeated-call"     // twice in one interval plan; Detail: line of the first
	AfterAndWindow   Code = "after-and-window"  // at after
	HalfWindow       Code = "half-window"       // Subject: the key that is there; Detail: the one that is not
	WindowReversed   Code = "window-reversed"   // Subject: the checkpoint; Detail: from, to
	OverlappingBands Code = "overlapping-bands" // Subject: the checkpoint; Detail: both on-time bands
)

// Codes is every code that a Problem may carry.
var Codes = []Code{
	TooLarge, NotUTF8, LooksGBK, LooksUTF16, ForbiddenRune, EmptyFile, Syntax, TooDeep, SeveralDocuments, Alias, MergeKey,
	ExplicitTag,
	WantMap, WantList, WantText, WantNumber, UnknownKey, DuplicateKey, MissingKey, EmptyList, LongList, EmptyText, LongText,
	BadVersion, BadID, DuplicateID, ReservedID, UnknownValue, UnknownCheckpoint, UnknownRoute, UnknownZone, BadTime, BadDuration,
	DurationRange, BadPosition, ZeroPosition, BadRadius,
	ToleranceOrder, RepeatedRound, RoundOrder, RoundsAndEvery, NoRounds, ZeroInterval, ZeroContact, TimedInterval,
	RepeatedCall, AfterAndWindow, HalfWindow, WindowReversed, OverlappingBands,
}
