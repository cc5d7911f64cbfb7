package session

import (
	"strings"
	"unicode"
)

// SplitCrew takes the names of a crew apart: at commas and the like, and at blanks where there is no comma or the name is
// a Chinese one.
func SplitCrew(s string) []string {
	const marks = ",，、;；/"
	if !strings.ContainsAny(s, marks) {
		return strings.Fields(s)
	}
	var names []string
	for _, name := range strings.FieldsFunc(s, func(r rune) bool { return strings.ContainsRune(marks, r) }) {
		switch name = strings.TrimSpace(name); {
		case strings.ContainsFunc(name, chinese):
			names = append(names, strings.Fields(name)...)
		case name != "":
			names = append(names, name)
		}
	}
	return names
}

func chinese(r rune) bool { return unicode.Is(unicode.Han, r) }

// JoinCrew is the opposite of SplitCrew.
func JoinCrew(names []string) string { return strings.Join(names, ", ") }
