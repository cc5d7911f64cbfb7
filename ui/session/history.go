package session

import (
	"slices"
	"time"

	"beatbook/model"
)

// HistoryNights is how many nights a history goes back, the present one among them, unless more or fewer are asked for.
const HistoryNights = 90

// nightsBefore is how far back whoever sits at a duty desk is looked for, in nights with records.
const nightsBefore = 2

// DutyAt reads who was on duty at a moment, as it is known now. It reads the night of the moment and those about it, and may
// run beside the session.
func DutyAt(log Log, plan *model.Plan, at, now time.Time) (model.Duty, error) {
	date := plan.Night(at)
	before, err := log.Nights(date, nightsBefore)
	if err != nil {
		return model.Duty{}, err
	}
	dates := []model.Date{date.AddDays(1), date} // a shift may have turned its nights at another time of day
	for _, n := range before {
		dates = append(dates, n.Date)
	}
	slices.Reverse(dates)
	nights := make([]*model.Night, len(dates))
	for i, d := range dates {
		if nights[i], err = log.Night(d); err != nil {
			return model.Duty{}, err
		}
	}
	return model.DutyAt(nights, at, now), nil
}
