package text

import "beatbook/data"

// Trust are the texts about what can be proven, and about what is encrypted.
type Trust struct {
	Verify             string // what the commands do, one line each, from here on
	Head               string
	Seal               string
	SealOn             string
	SealOff            string
	SealChange         string
	FlagNight          string // what the flags do from here on
	FlagDevice         string
	FlagHead           string
	FlagQR             string
	FlagOutput         string
	FlagPassphrase     string
	FlagNewPassphrase  string
	ArgPath            string // how the usage names it
	Reading            string // percent
	Chain              string // device, number of records, first and last number, short hash of the last record
	ChainEmpty         string // device
	ChainHolds         string
	ChainFails         string
	Findings           map[data.FindingCode]string
	HeadMissing        string // as one of the findings
	Finding            string // device, sentence
	Further            string // number of further findings of the kind
	HeadHolds          string // time, number, device
	NoRecords          string
	AllHolds           string // devices, records
	NightHolds         string // night
	NightEmpty         string // night
	Torn               string // device, file
	Fails              string // devices with findings, devices
	NoJournals         string // file or folder
	NoDevice           string // what was typed
	DeviceOfFile       string // flag
	BadHead            string // what was typed
	HeadOfOther        string // device of the head, device that was asked for
	HeadOf             string // device, number, time
	HeadUse            string
	QRRoom             string // columns, lines
	NoRecordYet        string
	Passphrase         string // prompts from here on
	RecoveryMore       string // number of characters that are missing
	NewPassphrase      string
	SealOrNot          string // the question at the first start
	GoOn               string
	RecoveryEnd        string // number of characters
	PassphraseRule     string // fewest characters, fewest different ones; said before one is typed
	SealOffer          string // before SealOrNot
	SealTakes          string // time
	SealGoesOn         string
	NeedsTerminal      string // flag
	NotUTF8            string // file
	TooManyTries       string // number
	Differ             string
	ShortPassphrase    string // fewest characters
	WeakPassphrase     string // fewest different characters
	LikeRecovery       string
	LongPassphrase     string // most bytes
	Vault              string
	RecoveryText       string
	OtherRecovery      string
	NotOpened          string // file or folder
	IsSealed           string
	IsPlain            string
	AlreadySealed      string
	NotSealed          string
	Sealing            string
	Unsealing          string
	Changing           string
	Building           string // percent
	Sealed             string
	Unsealed           string
	Changed            string
	HalfDone           string
	RecoveryUse        string
	RecoveryWrong      string
	RecoveryDone       string
	RecoveryNotWritten string
	Unconfirmed        string
}

var zhTrust = Trust{
	Verify:             "核验记录：没有被改动、没有缺少、确由本设备所写",
	Head:               "生成存证：证明到此刻为止已写下的记录",
	Seal:               "加密数据文件夹；不带子命令时显示是否已加密",
	SealOn:             "加密：设密码，给出恢复密钥",
	SealOff:            "取消加密，恢复为明文",
	SealChange:         "更换密码和恢复密钥",
	FlagNight:          "只核验这一夜的记录：年-月-日、今夜或昨夜",
	FlagDevice:         "只核验一台设备：编号，或其中不会混淆的一部分",
	FlagHead:           "核对存证：存证文字，或 @文件（@- 为标准输入）；可多次给出",
	FlagQR:             "同时画出二维码",
	FlagOutput:         "写入文件",
	FlagPassphrase:     "密码在哪个文件的第一行（- 为标准输入；默认 BEATBOOK_PASSPHRASE_FILE 所指的文件）",
	FlagNewPassphrase:  "新密码在哪个文件的第一行（- 为标准输入）",
	ArgPath:            "路径",
	Reading:            "正在核验：%d%%",
	Chain:              "设备 %s：%d 条记录，第 %d 至 %d 号，末条 %s，",
	ChainEmpty:         "设备 %s：没有记录，",
	ChainHolds:         "无误",
	ChainFails:         "有问题",
	Findings:           zhFindings,
	HeadMissing:        "存证所指的第 {r} 号记录不在了：应为 {e}。",
	Finding:            "  设备 %s：%s",
	Further:            "同类问题还有 %d 处。",
	HeadHolds:          "存证相符：%s 时的第 %d 号记录（设备 %s）仍在，当时的记录没有变。",
	NoRecords:          "没有记录。",
	AllHolds:           "核验通过：%d 台设备，共 %d 条记录。",
	NightHolds:         "核验通过：%s的记录。",
	NightEmpty:         "%s：没有记录，没有可核验的",
	Torn:               "设备 %s：%s 的最后一行不完整：正在写入，或者已被截断",
	Fails:              "核验不通过：%[2]d 台设备中有 %[1]d 台有问题。",
	NoJournals:         "%s 里没有记录：请指明数据文件夹、备份（名字以 beatbook- 开头），或其中的一个 .jsonl 文件。",
	NoDevice:           "没有设备「%s」的记录。",
	DeviceOfFile:       "选项 %s 只能用于文件夹",
	BadHead:            "「%s」不是有效的存证：可能抄错了字符，或缺了一部分",
	HeadOfOther:        "存证是设备 %s 的，不是 %s 的",
	HeadOf:             "设备 %s 到 %[3]s 为止，已写到第 %[2]d 号记录。",
	HeadUse:            "请打印或拍照保存。日后用 beatbook verify --head 核对：这些记录若被改动或删除，必会查出。",
	QRRoom:             "窗口太小，二维码要 %d 列 %d 行才能显示完整。二维码下面的文字内容相同，以文字为准。",
	NoRecordYet:        "本设备还没有写过记录，没有可存证的内容。",
	Passphrase:         "密码（或恢复密钥）",
	RecoveryMore:       "恢复密钥还差 %d 个字符，请接着输入",
	NewPassphrase:      "新密码",
	SealOrNot:          "要加密吗？输入 y 加密，直接按 Enter 不加密",
	GoOn:               "按 Enter 打开界面",
	RecoveryEnd:        "请抄好后输入恢复密钥的最后 %d 个字符",
	PassphraseRule:     "密码至少 %d 个字符，其中至少 %d 种不同的字符。输入时不显示。",
	SealOffer:          "这是第一次使用。本机保存的记录可以加密：电脑丢了，别人也看不到记录，但每次打开都要输入密码。现在不加密，以后也可以用 beatbook seal on 加密。",
	SealTakes:          "大约需要 %s。中途关掉窗口不会丢失记录，下次打开时会接着做。",
	SealGoesOn:         "已经开始，要做完才能停。如果不能等，可以关掉窗口：记录不会丢失，下次打开时会接着做。",
	NeedsTerminal:      "这里不是终端，无法输入密码。请用 %s 指明密码文件。",
	NotUTF8:            "%s 不是 UTF-8 文本，不能用作密码文件。",
	TooManyTries:       "%d 次都不对，没有打开，也没有更改。",
	Differ:             "两次输入的密码不同，没有更改。",
	ShortPassphrase:    "密码至少要有 %d 个字符（前后的空格不算），没有更改。",
	WeakPassphrase:     "密码至少要有 %d 种不同的字符，没有更改。",
	LikeRecovery:       "密码不能像恢复密钥那样开头，没有更改。",
	LongPassphrase:     "密码不能超过 %d 字节，没有更改。",
	Vault:              "存放密钥的文件 vault 或 vault.recovery 已损坏，或不见了。请改用密码或恢复密钥中的另一个，或从备份找回这个文件。",
	RecoveryText:       "恢复密钥有误：抄错了字符，或缺了一部分。请重新输入。",
	OtherRecovery:      "这是另一个文件夹的恢复密钥，或已被更换。请重新输入。",
	NotOpened:          "%s 已加密，没有能打开它的密钥：数据文件夹里的文件 vault 不见了，或属于另一个文件夹。请从备份找回 vault。",
	IsSealed:           "数据文件夹已加密。",
	IsPlain:            "数据文件夹没有加密。要加密请用 beatbook seal on",
	AlreadySealed:      "数据文件夹已经加密。要更换密码请用 beatbook seal change",
	NotSealed:          "数据文件夹没有加密。",
	Sealing:            "正在加密",
	Unsealing:          "正在取消加密",
	Changing:           "正在更换密码",
	Building:           "正在重建索引：%d%%",
	Sealed:             "数据文件夹已加密。今后打开时要输入密码。以前的备份仍是明文。",
	Unsealed:           "数据文件夹已恢复为明文，打开时不再要密码。",
	Changed:            "密码和恢复密钥已更换。数据密钥没有变：谁留有以前的 vault 文件（以前的备份里都有），又知道旧密码，仍能打开这个文件夹。若密码已泄露，请先 beatbook seal off，再 beatbook seal on，这样才会换新的数据密钥。",
	HalfDone:           "没有全部做完：下次打开数据文件夹时会继续，请先解决下面的问题。",
	RecoveryUse:        "恢复密钥：忘记密码时用它打开数据文件夹。只显示这一次，哪里都没有保存。请抄下或打印，放在安全的地方，不要和电脑放在一起。",
	RecoveryWrong:      "不是最后几个字符，请对照上面的密钥。",
	RecoveryDone:       "对。请清空窗口，不要让别人看到密钥。",
	RecoveryNotWritten: "没有核对恢复密钥。若没有抄下，请用 beatbook seal change 另换一个。",
	Unconfirmed:        "没有核对过恢复密钥，请用 beatbook seal change 另换一个",
}

var enTrust = Trust{
	Verify:             "Prove that no record was changed, none is missing, and each is its device's",
	Head:               "Write a signed head: proof of what was recorded by now",
	Seal:               "Encrypt the data folder; without a command show whether it is",
	SealOn:             "Encrypt: sets a passphrase and gives a recovery key",
	SealOff:            "Decrypt: all is plain text again",
	SealChange:         "Change the passphrase and the recovery key",
	FlagNight:          "only records of this night: YYYY-MM-DD, today or yesterday",
	FlagDevice:         "only this device: its id, or a part of it that is not in doubt",
	FlagHead:           "a signed head to check: its text, or @FILE (@- for stdin); may be given more than once",
	FlagQR:             "draw a QR code as well",
	FlagOutput:         "write to a file",
	FlagPassphrase:     "file whose first line is the passphrase (- for stdin; default the file that BEATBOOK_PASSPHRASE_FILE names)",
	FlagNewPassphrase:  "file whose first line is the new passphrase (- for stdin)",
	ArgPath:            "PATH",
	Reading:            "Verifying: %d%%",
	Chain:              "Device %s, records: %d (numbers %d to %d, the last is %s): ",
	ChainEmpty:         "Device %s, no records: ",
	ChainHolds:         "holds",
	ChainFails:         "does not hold",
	Findings:           enFindings,
	HeadMissing:        "Record {r}, which the head names, is not there: it ought to be {e}.",
	Finding:            "  Device %s: %s",
	Further:            "%d more of this kind.",
	HeadHolds:          "The head holds: record %[2]d of device %[3]s is still what it was at %[1]s, and so is all before it.",
	NoRecords:          "There are no records.",
	AllHolds:           "All holds. Devices: %d, records: %d.",
	NightHolds:         "All holds: %s.",
	NightEmpty:         "%s: no records, nothing to verify",
	Torn:               "Device %s: the last line of %s is not whole: it is being written, or it was torn off.",
	Fails:              "It does not hold. Devices with findings: %d of %d.",
	NoJournals:         "There are no records in %s. Name a data folder, a backup (its name begins with beatbook-), or one of its .jsonl files.",
	NoDevice:           "There are no records of a device \"%s\".",
	DeviceOfFile:       "Flag %s is for folders only",
	BadHead:            "\"%s\" is not a signed head: a character is wrong, or a part is missing",
	HeadOfOther:        "The head is of device %s, not of %s",
	HeadOf:             "Device %s has written up to record %d by %s.",
	HeadUse:            "Print it or take a picture, and keep it. Check it later with beatbook verify --head: if one of these records is changed or taken away, that will show.",
	QRRoom:             "The window is too small for the QR code, which takes %d columns and %d lines. The text under it says the same, and is what counts.",
	NoRecordYet:        "This device has written no record yet; there is nothing to give proof of.",
	Passphrase:         "Passphrase (or recovery key)",
	RecoveryMore:       "%d characters of the recovery key are missing; go on",
	NewPassphrase:      "New passphrase",
	SealOrNot:          "Encrypt it? Type y for yes, or just press Enter for no",
	GoOn:               "Press Enter to open the screen",
	RecoveryEnd:        "Write it down, then type the last %d characters of the recovery key",
	PassphraseRule:     "A passphrase has at least %d characters, %d of them different. It is not shown while it is typed.",
	SealOffer:          "This is the first start. What this computer keeps can be encrypted: if it is lost, nobody reads the records, but each start asks for a passphrase. It can be done later, too: beatbook seal on",
	SealTakes:          "This takes about %s. Closing the window loses no record: it goes on at the next start.",
	SealGoesOn:         "It has begun and has to be finished. If you cannot wait, close the window: no record is lost, and it goes on at the next start.",
	NeedsTerminal:      "This is not a terminal, so no passphrase can be typed. Name a file with it: %s",
	NotUTF8:            "%s is not text in UTF-8 and cannot be a passphrase file.",
	TooManyTries:       "%d wrong tries. Nothing was opened, and nothing changed.",
	Differ:             "The two passphrases differ; nothing was changed.",
	ShortPassphrase:    "A passphrase has at least %d characters, blanks around it not counted; nothing was changed.",
	WeakPassphrase:     "A passphrase has at least %d different characters; nothing was changed.",
	LikeRecovery:       "A passphrase must not begin as a recovery key does; nothing was changed.",
	LongPassphrase:     "A passphrase has at most %d bytes; nothing was changed.",
	Vault:              "The file vault or vault.recovery, which holds the key, is damaged or gone. Use the other one of passphrase and recovery key, or bring the file back from a backup.",
	RecoveryText:       "That is not a recovery key: a character is wrong, or a part is missing. Type it again.",
	OtherRecovery:      "That is the recovery key of another folder, or it was changed. Type the right one.",
	NotOpened:          "%s is encrypted, and there is no key that opens it: the file vault of the data folder is not there, or is that of another folder. Bring vault back from a backup.",
	IsSealed:           "The data folder is encrypted.",
	IsPlain:            "The data folder is not encrypted. To encrypt it: beatbook seal on",
	AlreadySealed:      "The data folder is encrypted already. To change the passphrase: beatbook seal change",
	NotSealed:          "The data folder is not encrypted.",
	Sealing:            "Encrypting...",
	Unsealing:          "Decrypting...",
	Changing:           "Changing the passphrase...",
	Building:           "Building the index anew: %d%%",
	Sealed:             "The data folder is encrypted. It asks for the passphrase from now on. Earlier backups are still plain text.",
	Unsealed:           "The data folder is plain text again and asks for no passphrase.",
	Changed:            "Passphrase and recovery key are changed. The data key is not: whoever kept the vault files of before (each earlier backup has them) and knows the old passphrase can still open this folder. If the passphrase is known to others, run beatbook seal off, then beatbook seal on: that makes a new data key.",
	HalfDone:           "Not all of it is done: it goes on when the data folder is opened the next time. First see to this:",
	RecoveryUse:        "Recovery key: it opens the folder when the passphrase is forgotten. Shown this once, stored nowhere: write it down, and keep it away from the computer.",
	RecoveryWrong:      "Those are not its last characters. Look at the key above.",
	RecoveryDone:       "Right. Clear the window so that nobody else sees the key.",
	RecoveryNotWritten: "The recovery key was not checked. If it is not written down, make another one: beatbook seal change",
	Unconfirmed:        "No recovery key was confirmed: beatbook seal change makes a new one",
}
