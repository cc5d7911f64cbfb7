package routefile

import (
	"bytes"
	"reflect"
	"strings"

	"go.yaml.in/yaml/v3"

	"beatbook/model"
)

// Edit is the source of a plan file, brought to say what the plan says. Everything that says the same as before stays as it
// was written, with the comments above and behind it; entries of lists are known by their id and take their comments with
// them when they move or go. A source that Read does not take gives way to what Write makes of the plan. The error is for
// plans that Read would refuse, and wraps the Problems.
func Edit(source []byte, plan model.Plan) ([]byte, error) {
	written, err := Write(plan)
	if err != nil {
		return nil, err
	}
	want, err := Read(written) // save for spaces around texts the plan itself
	if err != nil {
		return nil, err
	}
	old, err := Read(source)
	switch {
	case err != nil:
		return written, nil // what cannot be read cannot be kept
	case reflect.DeepEqual(old, want):
		return source, nil
	}
	base, err := Write(old)
	if err != nil {
		return nil, err
	}
	edited := edit(source, base, written)
	if got, err := Read(edited); err != nil || !reflect.DeepEqual(got, want) {
		return written, nil // a style that is beyond the editor
	}
	return edited, nil
}

// edit makes the changes between two files that Write made to the source of the first one.
func edit(source, base, next []byte) []byte {
	mark := []byte("\uFEFF")
	text := string(bytes.TrimPrefix(source, mark))
	crlf := strings.Contains(text, "\r\n")
	text = strings.ReplaceAll(strings.ReplaceAll(text, "\r\n", "\n"), "\r", "\n")
	if !strings.HasSuffix(text, "\n") {
		text += "\n"
	}
	e := &editor{old: openPage(text), new: openPage(string(next))}
	text = e.change(extent{0, len(text)}, triple{e.old.root, openPage(string(base)).root, e.new.root}, "")
	if crlf {
		text = strings.ReplaceAll(text, "\n", "\r\n")
	}
	if bytes.HasPrefix(source, mark) {
		return append(mark, text...)
	}
	return []byte(text)
}

// editor changes an old file to say what the new one says.
type editor struct{ old, new *page }

// triple is one value in the file to be changed, and in the forms that Write gave to the plan before and after. What
// differs between these two is what is to be changed.
type triple struct{ old, base, next *yaml.Node }

// change is the stretch of the old file in which the value stands, with the value changed. Name is the key that leads to
// the value.
func (e *editor) change(at extent, v triple, name string) string {
	own := e.old.extents[v.old]
	bracketed := e.old.bracketed(v.old, own.from)
	switch {
	case v.base != nil && same(v.base, v.next):
		return e.old.text[at.from:at.to]
	case !v.alike() || inLine(v.old) && !bracketed:
		return e.old.text[at.from:own.from] + e.new.inline(v.next) + e.old.text[own.to:at.to]
	case bracketed:
		return e.old.text[at.from:own.from] + e.changeInline(v, name) + e.old.text[own.to:at.to]
	}
	// A list or a mapping begins in the line of its key or dash, or it has the lines below for itself.
	begin := own.from
	if strings.Contains(e.old.text[at.from:own.from], "\n") {
		begin = e.old.nextLine(at.from)
	}
	lead, lines := e.old.text[at.from:begin], e.changeLines(extent{begin, at.to}, v, name)
	if strings.HasPrefix(lines, "\n") {
		lead = strings.TrimRight(lead, " ")
	}
	return lead + lines
}

// alike reports whether the value is a list or a mapping in all three, of entries that can be compared.
func (v triple) alike() bool {
	if v.base == nil || v.old.Kind != v.base.Kind || v.old.Kind != v.next.Kind || v.old.Kind == yaml.ScalarNode {
		return false
	}
	if v.old.Kind == yaml.SequenceNode {
		return len(v.old.Content) == len(v.base.Content)
	}
	for i := 0; i < len(v.old.Content); i += 2 {
		if !hasKey(v.base, v.old.Content[i].Value) {
			return false
		}
	}
	return true
}

// same reports whether two files of Write say the same.
func same(a, b *yaml.Node) bool {
	if a.Kind != b.Kind || a.Value != b.Value || len(a.Content) != len(b.Content) {
		return false
	}
	for i := range a.Content {
		if !same(a.Content[i], b.Content[i]) {
			return false
		}
	}
	return true
}

// inline is a value of a file of Write as it can stand within a line.
func (p *page) inline(n *yaml.Node) string {
	if inLine(n) {
		return p.slice(n)
	}
	var parts []string
	for _, c := range children(n, "") {
		parts = append(parts, p.inlineChild(c))
	}
	if n.Kind == yaml.SequenceNode {
		return "[" + strings.Join(parts, ", ") + "]"
	}
	return "{" + strings.Join(parts, ", ") + "}"
}

// inlineChild is the same for an entry of a list or a pair of a mapping.
func (p *page) inlineChild(c child) string {
	if c.key == nil {
		return p.inline(c.value)
	}
	return p.slice(c.key) + ": " + p.inline(c.value)
}
