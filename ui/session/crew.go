package session

import "strings"

// SplitCrew takes the names of a crew apart: at commas and the like, or where there are none at blanks.
func SplitCrew(s string) []string {
	const marks = ",，、;；/"
	split := func(r rune) bool { return strings.ContainsRune(marks, r) }
	if !strings.ContainsAny(s, marks) {
		return strings.Fields(s)
	}
	var names []string
	for _, name := range strings.FieldsFunc(s, split) {
		if name = strings.TrimSpace(name); name != "" {
			names = append(names, name)
		}
	}
	return names
}

// JoinCrew is the opposite of SplitCrew.
func JoinCrew(names []string) string { return strings.Join(names, ", ") }
