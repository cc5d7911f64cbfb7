package radio

import (
	"fmt"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"time"

	"beatbook/ui/lookup"
)

// reported are pieces of a note that look like what would have been recorded elsewhere in the line: a time, a slash between
// reports, an outcome, a channel.
var reported = regexp.MustCompile(`\d{1,2}[:：.]\d{2}|[零〇一二三四五六七八九十]+点|(?:^|\s)[/／]|[+＋@＠][^\s,，、;；。]+`)

// doubts are what may have been meant otherwise, in the reader's language.
func (r *reader) doubts() []string {
	var said []string
	if pieces := r.strays(); len(pieces) > 0 {
		said = append(said, fmt.Sprintf(r.Text.Radio.Stray, strings.Join(pieces, r.Text.App.ListJoin)))
	}
	if r.at != nil && r.at.Before(r.shift.Started) {
		clock := func(t time.Time) string { return t.In(r.shift.Zone).Format("15:04") }
		said = append(said, fmt.Sprintf(r.Text.Radio.BeforeStart, clock(*r.at), clock(r.shift.Started)))
	}
	return said
}

// strays are the pieces of the note, which nobody has marked as one, that may have been meant for something else: what
// stands in a note is not recorded as a time, a checkpoint or a unit.
func (r *reader) strays() []string {
	if r.note == "" || r.said(NoteMarker) >= 0 {
		return nil
	}
	var found []string
	for _, piece := range reported.FindAllString(r.note, -1) {
		found = append(found, strings.TrimSpace(piece))
	}
	for _, word := range strings.FieldsFunc(r.note, func(c rune) bool { return strings.ContainsRune(" ,，、;；", c) }) {
		if n, err := strconv.Atoi(lookup.Fold(word)); err == nil && n >= 1 && n <= len(r.shift.Route.Calls) || isWord(word) {
			found = append(found, word)
		}
	}
	note := lookup.Fold(r.note)
	for _, u := range r.plan.Units {
		for _, name := range []string{u.Callsign.ZH, u.Callsign.EN} {
			if name != "" && strings.Contains(note, lookup.Fold(name)) {
				found = append(found, name)
			}
		}
	}
	return found
}

// isWord reports whether a word by itself says how a place was visited.
func isWord(word string) bool {
	word = lookup.Fold(word)
	return slices.ContainsFunc(keywords, func(k keyword) bool { return k.text == word && (k.role == ModeWord || k.role == SkipWord) })
}
