// Package term holds what terminals get wrong, and the cures.
//
// Its init must run before that of bubbletea, which asks the terminal for its background colour and waits five seconds
// where nothing answers, eating keys. Go initialises packages in the order of their import paths as far as their
// imports allow, so this package must sort before github.com/charmbracelet/bubbletea and import nothing that bubbletea
// does not import too. What needs bubbletea's types is in the package input below.
package term

import (
	"os"
	"runtime"

	"github.com/charmbracelet/lipgloss"
	"github.com/mattn/go-runewidth"
)

func init() {
	lipgloss.SetHasDarkBackground(true)
	FixWidths()
}

// FixWidths makes ambiguous characters one cell wide whatever the locale, so that all width engines agree. It has been
// called once this package is imported; tests that change the locale's widths call it again.
func FixWidths() {
	runewidth.DefaultCondition.EastAsianWidth = false
}

// NoColor reports whether the environment asks for no colours: NO_COLOR is set to anything.
func NoColor() bool { return os.Getenv("NO_COLOR") != "" }

// ASCIIOnly reports whether the terminal draws box lines and arrows wrongly: an old Windows console in a Japanese,
// Chinese or Korean code page. Windows Terminal and everything that is not Windows can do it.
func ASCIIOnly() bool {
	return runtime.GOOS == "windows" && os.Getenv("WT_SESSION") == "" && doubleByte(outputCodePage())
}

// doubleByte reports whether the box lines of a code page are two cells wide.
func doubleByte(codePage uint32) bool {
	switch codePage {
	case 932, 936, 949, 950:
		return true
	}
	return false
}
