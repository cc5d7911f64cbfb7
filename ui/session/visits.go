package session

import (
	"time"

	"beatbook/model"
)

// LastVisits are the latest visits of a checkpoint before a moment, the newest first, as they count now: corrected, and
// without the withdrawn ones. It reads the nights of the check-ins and may run beside the session.
func LastVisits(log Log, checkpoint string, before time.Time, limit int) ([]model.Visit, error) {
	records, err := log.History(checkpoint, before, limit)
	if err != nil {
		return nil, err
	}
	nights := map[model.Date]map[string]model.Visit{}
	var visits []model.Visit
	for _, r := range records {
		if nights[r.Night] == nil {
			night, err := log.Night(r.Night)
			if err != nil {
				return nil, err
			}
			nights[r.Night] = visitsOf(night)
		}
		if v, counts := nights[r.Night][r.ID]; counts {
			visits = append(visits, v)
		}
	}
	return visits, nil
}

func visitsOf(night *model.Night) map[string]model.Visit {
	visits := map[string]model.Visit{}
	for _, shift := range night.Shifts() {
		for _, v := range shift.Visits {
			visits[v.ID] = v
		}
	}
	return visits
}
