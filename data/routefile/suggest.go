package routefile

import "slices"

const (
	maxSuggestions = 50 // a file with more problems than these is not a slip of the finger, and each costs time
	maxSuggestible = 64 // bytes
)

// suggest is the known word nearest to what was written, or nothing where none is near.
func (r *reader) suggest(written string, known []string) string {
	if len(r.problems) > maxSuggestions || len(written) > maxSuggestible {
		return ""
	}
	slices.Sort(known)
	best, least := "", 1+max(1, len(written)/3)
	for _, word := range known {
		if len(word) > maxSuggestible {
			continue
		}
		if d := distance(written, word); d < least {
			best, least = word, d
		}
	}
	return best
}

// distance is the number of letters to be put in, left out, replaced or swapped with their neighbour.
func distance(a, b string) int {
	rows := make([][]int, len(a)+1)
	for i := range rows {
		rows[i] = make([]int, len(b)+1)
		rows[i][0] = i
	}
	for j := range rows[0] {
		rows[0][j] = j
	}
	for i := 1; i <= len(a); i++ {
		for j := 1; j <= len(b); j++ {
			replace := 1
			if a[i-1] == b[j-1] {
				replace = 0
			}
			d := min(rows[i-1][j]+1, rows[i][j-1]+1, rows[i-1][j-1]+replace)
			if i > 1 && j > 1 && a[i-1] == b[j-2] && a[i-2] == b[j-1] {
				d = min(d, rows[i-2][j-2]+1)
			}
			rows[i][j] = d
		}
	}
	return rows[len(a)][len(b)]
}
