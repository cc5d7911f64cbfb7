package app_test

import (
	"os"
	"testing"

	"beatbook/ui/cli"
)

// programKey in the environment makes the test binary the program itself.
const programKey = "BEATBOOK_TEST_PROGRAM"

func TestMain(m *testing.M) {
	if os.Getenv(programKey) != "" {
		os.Exit(cli.Main(os.Args[1:], os.Stdin, os.Stdout, os.Stderr))
	}
	os.Exit(m.Run())
}
