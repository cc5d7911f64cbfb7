package session

import (
	"math"
	"slices"
	"time"

	"beatbook/model"
)

// PlanVersion is a plan as it was adopted.
type PlanVersion struct {
	Number int // from 1, the oldest one
	At     time.Time
	Night  model.Date
	InUse  bool
	model.PlanAdoptedBody
}

// PlanVersions are all plans that were adopted, the newest by the clock first. The one in use is the newest that is not from
// the future; where all are, the newest.
func PlanVersions(log Log) ([]PlanVersion, error) {
	records, err := log.Plans(math.MaxInt)
	if err != nil {
		return nil, err
	}
	list := make([]PlanVersion, len(records))
	for i, r := range records {
		body, err := model.Decode[model.PlanAdoptedBody](r)
		if err != nil {
			return nil, err
		}
		list[i] = PlanVersion{Number: len(records) - i, At: r.At, Night: r.Night, PlanAdoptedBody: body}
	}
	now := log.Stamp().At
	used := slices.IndexFunc(list, func(v PlanVersion) bool { return !v.At.After(now) })
	if len(list) > 0 {
		list[max(used, 0)].InUse = true
	}
	return list, nil
}
