package planedit

import (
	"cmp"
	"strconv"
	"strings"

	"beatbook/model"
	"beatbook/ui/dialog"
	"beatbook/ui/screen"
	"beatbook/ui/widget"
)

// list is the rows of a tab.
type list interface {
	len() int
	columns() []widget.Column
	cells(row int) []widget.Cell
	// about is the title of the row and the row in full.
	about(row int) (title string, facts []fact)
	// open does what Enter means.
	open(row int)
}

// editable is a list of parts of the plan.
type editable interface {
	list
	// add asks for a new entry, to be put in at the row.
	add(row int)
	// moved is the plan with the row moved, false where it cannot be.
	moved(row, by int) (model.Plan, bool)
	// removed is the plan without the row, or why the row has to stay.
	removed(row int) (plan model.Plan, refusal string)
}

// fact is a line of the panel: what stands before it, and the rest. Without a label it is one of several below a heading,
// which has no value.
type fact struct{ label, value string }

// facts are those that have a value.
func facts(all ...fact) []fact {
	var filled []fact
	for _, f := range all {
		if f.value != "" {
			filled = append(filled, f)
		}
	}
	return filled
}

// place is one in the lists of the plan as it stands now.
func (p *Page) place(at int, fresh bool) dialog.PlanPlace {
	return dialog.PlanPlace{Plan: p.draft.plan, InForce: p.draft.base, At: at, New: fresh}
}

// edit opens a form; what comes of it has the cursor.
func (p *Page) edit(row int, form func(put func(model.Plan)) screen.Page) {
	p.env.Open(form(func(plan model.Plan) {
		p.draft.put(plan)
		p.table().Rows = p.list().len()
		p.moveTo(row)
	}))
}

// number is the cell with the place of a row.
func number(row int) widget.Cell { return widget.Cell{Text: strconv.Itoa(row + 1)} }

func (p *Page) numberColumn() widget.Column {
	return widget.Column{Title: p.env.Text.Patrol.Number, Width: 4, Right: true}
}

// in is a name in the reader's language.
func (p *Page) in(n model.Name) string { return n.In(p.env.Lang) }

// joined are names in one line.
func (p *Page) joined(names []string) string { return strings.Join(names, p.env.Text.App.ListJoin) }

// bothNames is a name in both languages, once where they say the same.
func bothNames(n model.Name) string {
	if n.ZH == "" || n.EN == "" || n.ZH == n.EN {
		return cmp.Or(n.ZH, n.EN)
	}
	return n.ZH + " / " + n.EN
}

func (p *Page) tolerance(t *model.Tolerance) string {
	if t == nil {
		return ""
	}
	return t.OnTime.String() + " " + t.Outer.String()
}
