package dialog

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"beatbook/data/routefile"
	"beatbook/model"
	"beatbook/ui/screen"
)

// NewPlanCheckpoint changes a checkpoint of a plan, or makes a new one. The plan with it goes to put.
func NewPlanCheckpoint(env *screen.Env, p PlanPlace, put func(model.Plan)) screen.Page {
	fresh := model.Checkpoint{Kind: "other", Mode: model.AnyMode}
	return newPartForm(env, p, planKind[model.Checkpoint]{
		part: model.CheckpointPart, fresh: fresh, sound: fresh,
		list:  func(plan *model.Plan) *[]model.Checkpoint { return &plan.Checkpoints },
		name:  func(c *model.Checkpoint) *model.Name { return &c.Name },
		id:    func(c *model.Checkpoint) *string { return &c.ID },
		knows: func(plan *model.Plan, id string) bool { _, known := plan.Checkpoint(id); return known },
		fields: func(shown model.Checkpoint) []planField[model.Checkpoint] {
			return slices.Concat(checkpointKinds(env, shown), checkpointGround(env, shown), checkpointWork(env, shown))
		},
	}, put)
}

func checkpointKinds(env *screen.Env, c model.Checkpoint) []planField[model.Checkpoint] {
	t, modes := env.Text, []model.Mode{model.Foot, model.Vehicle, model.AnyMode}
	return []planField[model.Checkpoint]{
		planChoice(t.Patrol.Kind, model.PlaceKinds, t.PlaceKind, c.Kind, func(c *model.Checkpoint, k model.PlaceKind) { c.Kind = k }),
		planChoice(t.Patrol.ModeColumn, modes, t.Mode, c.Mode, func(c *model.Checkpoint, m model.Mode) { c.Mode = m }),
	}
}

// checkpointGround are the fields about where the checkpoint is.
func checkpointGround(env *screen.Env, c model.Checkpoint) []planField[model.Checkpoint] {
	t := env.Text.PlanEdit
	position, datum, radius := "", model.Datums[0], ""
	if c.Position != nil {
		position, datum = degreesText(c.Position.Lat)+", "+degreesText(c.Position.Lon), c.Position.Datum
	}
	if c.Radius != 0 {
		radius = fmt.Sprintf("%dm", c.Radius)
	}
	return []planField[model.Checkpoint]{
		planRead(t.Position, position, t.PositionHint, func(c *model.Checkpoint, typed string) (err error) {
			c.Position, err = readPosition(typed, t.PositionPair)
			return err
		}),
		planChoice(t.Datum, model.Datums, strings.ToUpper, datum, func(c *model.Checkpoint, datum string) {
			if c.Position != nil {
				c.Position = &model.Position{Lat: c.Position.Lat, Lon: c.Position.Lon, Datum: datum}
			}
		}),
		planRead(t.Radius, radius, "80m", func(c *model.Checkpoint, typed string) (err error) {
			c.Radius, err = readMetres(typed)
			return err
		}),
		planText(t.Tag, c.Tag, "", func(c *model.Checkpoint, typed string) { c.Tag = typed }),
	}
}

// checkpointWork are the fields about what is to be done there.
func checkpointWork(env *screen.Env, c model.Checkpoint) []planField[model.Checkpoint] {
	t := env.Text.PlanEdit
	checklist := NewNote(t.Checklist+" "+t.ChecklistHint, itemLines(c.Checklist), noteLines)
	return []planField[model.Checkpoint]{
		planText(t.LookChinese, c.Look.ZH, "", func(c *model.Checkpoint, typed string) { c.Look.ZH = typed }),
		planText(t.LookEnglish, c.Look.EN, "", func(c *model.Checkpoint, typed string) { c.Look.EN = typed }),
		planTolerance(env, c.Tolerance, func(c *model.Checkpoint, t *model.Tolerance) { c.Tolerance = t }),
		{checklist, func(c *model.Checkpoint, typed Field) error {
			c.Checklist = readItems(typed.(*Note).Value())
			return nil
		}},
	}
}

func degreesText(f float64) string { return strconv.FormatFloat(f, 'f', -1, 64) }

// readPosition reads latitude and longitude, nil where nothing is typed. What the pair is like is said by a sentence.
func readPosition(typed, wanted string) (*model.Position, error) {
	words := wordsIn(typed)
	switch {
	case len(words) == 0:
		return nil, nil
	case len(words) != 2:
		return nil, sentence(fmt.Sprintf(wanted, typed))
	}
	var degrees [2]float64
	for i, word := range words {
		f, err := strconv.ParseFloat(word, 64)
		if err != nil {
			return nil, problem(routefile.WantNumber, word, "")
		}
		degrees[i] = f
	}
	return &model.Position{Lat: degrees[0], Lon: degrees[1], Datum: model.Datums[0]}, nil
}

// readMetres reads 80, 80m or 0.2km; nothing typed is 0, which typed itself is refused.
func readMetres(typed string) (int, error) {
	if typed == "" {
		return 0, nil
	}
	number, unit := strings.TrimSuffix(strings.ReplaceAll(typed, " ", ""), "m"), 1.0
	if inKilometres, ok := strings.CutSuffix(number, "k"); ok {
		number, unit = inKilometres, 1000
	}
	f, err := strconv.ParseFloat(number, 64)
	if metres := f * unit; err == nil && metres >= 1 && metres < 1e6 {
		return int(metres + 0.5), nil
	}
	return 0, problem(routefile.BadRadius, typed, "1m, 50000m")
}
