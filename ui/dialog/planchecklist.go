package dialog

import (
	"regexp"
	"strconv"
	"strings"

	"beatbook/model"
)

// itemWithID is a line of a checklist that begins with an id.
var itemWithID = regexp.MustCompile(`^([A-Za-z0-9_-][A-Za-z0-9._-]*)\s*[:：]\s*(.*)$`)

// itemLines are the items of a checklist as they are typed, one a line: a name, or an id and a name.
func itemLines(items []model.Item) string {
	lines := make([]string, len(items))
	for i, item := range items {
		lines[i] = nameLine(item.Name)
		if item.ID != strconv.Itoa(i+1) || itemWithID.MatchString(lines[i]) {
			lines[i] = item.ID + ": " + lines[i]
		}
	}
	return strings.Join(lines, "\n")
}

// readItems reads what itemLines writes. An item without an id has its place as one.
func readItems(typed string) []model.Item {
	var items []model.Item
	for line := range strings.Lines(typed) {
		if line = strings.TrimSpace(line); line == "" {
			continue
		}
		item := model.Item{ID: strconv.Itoa(len(items) + 1)}
		if found := itemWithID.FindStringSubmatch(line); found != nil {
			item.ID, line = found[1], found[2]
		}
		item.Name = readName(line)
		items = append(items, item)
	}
	return items
}

var barred = strings.NewReplacer(`\`, `\\`, "|", `\|`, "｜", `\｜`)

// nameLine is a name in one line: the same in both languages, or Chinese | English, either of which may be empty.
func nameLine(n model.Name) string {
	if n.ZH == n.EN {
		return barred.Replace(n.ZH)
	}
	return strings.TrimSpace(barred.Replace(n.ZH) + " | " + barred.Replace(n.EN))
}

// readName reads what nameLine writes.
func readName(line string) model.Name {
	var parts [2]strings.Builder
	part, literally := 0, false
	for _, r := range line {
		switch {
		case literally:
			literally = false
		case r == '\\':
			literally = true
			continue
		case (r == '|' || r == '｜') && part == 0:
			part = 1
			continue
		}
		parts[part].WriteRune(r)
	}
	zh, en := strings.TrimSpace(parts[0].String()), strings.TrimSpace(parts[1].String())
	if part == 0 {
		en = zh
	}
	return model.Name{ZH: zh, EN: en}
}
