package model_test

import (
	"bytes"
	"encoding/json"
	"fmt"
	"reflect"
	"testing"
	"time"

	"beatbook/model"
)

var fuzzKinds = []model.Kind{
	model.HazardFound, model.HazardMoved, model.OutcomeCounted, model.ChecklistDone, model.HandoverAcknowledged, model.Withdrawn, model.ShiftEnded,
}

// recordsOf reads a record from each line: its kind, its device and its minute from the first three bytes, then its body.
// Ids are L0, L1 and so on, for bodies to name.
func recordsOf(b []byte) []model.Record {
	var records []model.Record
	seqs := map[string]uint64{}
	for i, line := range bytes.Split(b, []byte("\n")) {
		if len(line) < 3 || i > 40 {
			continue
		}
		device := fmt.Sprint("device", line[1]%3)
		seqs[device]++
		records = append(records, model.Record{
			ID: fmt.Sprint("L", i), Device: device, Seq: seqs[device], At: at(20).Add(time.Duration(line[2]) * time.Minute), Night: "2026-11-20",
			Kind: fuzzKinds[int(line[0])%len(fuzzKinds)], Body: json.RawMessage(line[3:]),
		})
	}
	return records
}

// FuzzHazards holds that no bodies whatever make the projections panic, count below zero or depend on the order of arrival.
func FuzzHazards(f *testing.F) {
	for _, s := range []string{
		"", "\x00aa{}\n\x01ab{\"hazard\":\"L0\"}", "\x00aanull\n\x01aanull\n\x02aanull\n\x03aanull\n\x04aanull\n\x05aanull\n\x06aanull",
		"\x00aa{\"checkpoint\":\"plaza\",\"order\":{}}\n\x01ab{\"hazard\":\"L0\",\"after\":\"L0\",\"step\":\"urged\"}\n\x01bb{\"hazard\":\"L0\",\"after\":\"L0\",\"step\":\"passed\"}",
		"\x00aa{\"fixed\":true,\"order\":{\"owner\":\"x\",\"deadline\":\"9999-12-31T23:59:59Z\"}}\n\x01aa{\"hazard\":\"L0\",\"after\":\"L1\",\"step\":\"failed\"}",
		"\x00aa{}\n\x01ac{\"hazard\":\"L0\",\"after\":\"L2\",\"step\":\"ordered\"}\n\x01bd{\"hazard\":\"L0\",\"after\":\"L1\",\"step\":\"closed\",\"order\":null}",
		"\x01aa{\"hazard\":\"L0\",\"after\":\"L9\",\"step\":\"\"}\n\x00aa{\"order\":{\"deadline\":\"soon\"}}\n\x00aa[[[[", "\x00aa\xff\xfe\n\x01aa{\"hazard\":7}",
		"\x02aa{\"shift\":\"S\",\"kind\":\"k\",\"quantity\":1000000000}\n\x02ab{\"shift\":\"S\",\"quantity\":-7,\"of\":\"L0\"}\n\x02ab{\"shift\":\"S\",\"quantity\":-7,\"of\":\"L2\"}",
		"\x03aa{\"shift\":\"S\",\"answers\":[{},null,{\"item\":\"exit\",\"ok\":true}]}\n\x05ab{\"shift\":\"S\",\"of\":\"L0\"}\n\x06aa{\"shift\":\"S\"}",
	} {
		f.Add([]byte(s))
	}
	plan := workPlan()
	body, err := json.Marshal(model.ShiftStartedBody{Unit: "horn-1", Route: "beat", Mode: model.Foot, Plan: plan.Freeze("horn-1", "beat")})
	if err != nil {
		f.Fatal(err)
	}
	start := model.Record{ID: "S", Device: "starter", Seq: 1, At: at(13), Night: "2026-11-20", Kind: model.ShiftStarted, Body: body}
	f.Fuzz(func(t *testing.T, b []byte) {
		records := append([]model.Record{start}, recordsOf(b)...)
		hazards, again := foldHazards(records), foldHazards(append(reversed(records), records...))
		for _, now := range []time.Time{{}, at(21), at(23).AddDate(8000, 0, 0)} {
			list := hazards.List(now)
			if !reflect.DeepEqual(list, again.List(now)) {
				t.Fatalf("the order of arrival tells in %+v and %+v", list, again.List(now))
			}
			for _, h := range list {
				soundHazard(t, hazards, h, now)
			}
		}
		night, mirror := fold(records), fold(reversed(records))
		if !reflect.DeepEqual(night.Judge(at(23)), mirror.Judge(at(23))) {
			t.Fatal("the order of arrival tells in the night")
		}
		for _, s := range night.Shifts() {
			for kind, n := range s.Sum("") {
				if n <= 0 {
					t.Fatalf("%d of %q", n, kind)
				}
			}
		}
	})
}

func soundHazard(t *testing.T, hazards *model.Hazards, h model.Hazard, now time.Time) {
	t.Helper()
	if same, ok := hazards.Find(h.ID); !ok || !reflect.DeepEqual(h, same) {
		t.Fatalf("listed %+v, found %+v", h, same)
	}
	if (h.State == model.HazardClosed) == h.Closed.IsZero() || h.Overdue(now) && h.State != model.HazardOrdered || h.Last() == "" {
		t.Fatalf("%+v", h)
	}
	if (len(h.NextSteps()) == 0) != (h.State == model.HazardClosed) {
		t.Fatalf("%s: next %v", h.State, h.NextSteps())
	}
}
