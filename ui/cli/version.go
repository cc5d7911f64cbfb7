package cli

import (
	"cmp"
	"runtime"
	"runtime/debug"

	"github.com/spf13/cobra"
)

func (p *program) versionCommand() *cobra.Command {
	var asJSON bool
	cmd := &cobra.Command{Use: "version", Short: p.text.CLI.Version, Args: p.noArguments}
	cmd.Flags().BoolVar(&asJSON, "json", false, p.text.CLI.FlagJSON)
	cmd.RunE = func(*cobra.Command, []string) error {
		v := versionOf()
		if asJSON {
			return p.json(v)
		}
		return p.say(p.text.CLI.VersionLine, v.Version, cmp.Or(v.Revision, "-"), v.System)
	}
	return cmd
}

func versionOf() versionShape {
	v := versionShape{Version: "devel", System: runtime.GOOS + "/" + runtime.GOARCH, Go: runtime.Version()}
	info, ok := debug.ReadBuildInfo()
	if !ok {
		return v
	}
	if info.Main.Version != "" && info.Main.Version != "(devel)" {
		v.Version = info.Main.Version
	}
	for _, s := range info.Settings {
		if s.Key == "vcs.revision" {
			v.Revision = s.Value[:min(len(s.Value), 12)]
		}
	}
	return v
}
