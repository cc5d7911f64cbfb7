package export

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"math"
	"strconv"
)

// Feature is a point with what is known of it.
type Feature struct {
	ID         string
	Lon, Lat   float64 // degrees in WGS84
	Properties []Property
}

// Property is a name with a value that encoding/json can write. Within a feature a name is used once.
type Property struct {
	Name  string
	Value any
}

// GeoJSON writes points as a FeatureCollection (RFC 7946), to the seventh decimal, which is a centimetre. The properties
// keep their order. The error is that of w, of a value that JSON does not have, or of a position not on the earth.
func GeoJSON(w io.Writer, features []Feature) error {
	collection := struct {
		Type     string        `json:"type"`
		Features []jsonFeature `json:"features"`
	}{"FeatureCollection", make([]jsonFeature, len(features))}
	for i, f := range features {
		if onEarth := math.Abs(f.Lon) <= 180 && math.Abs(f.Lat) <= 90; !onEarth { // nor is NaN
			return fmt.Errorf("write geojson: %q: no position: %v, %v", f.ID, f.Lon, f.Lat)
		}
		collection.Features[i] = jsonFeature{
			Type: "Feature", ID: f.ID, Geometry: geometry{"Point", [2]degrees{degrees(f.Lon), degrees(f.Lat)}}, Properties: f.Properties,
		}
	}
	if err := json.NewEncoder(w).Encode(collection); err != nil {
		return fmt.Errorf("write geojson: %w", err)
	}
	return nil
}

type jsonFeature struct {
	Type       string     `json:"type"`
	ID         string     `json:"id,omitempty"`
	Geometry   geometry   `json:"geometry"`
	Properties properties `json:"properties"`
}

type geometry struct {
	Type        string     `json:"type"`
	Coordinates [2]degrees `json:"coordinates"`
}

type degrees float64

// MarshalJSON writes seven decimals.
func (d degrees) MarshalJSON() ([]byte, error) {
	return strconv.AppendFloat(nil, float64(d), 'f', 7, 64), nil
}

type properties []Property

// MarshalJSON writes an object with the properties in their order.
func (p properties) MarshalJSON() ([]byte, error) {
	b := bytes.NewBufferString("{")
	for i, property := range p {
		if i > 0 {
			b.WriteByte(',')
		}
		name, err := json.Marshal(property.Name)
		if err != nil {
			return nil, err
		}
		value, err := json.Marshal(property.Value)
		if err != nil {
			return nil, fmt.Errorf("property %q: %w", property.Name, err)
		}
		b.Write(name)
		b.WriteByte(':')
		b.Write(value)
	}
	b.WriteByte('}')
	return b.Bytes(), nil
}
