package report

import (
	"fmt"
	"os"
	"path/filepath"

	"beatbook/ui/dialog"
	"beatbook/ui/report"
	"beatbook/ui/screen"
	"beatbook/ui/widget"
)

// export asks for a file to write the report into that is to be seen.
func (p *Page) export() {
	if !p.current {
		p.env.Notify(screen.Warning, p.env.Text.ReportPage.NothingYet)
		return
	}
	c := p.content
	name := "beatbook-" + string(c.from)
	if c.from < c.to {
		name += "_" + string(c.to)
	}
	p.env.Open(dialog.NewExport(p.env, filepath.Join(folder(), name), p.deliver()))
}

// folder is where files go that nobody has named a folder for: home, else the working folder.
func folder() string {
	if home, err := os.UserHomeDir(); err == nil {
		return home
	}
	return ""
}

// deliver writes what is seen now, whatever is asked for meanwhile. What the screen goes on with, the hazards, is read anew.
func (p *Page) deliver() dialog.Deliver {
	c, log, text := p.content, p.env.Log, p.env.Text
	return func(format, file string, force bool) error {
		hazards, err := log.Hazards()
		if err != nil {
			return err
		}
		paper := report.NewPaper(text, c.plan, c.Report, hazards, c.now)
		paper.Records = c.Records
		if c.from == c.to {
			if paper.Night, err = log.Night(c.from); err != nil {
				return err
			}
		}
		return paper.Save(file, format, force)
	}
}

// exported says that the file is there; what went wrong is said by the form, as long as that is open.
func (p *Page) exported(msg dialog.Exported) {
	switch {
	case msg.Err == nil:
		p.env.NotifyEverywhere(screen.Info, fmt.Sprintf(p.env.Text.ReportPage.Written, widget.Line(msg.File)))
	case len(p.env.Dialogs()) == 0:
		p.env.Notify(screen.Failure, p.env.Text.FileRefused(msg.File, msg.Err))
	}
}
