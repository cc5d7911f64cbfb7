package model_test

import (
	"bytes"
	"encoding/json"
	"errors"
	"strings"
	"testing"
	"time"

	"beatbook/model"
)

const sound = `{"id":"01J","device":"laptop","seq":7,"at":"2026-11-20T13:30:00.123Z","zone":"Asia/Shanghai","night":"2026-11-20",` +
	`"elapsed":61001,"boot":"b1","kind":"checked.in","body":{"shift":"S","checkpoint":"plaza","mode":"foot"}}`

func TestARecordKeepsItsBytes(t *testing.T) {
	r, err := model.ParseRecord([]byte(sound))
	if err != nil {
		t.Fatal(err)
	}
	if string(r.Bytes()) != sound {
		t.Errorf("bytes %s", r.Bytes())
	}
	again, err := r.Numbered(r.Seq, r.Prev())
	if err != nil || string(again.Bytes()) != sound {
		t.Errorf("written anew: %s, %v", again.Bytes(), err)
	}
}

func TestParseRecordRefuses(t *testing.T) {
	change := func(was, is string) string { return strings.Replace(sound, was, is, 1) }
	for name, s := range map[string]string{
		"nothing":                   "",
		"no JSON":                   "{",
		"a list":                    "[]",
		"null":                      "null",
		"two records":               sound + sound,
		"a cut line":                sound[:len(sound)-1],
		"no id":                     change(`"01J"`, `""`),
		"a path as id":              change(`"01J"`, `"../x"`),
		"a long id":                 change(`01J`, strings.Repeat("x", 65)),
		"a hidden id":               change(`01J`, `.x`),
		"no device":                 change(`laptop`, ``),
		"a path as device":          change(`laptop`, `a/b`),
		"no number":                 change(`"seq":7`, `"seq":0`),
		"a number below 0":          change(`"seq":7`, `"seq":-1`),
		"no time":                   change(`2026-11-20T13:30:00.123Z`, `0001-01-01T00:00:00Z`),
		"a broken time":             change(`T13`, ` 13`),
		"a long zone":               change(`Asia/Shanghai`, strings.Repeat("x", 65)),
		"no night":                  change(`"night":"2026-11-20"`, `"night":""`),
		"a night that is no date":   change(`"night":"2026-11-20"`, `"night":"2026-02-30"`),
		"an elapsed time of an age": change(`61001`, `9223372036854775807`),
		"no kind":                   change(`checked.in`, ``),
		"a kind with a slash":       change(`checked.in`, `a/b`),
	} {
		if _, err := model.ParseRecord([]byte(s)); !errors.Is(err, model.ErrRecord) {
			t.Errorf("%s: %v", name, err)
		}
	}
}

func TestDecodeRefusesAForeignBody(t *testing.T) {
	r := model.Record{ID: "x", Kind: model.CheckedIn, Body: json.RawMessage(`{"shift":3}`)}
	if _, err := model.Decode[model.CheckedInBody](r); !errors.Is(err, model.ErrRecord) {
		t.Errorf("%v", err)
	}
}

func FuzzParseRecord(f *testing.F) {
	for _, s := range []string{
		sound, "", "{}", "null", `{"id":"a","device":"b","seq":1,"at":"2026-01-01T00:00:00+14:00","night":"2026-01-01","kind":"k"}`,
		strings.Replace(sound, "61001", "9223372036854775807", 1),
		strings.Replace(sound, "61001", "9223372036855", 1),
		strings.Replace(sound, "2026-11-20T13:30:00.123Z", "2000-01-01T00:00:00+10:00", 1),
		strings.Replace(sound, "2026-11-20T13:30:00.123Z", "9999-12-31T23:59:59.999999999-10:00", 1),
		strings.Replace(sound, `{"shift"`, "{ \"x\\u2028<\" : [ 1e400 ] ,\n\"shift\"", 1),
		strings.Replace(sound, `"b1"`, `"b\ud800"`, 1),
		strings.Replace(sound, `"boot"`, `"BOOT":"b0","boot"`, 1),
		strings.Replace(sound, `checked.in`, `drone.flown`, 1),
		strings.Replace(sound, "laptop", "a\x00b", 1),
		strings.Replace(sound, "T13:30:00.123Z", "T1:30:00.123Z", 1),
		strings.Replace(sound, "00.123Z", "00,123Z", 1),
		strings.Replace(sound, "00.123Z", "00.123+99:00", 1),
		strings.Replace(sound, `"seq":7`, `"seq":18446744073709551615`, 1),
		strings.Replace(sound, `"seq":7`, `"seq":7.0`, 1),
		strings.Replace(sound, `"seq":7`, `"seq":07`, 1),
		strings.Replace(sound, "b1", "b\xff\x80", 1),
		strings.Replace(sound, `"body":{`, `"body":{},"id":"x","body":{`, 1),
		strings.Replace(sound, `"zone":"Asia/Shanghai",`, ``, 1),
		strings.Replace(sound, `laptop`, `l\u0061ptop`, 1),
		sound[:len(sound)-1] + ",\"more\":{}}", sound + "\n", " " + sound, sound + "}",
	} {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, b []byte) {
		r, err := model.ParseRecord(b)
		if err != nil {
			if !errors.Is(err, model.ErrRecord) {
				t.Fatalf("%v is no ErrRecord", err)
			}
			return
		}
		asEncodingJSON(t, b, r)
		model.NewNight(r.Night).Apply(r)
		written, err := r.Numbered(r.Seq, r.Prev())
		if err != nil {
			t.Fatalf("what was read cannot be written: %v", err)
		}
		again, err := model.ParseRecord(written.Bytes())
		if err != nil {
			t.Fatalf("%s: what was written cannot be read: %v", written.Bytes(), err)
		}
		sameFields(t, r, again)
		if third, err := again.Numbered(again.Seq, again.Prev()); err != nil || !bytes.Equal(third.Bytes(), written.Bytes()) {
			t.Fatalf("written twice: %s and %s, %v", written.Bytes(), third.Bytes(), err)
		}
	})
}

// asEncodingJSON holds a reader of its own making to what the standard library reads in the bytes.
func asEncodingJSON(t *testing.T, b []byte, r model.Record) {
	t.Helper()
	var e struct {
		ID, Device, Zone, Boot string
		Seq                    uint64
		At                     time.Time
		Night                  model.Date
		Elapsed                int64
		Kind                   model.Kind
		Body                   json.RawMessage
	}
	if err := json.Unmarshal(b, &e); err != nil {
		t.Fatalf("%s is taken as a record: %v", b, err)
	}
	sameFields(t, r, model.Record{
		ID: e.ID, Device: e.Device, Zone: e.Zone, Boot: e.Boot, Seq: e.Seq, At: e.At, Night: e.Night,
		Elapsed: time.Duration(e.Elapsed) * time.Millisecond, Kind: e.Kind, Body: e.Body,
	})
}

func sameFields(t *testing.T, r, s model.Record) {
	t.Helper()
	if !r.At.Equal(s.At) || compact(r.Body) != compact(s.Body) {
		t.Fatalf("%v %s came back as %v %s", r.At, r.Body, s.At, s.Body)
	}
	type field struct{ in, out any }
	for _, f := range []field{
		{r.ID, s.ID}, {r.Device, s.Device}, {r.Seq, s.Seq}, {r.Zone, s.Zone}, {r.Night, s.Night}, {r.Elapsed, s.Elapsed}, {r.Boot, s.Boot}, {r.Kind, s.Kind},
	} {
		if f.in != f.out {
			t.Fatalf("%v came back as %v", f.in, f.out)
		}
	}
}

// compact is a body without its blanks; none at all and null say the same.
func compact(body json.RawMessage) string {
	var b bytes.Buffer
	if len(body) == 0 || json.Compact(&b, body) != nil {
		return "null"
	}
	return strings.NewReplacer("\u2028", `\u2028`, "\u2029", `\u2029`).Replace(b.String())
}
