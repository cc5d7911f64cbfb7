package app_test

import (
	"os"
	"testing"

	"beatbook/ui/cli"
)

// programKey in the environment makes the test binary the program itself: 1 as it is, else on a log that panics.
const programKey = "BEATBOOK_TEST_PROGRAM"

func TestMain(m *testing.M) {
	switch how := os.Getenv(programKey); how {
	case "":
	case "1":
		os.Exit(cli.Main(os.Args[1:], os.Stdin, os.Stdout, os.Stderr))
	default:
		os.Exit(cli.MainOn(sabotage(how), os.Args[1:], os.Stdin, os.Stdout, os.Stderr))
	}
	os.Exit(m.Run())
}
