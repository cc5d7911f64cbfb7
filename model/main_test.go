package model_test

import (
	"flag"
	"fmt"
	"os"
	"testing"
)

// TestMain makes the property tests the same in each run. To search further:
//
//	go test ./model -run 'Reference|Bands|Arrival|Record' -rapid.seed=0 -rapid.checks=10000
func TestMain(m *testing.M) {
	for name, value := range map[string]string{"rapid.seed": "20261120", "rapid.checks": "300", "rapid.nofailfile": "true"} {
		if err := flag.Set(name, value); err != nil {
			fmt.Fprintln(os.Stderr, err)
			os.Exit(1)
		}
	}
	os.Exit(m.Run())
}
