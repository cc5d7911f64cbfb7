package demo_test

import (
	"reflect"
	"testing"
	"time"

	"beatbook/data"
	"beatbook/model"
	"beatbook/ui/demo"
)

func TestFillWritesTheWeek(t *testing.T) {
	p, folder := plan(t), t.TempDir()
	now := tonight(t, p)
	if err := demo.Fill(t.Context(), folder, p, now, demo.Seed); err != nil {
		t.Fatal(err)
	}
	store, err := data.Open(folder, data.Options{Now: func() time.Time { return now }})
	if err != nil {
		t.Fatal(err)
	}
	defer func() {
		if err := store.Close(); err != nil {
			t.Error(err)
		}
	}()
	records, err := demo.Week(p, store.Device(), now, demo.Seed)
	if err != nil {
		t.Fatal(err)
	}
	stored := 0
	for i := range demo.Nights {
		night, err := store.Night(p.Night(now).AddDays(-i))
		if err != nil {
			t.Fatal(err)
		}
		stored += night.Len()
	}
	if stored != len(records) {
		t.Errorf("%d of %d records are stored", stored, len(records))
	}
	started, ok, err := store.Latest(model.ShiftStarted, store.Device(), now)
	if err != nil || !ok || started.Night != p.Night(now) {
		t.Errorf("latest shift of this device: %v %v %v", started.Night, ok, err)
	}
	if _, ok, err := store.Latest(model.PlanAdopted, "", now); err != nil || !ok {
		t.Errorf("plan: %v %v", ok, err)
	}
	hazards, err := store.Hazards()
	if err != nil || !reflect.DeepEqual(hazards.List(now), hazardsOf(records).List(now)) {
		t.Errorf("hazards: %+v, %v", hazards.List(now), err)
	}
	if found := store.Problems(); len(found) > 0 {
		t.Errorf("problems: %v", found)
	}
}
