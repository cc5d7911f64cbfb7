package sample_test

import (
	"testing"

	"beatbook/data/routefile"
	"beatbook/data/sample"
)

func TestTheSampleIsAPlan(t *testing.T) {
	p, err := sample.Plan()
	if err != nil {
		t.Fatal(err)
	}
	if p.Site.ID != "lianhe" {
		t.Errorf("site %q", p.Site.ID)
	}
}

func TestNobodyChangesTheSource(t *testing.T) {
	clear(sample.Source())
	if _, err := routefile.Read(sample.Source()); err != nil {
		t.Error(err)
	}
}
