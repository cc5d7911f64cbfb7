// Package data is the store of the log of patrol records: every record durable when Append returns, found again after a
// crash, a full disk or damage to either of its two forms.
//
// The folder, all of it for the owner only:
//
//	device                       id of this device, a ULID
//	lock, owner.json             who has the folder open
//	journal/<device>/2026-11.jsonl  the log itself, a file a month, one series of lines per device
//	index/                       the same records in Badger, for quick answers; can be built anew from the journals
//	index.state                  whether the index was closed properly
//	index.aside-<time>/          an index that was found damaged
//	damaged/                     journal lines that could not be read
//	settings.json, index.log, ballast
//
// A line of a journal is
//
//	{"n":17,"sum":"0123456789abcdef","received":"2026-11-24T14:05:31.250Z","record":{…}}
//
// where n counts the lines of the device's journal from 1 without a gap, record holds the exact bytes of the record,
// received (records from other devices only) is when they arrived here, and sum is the beginning of the SHA-256 in
// hexadecimal of the text `n received record`, the parts joined by one blank. A line {"n":17,"sum":"…","lost":"…"}
// stands for one that was damaged beyond repair at that moment.
//
// The journal is the truth. A record is acknowledged when its line is on the disk and the index has taken it; the
// index is not synced, and whatever it lacks after a power cut is put in from the journals at the next Open.
package data
