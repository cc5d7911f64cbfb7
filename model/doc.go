// Package model is what a night patrol is: the plan, the calls that follow from it, the records of what happened and the
// judgement of the one by the other.
//
// It is pure: no I/O, no clock, no goroutine, the standard library only. Time comes in as an argument (a Stamp or a
// time.Time), and the same plan, records and moment give the same answer on every machine.
//
// The rules carry the numbers of the rule book of the job, R1 to R17, quoted where they are applied.
package model
