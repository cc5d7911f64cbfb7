package model

import "encoding/json"

// Lang is a language of the screen.
type Lang string

// The languages that the program speaks.
const (
	ZH Lang = "zh"
	EN Lang = "en"
)

// Name is a text of the plan in the languages that it was given in. In JSON and YAML it is one string, the same in
// both, or {zh, en}.
type Name struct {
	ZH string
	EN string
}

// In returns the text in the language, or in the other one where it is lacking.
func (n Name) In(lang Lang) string {
	if lang == EN && n.EN != "" || n.ZH == "" {
		return n.EN
	}
	return n.ZH
}

// IsZero reports whether there is no text at all.
func (n Name) IsZero() bool { return n.ZH == "" && n.EN == "" }

type namePair struct {
	ZH string `json:"zh,omitempty"`
	EN string `json:"en,omitempty"`
}

// MarshalJSON writes one string where both languages say the same.
func (n Name) MarshalJSON() ([]byte, error) {
	if n.ZH == n.EN {
		return marshal(n.ZH)
	}
	return marshal(namePair(n))
}

// UnmarshalJSON reads either form.
func (n *Name) UnmarshalJSON(b []byte) error {
	if len(b) > 0 && b[0] == '"' {
		var s string
		err := json.Unmarshal(b, &s)
		*n = Name{ZH: s, EN: s}
		return err
	}
	var p namePair
	err := json.Unmarshal(b, &p)
	*n = Name(p)
	return err
}
