package routefile

import (
	"bytes"
	"fmt"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"time"
	"unicode/utf8"

	"beatbook/model"
)

// Write is the plan as a file that Read reads back as the same plan, save for spaces around texts. The error is for
// plans that Read would refuse, and wraps the Problems.
func Write(p model.Plan) ([]byte, error) {
	w := &writer{}
	w.linef("version: %d", p.Version)
	w.linef("site:")
	w.linef("  id: %s", quoted(p.Site.ID))
	w.linef("  name: %s", nameText(p.Site.Name))
	w.linef("timezone: %s", quoted(p.Timezone))
	w.linef("night_turns_at: %q", p.NightTurnsAt)
	w.linef("\ncheckpoints:")
	for _, c := range p.Checkpoints {
		w.checkpoint(c)
	}
	w.linef("\nroutes:")
	for _, r := range p.Routes {
		w.route(r)
	}
	w.linef("\nunits:")
	for _, u := range p.Units {
		w.unit(u)
	}
	if len(p.Outcomes) > 0 {
		w.linef("\noutcomes:")
	}
	for _, d := range p.Outcomes {
		w.linef("  - {id: %s, name: %s}", quoted(string(d.ID)), nameText(d.Name))
	}
	if _, err := Read(w.Bytes()); err != nil {
		return nil, fmt.Errorf("write plan %s: %w", printable(p.Site.ID), err)
	}
	return w.Bytes(), nil
}

type writer struct{ bytes.Buffer }

func (w *writer) linef(format string, args ...any) { fmt.Fprintf(&w.Buffer, format+"\n", args...) }

func (w *writer) checkpoint(c model.Checkpoint) {
	w.linef("  - id: %s", quoted(c.ID))
	w.linef("    name: %s", nameText(c.Name))
	w.linef("    kind: %s", quoted(string(c.Kind)))
	w.linef("    mode: %s", quoted(string(c.Mode)))
	if p := c.Position; p != nil {
		w.linef("    position: {lat: %s, lon: %s, datum: %s}", degreesText(p.Lat), degreesText(p.Lon), quoted(p.Datum))
	}
	if c.Radius != 0 {
		w.linef("    radius: %dm", c.Radius)
	}
	if c.Tag != "" {
		w.linef("    tag: %s", doubleQuoted(c.Tag))
	}
	if !c.Look.IsZero() {
		w.linef("    look: %s", nameText(c.Look))
	}
	if c.Tolerance != nil {
		w.linef("    tolerance: %s", toleranceText(*c.Tolerance))
	}
	if len(c.Checklist) > 0 {
		w.linef("    checklist:")
	}
	for i, item := range c.Checklist {
		if item.ID == itemID(i) {
			w.linef("      - %s", nameText(item.Name))
			continue
		}
		w.linef("      - {id: %s, name: %s}", quoted(item.ID), nameText(item.Name))
	}
}

func (w *writer) route(r model.Route) {
	w.linef("  - id: %s", quoted(r.ID))
	w.linef("    name: %s", nameText(r.Name))
	w.linef("    order: %s", quoted(string(r.Order)))
	if r.Tolerance != nil {
		w.linef("    tolerance: %s", toleranceText(*r.Tolerance))
	}
	if len(r.Rounds) > 0 {
		var rounds []string
		for _, c := range r.Rounds {
			rounds = append(rounds, strconv.Quote(c.String()))
		}
		w.linef("    rounds: [%s]", strings.Join(rounds, ", "))
	}
	if r.Every != 0 {
		w.linef("    every: %s", span(r.Every))
	}
	if r.Contact != 0 {
		w.linef("    contact: %s", span(r.Contact))
	}
	w.linef("    calls:")
	for _, c := range r.Calls {
		w.linef("      - {%s}", strings.Join(callFields(c, r.Interval()), ", "))
	}
}

func callFields(c model.RouteCall, interval bool) []string {
	fields := []string{"checkpoint: " + quoted(c.Checkpoint)}
	if c.From != nil {
		fields = append(fields, "from: "+momentText(*c.From))
	}
	if c.To != nil {
		fields = append(fields, "to: "+momentText(*c.To))
	}
	if c.After != 0 || c.From == nil && c.To == nil && !interval {
		fields = append(fields, "after: "+span(c.After))
	}
	if c.Tolerance != nil {
		fields = append(fields, "tolerance: "+toleranceText(*c.Tolerance))
	}
	return fields
}

func (w *writer) unit(u model.Unit) {
	w.linef("  - id: %s", quoted(u.ID))
	w.linef("    callsign: %s", nameText(u.Callsign))
	w.linef("    kind: %s", quoted(string(u.Kind)))
	if u.Plate != "" {
		w.linef("    plate: %s", quoted(u.Plate))
	}
	if u.UsualRoute != "" {
		w.linef("    usual_route: %s", quoted(u.UsualRoute))
	}
}

func nameText(n model.Name) string {
	if n.ZH == n.EN {
		return quoted(n.ZH)
	}
	var fields []string
	if n.ZH != "" {
		fields = append(fields, "zh: "+quoted(n.ZH))
	}
	if n.EN != "" {
		fields = append(fields, "en: "+quoted(n.EN))
	}
	return "{" + strings.Join(fields, ", ") + "}"
}

func toleranceText(t model.Tolerance) string {
	return fmt.Sprintf("{on_time: %s, outer: %s}", span(t.OnTime), span(t.Outer))
}

func momentText(m model.Moment) string {
	if m.Clock != nil {
		return strconv.Quote(m.Clock.String())
	}
	return span(m.Offset)
}

// span is a time span as people write it: 0m, 65m, 2h, 2h30m.
func span(d model.Duration) string {
	t := time.Duration(d)
	if t%time.Minute == 0 && t%time.Hour != 0 && t < 2*time.Hour || t == 0 {
		return fmt.Sprintf("%dm", t/time.Minute)
	}
	return d.String()
}

// degreesText has five decimals, about a metre, and more where the number has them.
func degreesText(f float64) string {
	s := strconv.FormatFloat(f, 'f', -1, 64)
	if _, decimals, _ := strings.Cut(s, "."); len(decimals) < 5 {
		return strconv.FormatFloat(f, 'f', 5, 64)
	}
	return s
}

var (
	// plainText needs no quotes anywhere in a YAML file, unless it is one of the plainTraps.
	plainText  = regexp.MustCompile(`^\pL(?:[\pL\pM\pN \-_./·—()（）、，。：；]*[\pL\pM\pN.)）。])?$`)
	plainTraps = []string{"y", "n", "yes", "no", "on", "off", "true", "false", "null"}
)

// quoted is a text in quotes where YAML, of this or an older version, would otherwise take it for something else.
func quoted(s string) string {
	if plainText.MatchString(s) && !slices.Contains(plainTraps, strings.ToLower(s)) {
		return s
	}
	return doubleQuoted(s)
}

// doubleQuoted escapes what would not stay as it is between quotes.
func doubleQuoted(s string) string {
	b := []byte{'"'}
	for len(s) > 0 {
		c, size := utf8.DecodeRuneInString(s)
		switch {
		case c == '"' || c == '\\':
			b = append(b, '\\', s[0])
		case forbidden(c):
			b = fmt.Appendf(b, "\\U%08X", c)
		default:
			b = append(b, s[:size]...)
		}
		s = s[size:]
	}
	return string(append(b, '"'))
}
