package model

import (
	"slices"
	"time"
)

// Answer says whether an item of a checklist was in order.
type Answer struct {
	Item string `json:"item"`
	OK   bool   `json:"ok"`
}

// ChecklistDoneBody says what was found at a checkpoint, item by item.
type ChecklistDoneBody struct {
	Shift      string   `json:"shift"`
	Checkpoint string   `json:"checkpoint"`
	Answers    []Answer `json:"answers"`
}

// Check is a checklist that was gone through.
type Check struct {
	ID         string
	Checkpoint string
	Answers    []Answer
	At         time.Time
}

// DoChecklist says what was found at a checkpoint. Items that were not looked at are left out.
type DoChecklist struct {
	Shift      string
	Checkpoint string
	Answers    []Answer
}

func (i DoChecklist) decide(n *Night, _ Stamp) (decision, error) {
	s, c, err := n.openAt(i.Shift, i.Checkpoint)
	if err != nil {
		return decision{}, err
	}
	if len(i.Answers) == 0 {
		return decision{}, refuse(AnswerNeeded, i.Checkpoint)
	}
	for _, a := range i.Answers {
		if !c.hasItem(a.Item) {
			return decision{}, refuse(UnknownItem, a.Item)
		}
	}
	return s.decision(ChecklistDone, ChecklistDoneBody(i)), nil
}

func (c Checkpoint) hasItem(id string) bool {
	return slices.ContainsFunc(c.Checklist, func(item Item) bool { return item.ID == id })
}

// HandoverAcknowledgedBody says that what a shift left for the next one was read.
type HandoverAcknowledgedBody struct {
	Shift string `json:"shift"` // that ended
	By    string `json:"by"`    // id of the unit that read it
}

// AcknowledgeHandover says that a unit has read what a shift left.
type AcknowledgeHandover struct {
	Shift *Shift
	By    string
}

func (i AcknowledgeHandover) decide(_ *Night, now Stamp) (decision, error) {
	body := HandoverAcknowledgedBody{Shift: i.Shift.ID, By: i.By}
	return decision{kind: HandoverAcknowledged, night: i.Shift.Plan.Night(now.At), zone: i.Shift.Plan.Timezone, body: body}, nil
}
