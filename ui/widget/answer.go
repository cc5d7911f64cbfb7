package widget

// Answer is how a dialog stands.
type Answer int

// The answers.
const (
	Pending   Answer = iota // nothing yet
	Accepted                // the dialog has its result
	Cancelled               // nothing is to be done
)
