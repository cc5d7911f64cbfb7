package seal

import (
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// RecoveryTag is what a recovery key begins with; so many letters and digits follow.
const (
	RecoveryTag  = "AGE-SECRET-KEY-1"
	recoveryBody = 58
)

// bareTag is the tag as it remains of what somebody typed.
const bareTag = "AGESECRETKEY1"

// IsRecovery reports whether this is a recovery key, or the beginning of one, rather than a passphrase: in capitals or not,
// full-width or not, with blanks, line ends and dashes anywhere or nowhere.
func IsRecovery(secret string) bool { return strings.HasPrefix(bareRecovery(secret), bareTag) }

// LacksOfRecovery is how many characters a recovery key lacks that was begun; 0 or less where there are enough, and of a
// passphrase.
func LacksOfRecovery(secret string) int {
	body, is := strings.CutPrefix(bareRecovery(secret), bareTag)
	if !is {
		return 0
	}
	return recoveryBody - len(body)
}

// alike are the characters that no recovery key has behind its tag, with those that they are mistaken for.
var alike = strings.NewReplacer("O", "0", "I", "L", "1", "L")

// wholeRecovery is a recovery key as age reads it.
func wholeRecovery(secret string) string {
	body, is := strings.CutPrefix(bareRecovery(secret), bareTag)
	if !is {
		return ""
	}
	return RecoveryTag + alike.Replace(body)
}

// EndsRecovery reports whether a recovery key ends with what was typed, in any of the ways that IsRecovery knows. Less than
// so many characters prove nothing.
func EndsRecovery(key, typed string, least int) bool {
	end := alike.Replace(bareRecovery(typed))
	return len(end) >= least && strings.HasSuffix(alike.Replace(bareRecovery(key)), end)
}

// bareRecovery is what was typed without blanks and dashes.
func bareRecovery(secret string) string {
	text := strings.ToUpper(strings.Map(func(r rune) rune {
		if unicode.IsSpace(r) || unicode.Is(unicode.Pd, r) {
			return -1
		}
		return r
	}, norm.NFKC.String(secret)))
	if len(text) >= len(bareTag) && strings.Trim(text[len(bareTag)-1:len(bareTag)], "1IL") == "" {
		text = text[:len(bareTag)-1] + "1" + text[len(bareTag):]
	}
	return text
}
