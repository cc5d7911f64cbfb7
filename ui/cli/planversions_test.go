package cli_test

import (
	"context"
	"strings"
	"testing"
	"time"

	"beatbook/data"
	"beatbook/data/sample"
	"beatbook/model"
	"beatbook/ui/cli"
)

// TestVersionsTellWhereEachPlanCameFrom: the sample, a file, an edit at the desk in the night of the day before, and one
// from the future, which is not in use.
func TestVersionsTellWhereEachPlanCameFrom(t *testing.T) {
	folder := t.TempDir()
	plan, err := sample.Plan()
	if err != nil {
		t.Fatal(err)
	}
	edited := plan
	edited.Units = plan.Units[1:]
	future := time.Now().AddDate(1, 0, 0)
	for _, step := range []struct {
		at time.Time
		model.AdoptPlan
	}{
		{time.Date(2025, 3, 7, 20, 0, 0, 0, plan.Zone()), model.AdoptPlan{Plan: plan, Sample: true, Source: "x"}},
		{time.Date(2025, 3, 8, 9, 30, 0, 0, plan.Zone()), model.AdoptPlan{Plan: plan, Source: "x"}},
		{time.Date(2025, 3, 9, 2, 5, 0, 0, plan.Zone()), model.AdoptPlan{Plan: edited, Source: "x", Operator: "老周"}},
		{future, model.AdoptPlan{Plan: plan, Source: "x"}},
	} {
		adopt(t, folder, step.at, step.AdoptPlan)
	}
	if got, want := printed(t, folder, "plan", "versions"), `No.  Adopted           Source           Operator  Checkpoints  Routes  Units
4    `+future.In(plan.Zone()).Format("2006-01-02 15:04")+`  file                       8            3       4
3    2025-03-09 02:05  edited           老周      8            3       3      in use
2    2025-03-08 09:30  file                       8            3       4
1    2025-03-07 20:00  built-in sample            8            3       4
`; got != want {
		t.Errorf("got\n%swant\n%s", got, want)
	}
	if got := printed(t, folder, "--lang", "zh", "plan", "versions"); !strings.Contains(got, "编辑      老周") {
		t.Errorf("got\n%s", got)
	}
	if got, want := printed(t, folder, "plan", "diff", "2025-03-07", "2025-03-08"), "From version 2 to 3:\n  Removed unit \"Lianhe 01\"\n"; got != want {
		t.Errorf("got %q", got)
	}
}

func adopt(t *testing.T, folder string, at time.Time, plan model.AdoptPlan) {
	t.Helper()
	store, err := data.Open(folder, data.Options{Now: func() time.Time { return at }})
	if err != nil {
		t.Fatal(err)
	}
	record, err := model.Decide(model.NewNight(""), store.Stamp(), plan)
	if err == nil {
		_, err = store.Append(context.Background(), record)
	}
	if closed := store.Close(); err != nil || closed != nil {
		t.Fatal(err, closed)
	}
}

// printed is what a command prints about a folder.
func printed(t *testing.T, folder string, args ...string) string {
	t.Helper()
	var out, errs strings.Builder
	if code := cli.Main(append([]string{"--data", folder, "--lang", "en"}, args...), strings.NewReader(""), &out, &errs); code != cli.Done {
		t.Fatalf("%v: exit code %d\n%s", args, code, errs.String())
	}
	return out.String()
}
