// Beatbook is the book that a patrol carries: the places, the times to be at them, and who was there.
package main

import (
	"os"

	"beatbook/ui/cli"
)

func main() { os.Exit(cli.Main(os.Args[1:], os.Stdin, os.Stdout, os.Stderr)) }
