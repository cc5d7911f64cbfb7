package routefile

import (
	"fmt"
	"math"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"time"
	"unicode/utf8"

	"go.yaml.in/yaml/v3"

	"beatbook/model"
)

const (
	maxName     = 100 // characters of a name, a tag, a plate
	maxLook     = 500 // characters of what to look for
	maxID       = 64  // bytes
	maxDuration = 24 * time.Hour
	maxOuter    = 12 * time.Hour
)

var (
	plainID      = regexp.MustCompile(`^[A-Za-z0-9_-][A-Za-z0-9._-]*$`)
	clockText    = regexp.MustCompile(`^\d{1,2}:\d{2}$`)
	durationText = regexp.MustCompile(`^-?(\d+h)?(\d+m)?(\d+s)?$`)
	numberText   = regexp.MustCompile(`^[-+]?(\d+(\.\d*)?|\.\d+)([eE][-+]?\d+)?$`)
	metresText   = regexp.MustCompile(`^(\d+(?:\.\d+)?) ?(m|km)?$`)
)

// text reads a scalar as it is written, so that a number or a yes is a text as well.
func (r *reader) text(n *yaml.Node) (string, bool) {
	if n == nil {
		return "", false
	}
	if n.Kind != yaml.ScalarNode || n.ShortTag() == "!!null" {
		r.add(n, WantText, "")
		return "", false
	}
	return n.Value, true
}

// line reads a text for people: one line without spaces around it.
func (r *reader) line(n *yaml.Node, most int) string {
	s, ok := r.text(n)
	if !ok {
		return ""
	}
	s = strings.TrimSpace(s)
	bad := strings.IndexFunc(s, forbidden)
	switch {
	case s == "":
		r.add(n, EmptyText, "")
	case bad >= 0:
		c, _ := utf8.DecodeRuneInString(s[bad:])
		r.addAbout(n, ForbiddenRune, fmt.Sprintf("%U", c), "")
	case utf8.RuneCountInString(s) > most:
		r.add(n, LongText, strconv.Itoa(most))
	}
	return s
}

// name reads one line for both languages or a mapping with a line for one or each.
func (r *reader) name(n *yaml.Node, most int) model.Name {
	if n == nil || n.Kind != yaml.MappingNode {
		s := r.line(n, most)
		return model.Name{ZH: s, EN: s}
	}
	o := r.object(n, "zh", "en")
	if len(n.Content) == 0 {
		r.add(n, EmptyText, "")
	}
	return model.Name{ZH: r.line(o.may("zh"), most), EN: r.line(o.may("en"), most)}
}

func (r *reader) id(n *yaml.Node) string {
	s, ok := r.text(n)
	if ok && (!plainID.MatchString(s) || len(s) > maxID) {
		r.add(n, BadID, "")
	}
	return s
}

// oneOf reads one of a few words, or the fallback where there is no node.
func oneOf[T ~string](r *reader, n *yaml.Node, words []T, fallback T) T {
	s, ok := r.text(n)
	if !ok {
		return fallback
	}
	if !slices.Contains(words, T(s)) {
		var list []string
		for _, w := range words {
			list = append(list, string(w))
		}
		r.add(n, UnknownValue, strings.Join(list, ", "))
	}
	return T(s)
}

func (r *reader) clock(n *yaml.Node) (model.Clock, bool) {
	s, ok := r.text(n)
	if !ok {
		return 0, false
	}
	c, err := model.ParseClock(s)
	if err != nil || !clockText.MatchString(s) {
		r.add(n, BadTime, "00:00, 23:59")
		return 0, false
	}
	return c, true
}

// duration reads a time span like 10m, 1h30m or 90s; what is not there is 0.
func (r *reader) duration(n *yaml.Node, most time.Duration) (model.Duration, bool) {
	s, ok := r.text(n)
	if !ok {
		return 0, false
	}
	if strings.Trim(s, "-") == "" || !durationText.MatchString(s) {
		r.add(n, BadDuration, "10m, 1h30m")
		return 0, false
	}
	// Only a number too large is left as an error.
	d, err := time.ParseDuration(s)
	if err != nil || d < 0 || d > most {
		r.add(n, DurationRange, "0m, "+span(model.Duration(most)))
		return 0, false
	}
	return model.Duration(d), true
}

func (r *reader) zone(n *yaml.Node) string {
	s, ok := r.text(n)
	if !ok {
		return defaultZone
	}
	_, err := time.LoadLocation(s)
	if err != nil || s == "" || s == "Local" || len(s) > maxID {
		r.add(n, UnknownZone, "")
	}
	return s
}

// degrees reads one coordinate from -most to most.
func (r *reader) degrees(n *yaml.Node, most int) float64 {
	if n == nil {
		return 0
	}
	tag := n.ShortTag()
	if tag != "!!int" && tag != "!!float" {
		r.add(n, WantNumber, "")
		return 0
	}
	f, err := strconv.ParseFloat(n.Value, 64)
	if !numberText.MatchString(n.Value) || err != nil || math.Abs(f) > float64(most) {
		r.add(n, BadPosition, fmt.Sprintf("%d, %d", -most, most))
	}
	return f
}

// metres reads 80m, 0.2km or a bare number of metres.
func (r *reader) metres(n *yaml.Node) int {
	s, ok := r.text(n)
	if !ok {
		return 0
	}
	m := metresText.FindStringSubmatch(s)
	if m == nil {
		r.add(n, BadRadius, radiusRange)
		return 0
	}
	f, err := strconv.ParseFloat(m[1], 64)
	if m[2] == "km" {
		f *= 1000
	}
	if f = math.Round(f); err != nil || f < 1 || f > maxRadius {
		r.add(n, BadRadius, radiusRange)
		return 0
	}
	return int(f)
}

const (
	maxRadius   = 50_000
	radiusRange = "1m, 50000m"
)
