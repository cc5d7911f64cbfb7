// Package text holds every text of the program in both languages. A language is a value of one typed struct: a text
// that is missing does not compile or fails the tests, never the reader.
//
// Texts with printf verbs name their arguments in a comment; both languages take the same ones.
package text

import "beatbook/model"

// Strings are all texts in one language.
type Strings struct {
	Lang    model.Lang
	App     App
	Patrol  Patrol
	Start   Start
	Dialog  Dialog
	Log     Log
	Hazard  Hazard
	Keys    Keys
	Words   Words
	Time    Time
	CLI     CLI
	Command Command
	Errors  Errors
	Plan    Plan
	Report  Report

	ReportPage ReportPage
	Desk       Desk
	Radio      Radio
	History    History
	PlanEdit   PlanEdit
	Lock       Lock
	Crash      Crash
	Trust      Trust
	Backup     Backup
	Doctor     Doctor
	Devices    Devices
}

var zh = Strings{
	Lang: model.ZH, App: zhApp, Patrol: zhPatrol, Start: zhStart, Dialog: zhDialog, Log: zhLog, Hazard: zhHazard,
	Keys: zhKeys, Words: zhWords, Time: zhTime, CLI: zhCLI, Command: zhCommand, Errors: zhErrors, Plan: zhPlan, Report: zhReport,
	ReportPage: zhReportPage, Desk: zhDesk, Radio: zhRadio, History: zhHistory, PlanEdit: zhPlanEdit,
	Lock: zhLock, Crash: zhCrash, Trust: zhTrust, Backup: zhBackup, Doctor: zhDoctor, Devices: zhDevices,
}

var en = Strings{
	Lang: model.EN, App: enApp, Patrol: enPatrol, Start: enStart, Dialog: enDialog, Log: enLog, Hazard: enHazard,
	Keys: enKeys, Words: enWords, Time: enTime, CLI: enCLI, Command: enCommand, Errors: enErrors, Plan: enPlan, Report: enReport,
	ReportPage: enReportPage, Desk: enDesk, Radio: enRadio, History: enHistory, PlanEdit: enPlanEdit,
	Lock: enLock, Crash: enCrash, Trust: enTrust, Backup: enBackup, Doctor: enDoctor, Devices: enDevices,
}

// For returns the texts in the language, the Chinese ones for an unknown language. They must not be changed.
func For(lang model.Lang) *Strings {
	if lang == model.EN {
		return &en
	}
	return &zh
}
