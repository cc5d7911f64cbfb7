package session

import "time"

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
// others than these. An empty text is no draft.
func (d Drafts) With(texts map[string]string, now time.Time) (with Drafts, changed bool) {
	with = make(Drafts, len(texts))
	for place, text := range texts {
		draft := d[place]
		if draft.Text != text {
			draft, changed = Draft{text, now}, true
		}
		if text != "" {
			with[place] = draft
		}
	}
	return with, changed || len(with) != len(d)
}
