package cli

import (
	"strconv"
	"time"

	"github.com/spf13/cobra"

	"beatbook/data"
	"beatbook/ui/session"
)

func (p *program) devicesCommand() *cobra.Command {
	var asJSON bool
	cmd := &cobra.Command{Use: "devices", Short: p.text.Devices.List, Args: p.noArguments}
	cmd.Flags().BoolVar(&asJSON, "json", false, p.text.CLI.FlagJSON)
	cmd.RunE = func(cmd *cobra.Command, _ []string) error {
		return p.read(cmd.Context(), func(store *data.Store, s *session.Session) error {
			devices, err := store.DeviceStates()
			if err != nil {
				return err
			}
			if asJSON {
				return p.json(deviceShapes(devices))
			}
			return p.printDevices(devices, s.Plan.Zone())
		})
	}
	cmd.AddCommand(p.devicesAdmit())
	return cmd
}

func (p *program) devicesAdmit() *cobra.Command {
	t := p.text.Devices
	cmd := &cobra.Command{Use: "admit " + t.Arg, Short: t.Admit, Args: p.oneArgument(t.Arg)}
	cmd.ValidArgsFunction = func(*cobra.Command, []string, string) ([]cobra.Completion, cobra.ShellCompDirective) {
		return devicesIn(folderOf(p.data)), cobra.ShellCompDirectiveNoFileComp
	}
	cmd.RunE = func(cmd *cobra.Command, args []string) error {
		return p.read(cmd.Context(), func(store *data.Store, _ *session.Session) error { return p.admit(store, args[0]) })
	}
	return cmd
}

func (p *program) admit(store *data.Store, word string) error {
	devices, err := store.DeviceStates()
	if err != nil {
		return err
	}
	known := map[string]bool{}
	var ids []string
	for _, d := range devices {
		known[d.Device] = d.Known
		ids = append(ids, d.Device)
	}
	device, err := p.findDevice(word, ids)
	if err != nil {
		return err
	}
	if known[device] {
		return p.say(p.text.Devices.AlreadyKnown, device)
	}
	if err := store.Admit(device); err != nil {
		return err
	}
	return p.say(p.text.Devices.Admitted, device)
}

func (p *program) printDevices(devices []data.DeviceState, zone *time.Location) error {
	t := p.text.Devices
	rows := [][]string{{t.Device, t.State, t.Records, t.First, t.Last, t.Since}}
	when := func(at time.Time) string {
		if at.IsZero() {
			return ""
		}
		return at.In(zone).Format(minuteForm)
	}
	for _, d := range devices {
		state := t.Unknown
		switch {
		case d.Own:
			state = t.Own
		case d.Known:
			state = t.Known
		}
		rows = append(rows, []string{d.Device, state, strconv.FormatUint(d.Records, 10), when(d.First), when(d.Last), when(d.Since)})
	}
	return p.columns(rows)
}

// deviceShape is a device of `devices --json`. Times are RFC 3339 in UTC, and left out where there is none.
type deviceShape struct {
	Device  string `json:"device"`
	Own     bool   `json:"own"`
	Known   bool   `json:"known"`
	Records uint64 `json:"records"`
	First   string `json:"first,omitempty"` // time of the record with the lowest number, and
	Last    string `json:"last,omitempty"`  // with the highest one
	Since   string `json:"since,omitempty"` // when it became known
}

func deviceShapes(devices []data.DeviceState) []deviceShape {
	when := func(at time.Time) string {
		if at.IsZero() {
			return ""
		}
		return stampIn(at, time.UTC)
	}
	shapes := make([]deviceShape, len(devices))
	for i, d := range devices {
		shapes[i] = deviceShape{d.Device, d.Own, d.Known, d.Records, when(d.First), when(d.Last), when(d.Since)}
	}
	return shapes
}
