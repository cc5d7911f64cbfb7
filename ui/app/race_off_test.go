//go:build !race

package app

// raced reports whether the race detector is on.
const raced = false
