package cli

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"beatbook/data"
	"beatbook/data/sample"
	"beatbook/data/seal"
	"beatbook/model"
	"beatbook/ui/plain"
)

// shortHash is how much of a hash is enough to tell records apart by eye.
const shortHash = 12

// verifyFlags are what is asked for on the command line.
type verifyFlags struct {
	night, device string
	heads         []string
	json          bool
}

func (p *program) verifyCommand() *cobra.Command {
	var asked verifyFlags
	t := p.text.Trust
	cmd := &cobra.Command{Use: "verify [" + t.ArgPath + "]", Short: t.Verify, Args: p.optionalArgument}
	flags := cmd.Flags()
	flags.StringVar(&asked.night, "night", "", t.FlagNight)
	flags.StringVar(&asked.device, "device", "", t.FlagDevice)
	flags.StringArrayVar(&asked.heads, "head", nil, t.FlagHead)
	flags.BoolVar(&asked.json, "json", false, p.text.CLI.FlagJSON)
	p.completeNights(cmd)
	p.complete(cmd, "device", func(*cobra.Command) []cobra.Completion { return devicesIn(folderOf(p.data)) })
	cmd.RunE = func(cmd *cobra.Command, args []string) error {
		path := folderOf(p.data)
		var err error
		if len(args) > 0 {
			path, err = verifiable(args[0])
		} else {
			err = p.needFolder()
		}
		if err != nil {
			return err
		}
		o, err := p.verifyOptions(cmd, path, asked)
		if err != nil {
			return err
		}
		return p.verify(cmd, path, o, asked.json)
	}
	return cmd
}

// verifiable is what a path means: a backup or the only one in it, as for a restore, else what the path itself names.
func verifiable(path string) (string, error) {
	backup, err := data.FindBackup(path)
	if errors.Is(err, data.ErrNoBackup) {
		return path, nil
	}
	return backup, err
}

// verifyOptions reads what is asked for, before anything is walked through.
func (p *program) verifyOptions(cmd *cobra.Command, path string, asked verifyFlags) (o data.VerifyOptions, err error) {
	if asked.night != "" {
		tonight := func() (model.Date, error) { return p.tonightIn(cmd.Context(), path) }
		if o.Night, err = p.nightOf(cmd, asked.night, tonight); err != nil {
			return o, err
		}
	}
	if o.Heads, err = p.heads(cmd, asked.heads); err != nil {
		return o, err
	}
	if asked.device == "" {
		return o, nil
	}
	if info, err := os.Stat(path); err == nil && !info.IsDir() {
		return o, p.usage(cmd, p.text.Trust.DeviceOfFile, "--device")
	}
	if o.Device, err = p.findDevice(asked.device, devicesIn(path)); err != nil {
		return o, err
	}
	for _, h := range o.Heads {
		if h.Device != o.Device {
			return o, p.usage(cmd, p.text.Trust.HeadOfOther, h.Device, o.Device)
		}
	}
	return o, nil
}

// tonightIn is the present night by the plan in use where the path leads, by the built-in one where that tells of none.
func (p *program) tonightIn(ctx context.Context, path string) (model.Date, error) {
	key, err := p.keyOf(ctx, vaultOf(path))
	if err != nil {
		return "", err
	}
	now := time.Now()
	for _, place := range slices.Compact([]string{vaultOf(path), path}) {
		plan, found, err := data.PlanInUse(ctx, place, key, now)
		if err != nil && !errors.Is(err, fs.ErrNotExist) {
			return "", err
		}
		if found {
			return plan.Night(now), nil
		}
	}
	plan, err := sample.Plan()
	return plan.Night(now), err
}

// devicesIn are the devices whose journals are in the folder, or in the backup.
func devicesIn(folder string) []string {
	devices, _ := data.Devices(folder) // the walk says why it cannot be read
	return devices
}

// findDevice is the device that a word means: its id, or a part that no other one has.
func (p *program) findDevice(word string, devices []string) (string, error) {
	if slices.Contains(devices, word) {
		return word, nil
	}
	found := slices.DeleteFunc(devices, func(id string) bool { return !strings.Contains(strings.ToUpper(id), strings.ToUpper(word)) })
	switch len(found) {
	case 0:
		return "", refuse(p.text.Trust.NoDevice, plain.OneLine(word))
	case 1:
		return found[0], nil
	}
	return "", refuse(p.text.Command.Ambiguous, plain.OneLine(word), plain.OneLine(strings.Join(found, p.text.App.ListJoin)))
}

// verify takes no lock: it reads the files as they are, whoever has them open.
func (p *program) verify(cmd *cobra.Command, path string, o data.VerifyOptions, asJSON bool) (err error) {
	if o.Key, err = p.keyOf(cmd.Context(), vaultOf(path)); err != nil {
		return err
	}
	bar := newBar(p.errs, p.text.Trust.Reading, barDelay)
	o.Progress = func(done, total int64) { bar.show(int(done), int(total)) }
	v, err := data.Verify(cmd.Context(), path, o)
	bar.end()
	if errors.Is(err, fs.ErrNotExist) {
		return refuse(p.text.Trust.NoJournals, plain.OneLine(path))
	}
	if err != nil {
		return err
	}
	if asJSON {
		err = p.json(p.verificationShape(v, path, o))
	} else {
		err = p.printVerification(v, o)
	}
	if err == nil && !v.Holds() {
		err = silentError{}
	}
	return err
}

// vaultOf is the folder whose key opens what is to be verified: that of a journal is three levels above it.
func vaultOf(path string) string {
	if info, err := os.Stat(path); err == nil && !info.IsDir() {
		if whole, err := filepath.Abs(path); err == nil {
			return filepath.Dir(filepath.Dir(filepath.Dir(whole)))
		}
	}
	return path
}

func (p *program) printVerification(v *data.Verification, o data.VerifyOptions) error {
	for _, c := range v.Chains {
		if err := p.printChain(c); err != nil {
			return err
		}
	}
	for _, h := range o.Heads {
		if headHolds(v, h) {
			if err := p.say(p.text.Trust.HeadHolds, localTime(h.At), h.Seq, h.Device); err != nil {
				return err
			}
		}
	}
	return p.say("%s", p.verdict(v, o))
}

func (p *program) printChain(c data.Chain) error {
	t := p.text.Trust
	line := fmt.Sprintf(t.Chain, c.Device, c.Records, c.First, c.Last, c.Head[:min(len(c.Head), shortHash)])
	if c.Device == "" { // a file that nobody can tell whose it is
		for _, f := range c.Findings {
			if err := p.say("%s", p.text.Finding(f)); err != nil {
				return err
			}
		}
		return nil
	}
	if c.Records == 0 {
		line = fmt.Sprintf(t.ChainEmpty, c.Device)
	}
	holds := t.ChainHolds
	if len(c.Findings) > 0 {
		holds = t.ChainFails
	}
	if err := p.say("%s", line+holds); err != nil {
		return err
	}
	if c.Torn != "" {
		if err := p.say(t.Torn, c.Device, plain.OneLine(c.Torn)); err != nil {
			return err
		}
	}
	for _, f := range c.Findings {
		if err := p.say(t.Finding, f.Device, p.text.Finding(f)); err != nil {
			return err
		}
	}
	return nil
}

func (p *program) verdict(v *data.Verification, o data.VerifyOptions) string {
	records, failed := 0, 0
	for _, c := range v.Chains {
		records += c.Asked
		if len(c.Findings) > 0 {
			failed++
		}
	}
	t := p.text.Trust
	switch {
	case failed > 0:
		return fmt.Sprintf(t.Fails, failed, len(v.Chains))
	case records == 0 && o.Night != "":
		return fmt.Sprintf(t.NightEmpty, p.text.Night(o.Night))
	case records == 0:
		return t.NoRecords
	case o.Night != "":
		return fmt.Sprintf(t.NightHolds, p.text.Night(o.Night))
	}
	return fmt.Sprintf(t.AllHolds, len(v.Chains), records)
}

// headHolds reports whether what a head says was there is there.
func headHolds(v *data.Verification, h seal.Head) bool {
	gone := func(f data.Finding) bool {
		return f.Code == data.HeadGone && f.Seq == h.Seq && f.Expected == hashText(h)
	}
	return slices.ContainsFunc(v.Chains, func(c data.Chain) bool { return c.Device == h.Device && !slices.ContainsFunc(c.Findings, gone) })
}
