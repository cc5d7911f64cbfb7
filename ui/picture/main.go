// Command picture draws the pictures of the README from the program's own output: it runs the demonstration on an
// emulated terminal, presses keys, and writes what is then on the screen as SVG.
//
//	go run ./ui/picture
package main

import (
	"context"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"time"

	tea "github.com/charmbracelet/bubbletea"
	"github.com/charmbracelet/lipgloss"
	"github.com/charmbracelet/x/vt"
	"github.com/muesli/termenv"

	"beatbook/data"
	"beatbook/data/sample"
	"beatbook/model"
	"beatbook/ui/app"
	"beatbook/ui/demo"
	"beatbook/ui/session"
	"beatbook/ui/theme"
)

// picture is one file: a window, and the keys that are pressed in it.
type picture struct {
	file          string
	lang          model.Lang
	theme         theme.Name
	width, height int
	keys          []tea.KeyMsg
	load          func(context.Context, session.Log) (*session.Session, error)
}

var pictures = []picture{
	{"patrol.svg", model.ZH, theme.Day, 110, 30, runes("f"), session.Load},
	{"patrol-en.svg", model.EN, theme.Night, 80, 24, runes("f"), session.Load},
	{"log.svg", model.ZH, theme.Day, 110, 30, runes("l"), session.Load},
	{"report.svg", model.ZH, theme.Day, 120, 34, runes("rww"), session.Load},
	{"desk.svg", model.ZH, theme.Day, 130, 32, runes(":小喇叭一队 3 4 步 一切正常"), session.LoadDesk},
}

func runes(s string) []tea.KeyMsg {
	var keys []tea.KeyMsg
	for _, r := range s {
		keys = append(keys, tea.KeyMsg{Type: tea.KeyRunes, Runes: []rune{r}})
	}
	return keys
}

// settle is how long the screen gets to come to rest.
const settle = 1500 * time.Millisecond

func main() {
	for _, p := range pictures {
		if err := p.draw(context.Background(), filepath.Join("ui", "picture", p.file)); err != nil {
			fmt.Fprintln(os.Stderr, err)
			os.Exit(1)
		}
	}
}

func (p picture) draw(ctx context.Context, file string) (err error) {
	folder, err := os.MkdirTemp("", "beatbook-picture-")
	if err != nil {
		return err
	}
	defer func() { _ = os.RemoveAll(folder) }()
	plan, err := sample.Plan()
	if err != nil {
		return err
	}
	now := model.Date("2026-11-24").At(demo.DefaultClock, plan.Zone(), plan.NightTurnsAt)
	if err := demo.Fill(ctx, folder, &plan, now, demo.Seed); err != nil {
		return err
	}
	store, err := data.Open(folder, data.Options{Now: demo.NewClock(now, 1e-6, time.Now).Now})
	if err != nil {
		return err
	}
	defer func() { _ = store.Close() }()
	s, err := p.load(ctx, store)
	if err != nil {
		return err
	}
	screen, err := p.run(ctx, s)
	if err != nil {
		return err
	}
	return os.WriteFile(file, svg(screen), 0o644)
}

// run presses the keys and gives the terminal as it looks then.
func (p picture) run(ctx context.Context, s *session.Session) (*vt.Emulator, error) {
	screen := vt.NewEmulator(p.width, p.height)
	go func() { _, _ = io.Copy(io.Discard, screen) }() // its replies, which nobody asked for
	renderer := lipgloss.NewRenderer(io.Discard)
	renderer.SetColorProfile(termenv.TrueColor)
	root := app.New(ctx, app.Config{Session: s, Lang: p.lang, Theme: p.theme, Renderer: renderer})
	program := tea.NewProgram(root, tea.WithInput(nil), tea.WithOutput(screen), tea.WithAltScreen(), tea.WithoutSignals())
	done := make(chan error, 1)
	go func() {
		_, err := program.Run()
		done <- err
	}()
	program.Send(tea.WindowSizeMsg{Width: p.width, Height: p.height})
	for _, k := range p.keys {
		time.Sleep(settle)
		program.Send(k)
	}
	time.Sleep(settle)
	picture := screen.Render()
	program.Quit()
	err := <-done
	still := vt.NewEmulator(p.width, p.height)
	go func() { _, _ = io.Copy(io.Discard, still) }()
	_, _ = still.WriteString(lines(picture))
	return still, err
}
