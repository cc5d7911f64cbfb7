package cli

import (
	"strings"

	"beatbook/model"
	"beatbook/ui/session"
	"beatbook/ui/story"
)

// sayHandovers says what shifts have left for the one that starts. To say that it was read takes the screen.
func (p *program) sayHandovers(s *session.Session, shifts []*model.Shift) error {
	t, now := p.text, s.Log.Stamp().At
	for i, shift := range shifts {
		var hazards []model.Hazard
		if i == len(shifts)-1 {
			hazards = s.Hazards.Open("", now)
		}
		lines := story.Left(t, shift, s.Plan, hazards, now)
		if shift.Handover != "" {
			lines = append(strings.Split(shift.Handover, "\n"), lines...)
		}
		if len(lines) == 0 {
			continue
		}
		ended := shift.Ended.In(shift.Zone).Format("01-02 15:04")
		if err := p.say(t.Dialog.HandoverTitle+t.App.Colon+t.Dialog.HandoverFrom, p.name(shift.Unit.Callsign), ended); err != nil {
			return err
		}
		if err := p.sayLines(lines); err != nil {
			return err
		}
	}
	return nil
}

// sayLeft says what a shift that has ended leaves for the next one.
func (p *program) sayLeft(s *session.Session, shift *model.Shift) error {
	now := s.Log.Stamp().At
	return p.sayLines(story.Left(p.text, shift, s.Plan, s.Hazards.Open("", now), now))
}

func (p *program) sayLines(lines []string) error {
	for _, line := range lines {
		if err := p.say("  %s", line); err != nil {
			return err
		}
	}
	return nil
}
