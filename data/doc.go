// Package data is the store of the log of patrol records: every record durable when Append returns, found again after a
// crash, a full disk or damage to either of its two forms.
//
// The folder, all of it for the owner only:
//
//	device                       id of this device, in the form of a ULID
//	device.key                   the key that it signs with; on Windows in the user's own directory
//	lock, owner.json             who has the folder open
//	journal/<device>/2026-11.jsonl  the log itself, a file a month, one series of lines per device
//	index/                       the same records in Badger, for quick answers; can be built anew from the journals
//	index.state                  whether the index was closed properly
//	index.aside-<time>/          an index that was found damaged
//	damaged/                     journal lines that could not be read
//	vault, vault.recovery        of a sealed folder: its key, for the passphrase and for the recovery key
//	vault.unconfirmed            that nobody has confirmed to have the recovery key
//	turning                      what a folder that is being sealed or unsealed is to be
//	backup.json, backup.auto     the last good backup; where one is made by itself
//	known.json                   the devices that are known, and the ends of their series when the folder was closed last
//	restoring/                   what a restore is laying ready
//	settings.json, index.log, ballast
//
// A line of a journal is
//
//	{"n":17,"sum":"0123456789abcdef","received":"2026-11-24T14:05:31.250Z","signed":"…","record":{…}}
//
// where n counts the lines of the device's journal from 1 without a gap, record holds the exact bytes of the record,
// received (records from other devices only) is when they arrived here, and signed is the writing device's key and its
// signature over the bytes of the record (seal.Signature), in base64 for URLs. The sum is the beginning of the SHA-256 in
// hexadecimal of the text `n received signed record`, the parts joined by one blank; without a signature its blank is not
// there either. It finds a disk that errs; against a person stand the signature, and the hash of the device's record
// before it that each record names ("prev"). A line {"n":17,"sum":"…","lost":"…"}
// stands for one that was damaged beyond repair at that moment.
//
// In a sealed folder each line is such a text encrypted, and so are the index, the settings and what is set aside; of the
// lock, the journals' names and the index's state anybody can read that they are there.
//
// The journal is the truth. A record is acknowledged when its line is on the disk and the index has taken it; the
// index is not synced, and whatever it lacks after a power cut is put in from the journals at the next Open.
package data
