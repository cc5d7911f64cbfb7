// Package sample is the plan that the program shows as long as it has none of its own.
package sample

import (
	_ "embed"
	"slices"

	"beatbook/data/routefile"
	"beatbook/model"
)

//go:embed lianhe.yaml
var source []byte

// Source is a copy of the plan file, comments and all.
func Source() []byte { return slices.Clone(source) }

// Plan is the plan in the file.
func Plan() (model.Plan, error) { return routefile.Read(source) }
