package routefile

import (
	"bytes"
	"fmt"
	"slices"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/encoding/simplifiedchinese"
)

// MaxSize is the longest plan file in bytes.
const MaxSize = 256 << 10

// checkBytes is the text of the file without its byte order mark, or the first reason why it is none.
func checkBytes(src []byte) ([]byte, *Problem) {
	if len(src) > MaxSize {
		return nil, &Problem{Line: 1, Column: 1, Code: TooLarge, Detail: fmt.Sprintf("%d KiB", MaxSize>>10)}
	}
	if bytes.HasPrefix(src, []byte("\xFF\xFE")) || bytes.HasPrefix(src, []byte("\xFE\xFF")) {
		return nil, &Problem{Line: 1, Column: 1, Code: LooksUTF16}
	}
	src = bytes.TrimPrefix(src, []byte("\uFEFF"))
	for at := 0; at < len(src); {
		c, size := utf8.DecodeRune(src[at:])
		if c == utf8.RuneError && size == 1 {
			code := NotUTF8
			if looksGBK(src) {
				code = LooksGBK
			}
			return nil, problemAt(src, at, code, fmt.Sprintf("0x%02X", src[at]))
		}
		if forbidden(c) && c != '\t' && c != '\n' && c != '\r' {
			return nil, problemAt(src, at, ForbiddenRune, fmt.Sprintf("%U", c))
		}
		at += size
	}
	return src, nil
}

// looksGBK reports whether bytes that are not UTF-8 read as Chinese in the encoding of older Windows programs.
func looksGBK(src []byte) bool {
	text, err := simplifiedchinese.GB18030.NewDecoder().Bytes(src)
	return err == nil && !bytes.ContainsRune(text, utf8.RuneError) && bytes.ContainsFunc(text, isHan)
}

func isHan(c rune) bool { return unicode.Is(unicode.Han, c) }

// forbidden holds of characters that do something to a line rather than stand in it.
func forbidden(c rune) bool {
	return unicode.IsControl(c) || unicode.In(c, unicode.Bidi_Control, unicode.Zl, unicode.Zp) ||
		slices.Contains([]rune{0xFEFF, 0xFFFE, 0xFFFF}, c)
}

// problemAt is a problem at a byte of the source; all bytes before it are valid.
func problemAt(src []byte, at int, code Code, subject string) *Problem {
	before := bytes.ReplaceAll(src[:at], []byte("\r\n"), []byte("\n"))
	before = bytes.ReplaceAll(before, []byte("\r"), []byte("\n"))
	lineStart := bytes.LastIndexByte(before, '\n') + 1
	return &Problem{
		Line:    bytes.Count(before, []byte("\n")) + 1,
		Column:  utf8.RuneCount(before[lineStart:]) + 1,
		Code:    code,
		Subject: subject,
	}
}
