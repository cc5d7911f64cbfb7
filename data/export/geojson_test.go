package export_test

import (
	"bytes"
	"encoding/json"
	"math"
	"testing"

	"beatbook/data/export"
)

func TestGeoJSON(t *testing.T) {
	var b bytes.Buffer
	err := export.GeoJSON(&b, []export.Feature{
		{ID: "plaza", Lon: 112.5641, Lat: 26.89341234567, Properties: []export.Property{{"name", "中心\"广场\""}, {"due", 12}, {"rate", 0.5}, {"none", nil}}},
		{ID: "m\xff", Lon: -180, Lat: 90},
	})
	if err != nil {
		t.Fatal(err)
	}
	want := `{"type":"FeatureCollection","features":[` +
		`{"type":"Feature","id":"plaza","geometry":{"type":"Point","coordinates":[112.5641000,26.8934123]},` +
		`"properties":{"name":"中心\"广场\"","due":12,"rate":0.5,"none":null}},` +
		`{"type":"Feature","id":"m\ufffd","geometry":{"type":"Point","coordinates":[-180.0000000,90.0000000]},"properties":{}}]}` + "\n"
	if got := b.String(); got != want {
		t.Errorf("got %s, want %s", got, want)
	}
	if !json.Valid(b.Bytes()) {
		t.Error("not JSON")
	}
}

func TestGeoJSONWithoutFeatures(t *testing.T) {
	var b bytes.Buffer
	if err := export.GeoJSON(&b, nil); err != nil || b.String() != `{"type":"FeatureCollection","features":[]}`+"\n" {
		t.Errorf("got %s, %v", b.String(), err)
	}
}

func TestGeoJSONRefusesWhatIsNowhere(t *testing.T) {
	for _, f := range []export.Feature{
		{Lon: math.NaN()}, {Lat: math.Inf(1)}, {Lon: 180.1}, {Lat: -90.1}, {Properties: []export.Property{{"rate", math.NaN()}}},
	} {
		var b bytes.Buffer
		if err := export.GeoJSON(&b, []export.Feature{f}); err == nil || b.Len() > 0 {
			t.Errorf("%v: %v, %s", f, err, b.String())
		}
	}
}
