package data

import (
	"bytes"

	"beatbook/data/seal"
)

// form is how what a folder holds is written: in plain text, or sealed. Either is read, because a folder that is being
// sealed is part this and part that.
type form struct {
	key          seal.Key
	lines, files seal.Box
	readsSealed  bool
	writesSealed bool
}

// sealedForm reads with the key, and writes with it too where the folder is to be sealed.
func sealedForm(key seal.Key, writes bool) form {
	return form{key, key.Box("journal"), key.Box("file"), true, writes}
}

// readForm reads what is sealed where there is a key.
func readForm(key seal.Key) form {
	if key.IsZero() {
		return form{}
	}
	return sealedForm(key, false)
}

// appendLine adds the line to b, with its end.
func (f form) appendLine(b []byte, l line) []byte {
	if !f.writesSealed {
		return l.appendTo(b)
	}
	return f.sealText(b, bytes.TrimSuffix(l.appendTo(nil), []byte("\n")))
}

// sealText adds the text of a line, sealed, with its end.
func (f form) sealText(b, text []byte) []byte {
	return append(f.lines.SealLine(b, text, nil), '\n')
}

// parseLine reads a line without its end. It is ErrSealed where no key is there to read it with.
func (f form) parseLine(b []byte) (line, error) {
	if !seal.IsSealedLine(b) {
		return parseLine(b)
	}
	text, err := f.openText(b)
	if err != nil {
		return line{}, err
	}
	return parseLine(text)
}

func (f form) openText(b []byte) ([]byte, error) {
	if !f.readsSealed {
		return nil, ErrSealed
	}
	text, err := f.lines.OpenLine(nil, b, nil)
	if err != nil {
		return nil, errLine
	}
	return text, nil
}

// file is the content of a small file as it is to be written.
func (f form) file(content []byte) []byte {
	if !f.writesSealed {
		return content
	}
	return f.files.SealFile(content)
}

// openFile is the content of a small file that file made. The error is ErrSealed where no key is there that opens it.
func (f form) openFile(b []byte) ([]byte, error) {
	if !seal.IsSealedFile(b) {
		return b, nil
	}
	if !f.readsSealed {
		return nil, ErrSealed
	}
	content, _, err := f.files.OpenFile(b)
	if err != nil {
		return nil, ErrSealed
	}
	return content, nil
}
