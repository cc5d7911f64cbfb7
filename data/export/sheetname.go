package export

import (
	"fmt"
	"slices"
	"strings"
)

// sheetNameUnits is the length of a sheet's name in UTF-16 code units.
const sheetNameUnits = 31

// sheetNames are the names that are taken in a workbook; letter case does not set them apart.
type sheetNames []string

// newSheetNames has the name that Excel keeps for itself.
func newSheetNames() sheetNames { return sheetNames{"History"} }

// take makes a title a name that is valid and not taken yet.
func (n *sheetNames) take(title string) string {
	base := sheetName(title, sheetNameUnits)
	if base == "" {
		base = fmt.Sprint(len(*n))
	}
	name := base
	for i := 2; n.has(name); i++ {
		suffix := fmt.Sprintf(" (%d)", i)
		name = sheetName(base, sheetNameUnits-len(suffix)) + suffix
	}
	*n = append(*n, name)
	return name
}

func (n *sheetNames) has(name string) bool {
	return slices.ContainsFunc(*n, func(taken string) bool { return strings.EqualFold(taken, name) })
}

// sheetName is a title without what the name of a sheet may not have: : \ / ? * [ ], line breaks, apostrophes and blanks
// at its ends.
func sheetName(title string, units int) string {
	name := strings.Map(func(r rune) rune {
		if strings.ContainsRune(":\\/?*[]\n\u2028\u2029\ufffd", r) {
			return ' '
		}
		return r
	}, clean(title))
	return cutUnits(strings.Trim(strings.Join(strings.Fields(name), " "), "' "), units)
}

// reference names cells of a sheet in a formula.
func reference(sheet, cells string) string {
	return "'" + strings.ReplaceAll(sheet, "'", "''") + "'!" + cells
}
