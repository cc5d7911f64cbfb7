package cli

import (
	"strings"

	"beatbook/model"
	"beatbook/ui/lookup"
	"beatbook/ui/plain"
)

// find is the id of what the word names. What nothing has is refused with the code.
func (p *program) find(word string, list []lookup.Entry, unknown model.RefusalCode) (string, error) {
	switch found := lookup.NewList(list).Find(word); len(found) {
	case 0:
		return "", &model.Refusal{Code: unknown, Subject: plain.OneLine(word)}
	case 1:
		return found[0].ID, nil
	default:
		return "", p.ambiguous(word, found)
	}
}

func (p *program) ambiguous(word string, found []lookup.Entry) error {
	names := make([]string, len(found))
	for i, e := range found {
		names[i] = plain.OneLine(p.name(e.Name)) + " (" + e.ID + ")"
	}
	return refuse(p.text.Command.Ambiguous, plain.OneLine(word), strings.Join(names, p.text.App.ListJoin))
}
