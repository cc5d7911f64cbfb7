package session

import (
	"cmp"
	"maps"
	"slices"
	"time"
)

// Drafts are texts that were typed and are not recorded yet, by the place where they were typed. They are kept with the
// settings, so that they outlast the program however it ends. A set of them is never changed: it may be being written.
type Drafts map[string]Draft

// Draft is such a text.
type Draft struct {
	Text string    `json:"text"`
	At   time.Time `json:"at"` // when it was last changed
}

// draftLife is how long a draft is kept that nobody goes on with: those of forms that were given up would add up for ever.
const draftLife = 7 * 24 * time.Hour

// mostDrafts is how many are kept at most: a desk goes on for weeks, and notes that are given up add up there too.
const mostDrafts = 200

// Texts are the drafts that are still worth keeping at a moment, by place.
func (d Drafts) Texts(now time.Time) map[string]string {
	texts := make(map[string]string, len(d))
	for place, draft := range d {
		if now.Sub(draft.At) <= draftLife {
			texts[place] = draft.Text
		}
	}
	return texts
}

// With are the drafts when the texts stand in their places, and nothing anywhere else; changed reports whether they are
// others than these. Of very many those go first that were left longest ago.
func (d Drafts) With(texts map[string]string, now time.Time) (with Drafts, changed bool) {
	if d.hold(texts) {
		return d, false
	}
	with = make(Drafts, len(texts))
	for place, text := range texts {
		draft, known := d[place]
		if !known || draft.Text != text {
			draft = Draft{text, now}
		}
		with[place] = draft
	}
	for _, place := range with.latest()[min(len(with), mostDrafts):] {
		delete(with, place)
	}
	return with, true
}

// latest are the places of the drafts, of the one that was changed last first.
func (d Drafts) latest() []string {
	return slices.SortedFunc(maps.Keys(d), func(a, b string) int { return cmp.Or(d[b].At.Compare(d[a].At), cmp.Compare(a, b)) })
}

// hold reports whether the drafts are the texts. It is asked for with each message and makes nothing.
func (d Drafts) hold(texts map[string]string) bool {
	for place, text := range texts {
		if draft, known := d[place]; !known || draft.Text != text {
			return false
		}
	}
	return len(texts) == len(d)
}

// Plus are the texts, and where they have none those of the drafts.
func (d Drafts) Plus(texts map[string]string) map[string]string {
	all := make(map[string]string, len(d)+len(texts))
	for place, draft := range d {
		all[place] = draft.Text
	}
	maps.Copy(all, texts)
	return all
}
