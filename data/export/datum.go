package export

import (
	"math"

	"beatbook/model"
)

// WGS84 is a position in WGS84, in degrees. From gcj02 and bd09 it is found to within a centimetre of what their
// published formulas turn into the position; outside the rectangle around China in which these shift anything, positions
// stay as they are. CGCS2000 lies within a metre of WGS84 and is taken for it.
//
// No Go module for this is kept up and served, so the formulas are written down here. They are not official: they are
// known from eviltransform (MIT) and PRCoords by Mingye Wang (CC0), which agree.
func WGS84(p model.Position) (lon, lat float64) {
	given := lonLat{p.Lon, p.Lat}
	if shift, ok := shifts[p.Datum]; ok && given.inChina() {
		given = unshift(given, shift)
	}
	return given.lon, given.lat
}

// shifts are what the datums that are not WGS84 do to a point of it.
var shifts = map[string]func(lonLat) lonLat{
	"gcj02": toGCJ02,
	"bd09":  func(p lonLat) lonLat { return toBD09(toGCJ02(p)) },
}

// lonLat is a point in degrees.
type lonLat struct{ lon, lat float64 }

// inChina reports whether gcj02 differs from WGS84.
func (p lonLat) inChina() bool {
	return p.lon >= 72.004 && p.lon <= 137.8347 && p.lat >= 0.8293 && p.lat <= 55.8271
}

const (
	unshiftRounds  = 30   // a few are enough
	unshiftCloseTo = 1e-9 // degrees: a tenth of a millimetre
)

// unshift finds the point that is shifted to the given one. As the shift hardly changes over its own length, the error of
// a guess is nearly what has to be taken off it.
func unshift(given lonLat, shift func(lonLat) lonLat) lonLat {
	guess := given
	for range unshiftRounds {
		shifted := shift(guess)
		lon, lat := shifted.lon-given.lon, shifted.lat-given.lat
		guess = lonLat{guess.lon - lon, guess.lat - lat}
		if math.Abs(lon) < unshiftCloseTo && math.Abs(lat) < unshiftCloseTo {
			break
		}
	}
	return guess
}

// The ellipsoid of Krasovsky, 1940.
const (
	semiMajorAxis = 6378245.0              // metres
	eccentricity2 = 0.00669342162296594323 // squared
)

// toGCJ02 shifts a point of WGS84 east and north by metres that depend on where it is.
func toGCJ02(p lonLat) lonLat {
	x, y := p.lon-105, p.lat-35
	ripples := 20*math.Sin(6*math.Pi*x) + 20*math.Sin(2*math.Pi*x)
	east := 300 + x + 2*y + 0.1*x*x + 0.1*x*y + 0.1*math.Sqrt(math.Abs(x)) + (ripples+
		20*math.Sin(math.Pi*x)+40*math.Sin(math.Pi*x/3)+150*math.Sin(math.Pi*x/12)+300*math.Sin(math.Pi*x/30))*2/3
	north := -100 + 2*x + 3*y + 0.2*y*y + 0.1*x*y + 0.2*math.Sqrt(math.Abs(x)) + (ripples+
		20*math.Sin(math.Pi*y)+40*math.Sin(math.Pi*y/3)+160*math.Sin(math.Pi*y/12)+320*math.Sin(math.Pi*y/30))*2/3

	sin, cos := math.Sincos(p.lat * math.Pi / 180)
	flat := 1 - eccentricity2*sin*sin
	eastDegree := math.Pi / 180 * semiMajorAxis / math.Sqrt(flat) * cos
	northDegree := math.Pi / 180 * semiMajorAxis * (1 - eccentricity2) / (flat * math.Sqrt(flat))
	return lonLat{p.lon + east/eastDegree, p.lat + north/northDegree}
}

// toBD09 shifts a point of gcj02 once more, in polar coordinates.
func toBD09(p lonLat) lonLat {
	const waves = 3000 * math.Pi / 180
	radius := math.Hypot(p.lon, p.lat) + 0.00002*math.Sin(p.lat*waves)
	angle := math.Atan2(p.lat, p.lon) + 0.000003*math.Cos(p.lon*waves)
	sin, cos := math.Sincos(angle)
	return lonLat{radius*cos + 0.0065, radius*sin + 0.006}
}
