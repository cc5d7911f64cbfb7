package text_test

import (
	"maps"
	"regexp"
	"slices"
	"testing"

	"beatbook/data"
	"beatbook/model"
	"beatbook/ui/text"
)

// ofTerminal are the codes that doctor finds beside the data folder.
var ofTerminal = []data.NoteCode{
	text.TerminalNone, text.TerminalSize, text.TerminalSmall, text.TerminalUnsized, text.TerminalColors, text.TerminalGlyphs, text.TerminalASCII, text.TerminalPage,
	text.TerminalWidths, text.TerminalWrong, text.TerminalMute, text.TerminalLocale, text.ProgramVersion,
}

func TestDoctorHasWordsForEverything(t *testing.T) {
	codes := data.NoteCodes()
	wordsFor(t, append(slices.Collect(maps.Keys(codes)), ofTerminal...), func(s *text.Strings) map[data.NoteCode]string { return s.Doctor.Says })
	wordsFor(t, append(slices.Clone(data.Parts), text.PartTerminal, text.PartProgram),
		func(s *text.Strings) map[data.Part]string { return s.Doctor.Parts })
	wordsFor(t, []data.State{data.Fine, data.Unseen, data.Warns, data.Fails}, func(s *text.Strings) map[data.State]string { return s.Doctor.States })
	for code, state := range codes {
		for _, s := range []*text.Strings{zh, en} {
			if has := s.Doctor.Advice[code] != ""; has != (state != data.Fine) {
				t.Errorf("%s: %s is %s, advice: %v", s.Lang, code, state, has)
			}
		}
	}
}

// Whatever the figures, no placeholder is left over.
func TestDoctorSaysNoPlaceholder(t *testing.T) {
	left := regexp.MustCompile(`\{[a-z]\}`)
	for _, s := range []*text.Strings{zh, en} {
		for code := range s.Doctor.Says {
			n := data.Note{Code: code, Sizes: &data.Sizes{}, Finding: &data.Finding{Code: data.Unsigned}}
			if got := s.Note(n) + s.Advice(n); left.MatchString(got) {
				t.Errorf("%s: %q", code, got)
			}
		}
	}
}

func TestDoctorSaysWhatFixWouldDo(t *testing.T) {
	n := data.Note{Code: data.DoubtMoved, Device: "D", Night: model.Date("2026-11-24"), Count: 3, Seconds: -3700}
	if got, want := en.Note(n), "Night of 2026-11-24, device D: the clock jumped back by up to 1 h 01; 3 records are in doubt."; got != want {
		t.Errorf("%q, want %q", got, want)
	}
	n = data.Note{Code: data.IndexMissing, Mends: true}
	if got, want := en.Advice(n), "beatbook doctor --fix mends it. It is built anew from the journals, which hold all records."; got != want {
		t.Errorf("%q, want %q", got, want)
	}
}

func TestBytes(t *testing.T) {
	for n, want := range map[int64]string{0: "0 B", 1023: "1023 B", 1536: "1.5 KB", 64 << 20: "64 MB", 1 << 60: "1048576 TB"} {
		if got := text.Bytes(n); got != want {
			t.Errorf("%d: %s, want %s", n, got, want)
		}
	}
}
