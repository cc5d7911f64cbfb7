package export_test

import (
	"math"
	"testing"

	"pgregory.net/rapid"

	"beatbook/data/export"
	"beatbook/model"
)

// metres are between two points that are near to each other.
func metres(lon1, lat1, lon2, lat2 float64) float64 {
	const degree = 111320
	return math.Hypot((lon1-lon2)*degree*math.Cos(lat1*math.Pi/180), (lat1-lat2)*degree)
}

func TestWGS84OfWellKnownPairs(t *testing.T) {
	for name, c := range map[string]struct {
		given    model.Position
		lon, lat float64
	}{
		// from the tests of eviltransform
		"Shanghai": {model.Position{Datum: "gcj02", Lat: 31.17530398364597, Lon: 121.531541859215}, 121.5272106, 31.1774276},
		"Shenzhen": {model.Position{Datum: "gcj02", Lat: 22.540796131694766, Lon: 113.9171764808363}, 113.912316, 22.543847},
		"Beijing":  {model.Position{Datum: "gcj02", Lat: 39.91334545536069, Lon: 116.38404722455657}, 116.377817, 39.911954},
		// from the documentation of coordtransform: 116.404, 39.915 in gcj02 is this in bd09
		"Tiananmen":           {model.Position{Datum: "bd09", Lat: 39.92133699351021, Lon: 116.41036949371029}, 116.3977555, 39.9135957},
		"wgs84":               {model.Position{Datum: "wgs84", Lat: 39.915, Lon: 116.404}, 116.404, 39.915},
		"cgcs2000":            {model.Position{Datum: "cgcs2000", Lat: 39.915, Lon: 116.404}, 116.404, 39.915},
		"not in China":        {model.Position{Datum: "gcj02", Lat: 48.8584, Lon: 2.2945}, 2.2945, 48.8584},
		"not in China either": {model.Position{Datum: "bd09", Lat: -33.8568, Lon: 151.2153}, 151.2153, -33.8568},
	} {
		lon, lat := export.WGS84(c.given)
		if d := metres(lon, lat, c.lon, c.lat); d > 0.5 {
			t.Errorf("%s: %v, %v is %.2f m away", name, lon, lat, d)
		}
	}
}

func TestWGS84IsTheInverseOfTheShift(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		lon, lat := rapid.Float64Range(72.1, 137.7).Draw(t, "lon"), rapid.Float64Range(0.9, 55.7).Draw(t, "lat")
		for datum, shift := range export.Shifts {
			shiftedLon, shiftedLat := shift(lon, lat)
			if d := metres(lon, lat, shiftedLon, shiftedLat); d < 10 || d > 3000 {
				t.Fatalf("%s is shifted by %.0f m", datum, d)
			}
			backLon, backLat := export.WGS84(model.Position{Lon: shiftedLon, Lat: shiftedLat, Datum: datum})
			if d := metres(lon, lat, backLon, backLat); d > 0.01 {
				t.Fatalf("%s comes back %.3f m away", datum, d)
			}
		}
	})
}
