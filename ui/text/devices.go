package text

// Devices are the texts about the devices of which there are records.
type Devices struct {
	List    string // what the commands do, one line each
	Admit   string
	Arg     string // name of the argument
	Device  string // columns from here on
	State   string
	Records string
	First   string
	Last    string
	Since   string
	Own     string // states from here on
	Known   string
	Unknown string

	Admitted     string // device
	AlreadyKnown string // device
}

var zhDevices = Devices{
	List:         "哪些设备写了记录，哪些是认识的",
	Admit:        "承认一台不认识的设备：它的日志不是经本程序进来的",
	Arg:          "设备",
	Device:       "设备",
	State:        "是否认识",
	Records:      "记录",
	First:        "最早",
	Last:         "最近",
	Since:        "认识于",
	Own:          "本机",
	Known:        "认识",
	Unknown:      "不认识",
	Admitted:     "已承认设备 %s。",
	AlreadyKnown: "设备 %s 本来就认识，没有更改。",
}

var enDevices = Devices{
	List:         "Which devices wrote the records, and which of them are known",
	Admit:        "Make an unknown device known: one whose journal did not come through this program",
	Arg:          "DEVICE",
	Device:       "Device",
	State:        "State",
	Records:      "Records",
	First:        "First",
	Last:         "Last",
	Since:        "Known since",
	Own:          "this one",
	Known:        "known",
	Unknown:      "UNKNOWN",
	Admitted:     "Device %s is known from now on.",
	AlreadyKnown: "Device %s is known already; nothing was changed.",
}
