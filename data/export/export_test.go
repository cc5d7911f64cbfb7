package export

// Shifts turn a point of WGS84 into one of another datum.
var Shifts = map[string]func(lon, lat float64) (float64, float64){}

func init() {
	for datum, shift := range shifts {
		Shifts[datum] = func(lon, lat float64) (float64, float64) {
			p := shift(lonLat{lon, lat})
			return p.lon, p.lat
		}
	}
}
