package cli

import (
	"cmp"
	"encoding/json"
	"os"
	"path/filepath"
	"strings"

	"github.com/jeandeaual/go-locale"
	"github.com/spf13/pflag"

	"beatbook/data"
	"beatbook/model"
	"beatbook/ui/session"
	"beatbook/ui/text"
)

// speak chooses the language before anything else is looked at, since errors of usage need it too: that of the flag,
// else the one saved in the data folder, else the system's.
func (p *program) speak(args []string) {
	flags := pflag.NewFlagSet("", pflag.ContinueOnError)
	flags.ParseErrorsAllowlist.UnknownFlags = true
	flags.Usage = func() {}
	flags.BoolP("help", "h", false, "")
	lang := flags.String("lang", "", "")
	folder := flags.String("data", "", "")
	_ = flags.Parse(args) // the command itself parses again, and tells what is wrong
	p.text = text.For(chosenLang(*lang, folderOf(*folder)))
}

func chosenLang(flag, folder string) model.Lang {
	switch lang := model.Lang(flag); {
	case lang == model.ZH || lang == model.EN:
		return lang
	case flag == "":
		if saved := savedSettings(folder); saved.Lang != "" {
			return saved.Lang
		}
	}
	return systemLang()
}

// systemLang is the language of the system: Chinese of any kind, else English.
func systemLang() model.Lang {
	if tag, err := locale.GetLocale(); err == nil && strings.HasPrefix(strings.ToLower(tag), "zh") {
		return model.ZH
	}
	return model.EN
}

// savedSettings reads the settings without opening the folder, which may be busy. What cannot be read counts as not
// there: settings are habits.
func savedSettings(folder string) (s session.Settings) {
	b, err := os.ReadFile(filepath.Join(folder, "settings.json"))
	if err == nil {
		_ = json.Unmarshal(b, &s)
	}
	return s
}

// folderOf the data: of the flag, else the default one.
func folderOf(flag string) string { return cmp.Or(flag, data.DefaultDir()) }
