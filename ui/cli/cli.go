// Package cli is the command line: the commands, what they print, and the exit codes.
package cli

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/signal"
	"runtime/debug"
	"sync/atomic"
	"syscall"

	"github.com/spf13/cobra"

	"beatbook/data"
	"beatbook/data/seal"
	"beatbook/model"
	"beatbook/ui/crash"
	"beatbook/ui/session"
	"beatbook/ui/text"
)

// The exit codes.
const (
	Done    = 0
	Refused = 1 // it could not be done, or what was verified does not hold: the sentence on stderr says why
	Usage   = 2 // the command was not understood, and nothing was tried
	Busy    = 3 // another program has the data folder open
	Crashed = 4 // the program failed: a report of it is in the data folder
)

// memoryLimit is where the garbage collector begins to work harder: a patrol car's laptop is an old one. With a million
// records it makes the difference between 160 MB and 60.
const memoryLimit = 40 << 20

// program is one run of the command line.
type program struct {
	in   io.Reader
	out  *output
	errs io.Writer
	text *text.Strings

	data  string // of the flags; empty where they are not given
	lang  string
	theme string
	ascii bool

	passphrase string              // file that it is in
	keys       map[string]seal.Key // of sealed folders that have been opened
	lines      *bufio.Reader       // of the standard input, once secrets are read from it
	ahead      []byte              // what was typed before it was asked for

	rebuild *bar // of the folder that is open
	log     func(*data.Store) session.Log
	end     func(cause error)      // ends the run
	goesOn  atomic.Pointer[func()] // what Ctrl-C does instead while there is work that has to be finished
}

// Main runs the command that args, without the program's name, ask for and returns the exit code. Whatever happens
// is said on stderr in the reader's language; a reader of stdout that goes away early is no error. SIGINT, SIGTERM and
// SIGHUP end it.
func Main(args []string, stdin io.Reader, stdout, stderr io.Writer) int {
	return MainOn(func(s *data.Store) session.Log { return s }, args, stdin, stdout, stderr)
}

// MainOn is Main with a log between the screens and the store, which a test can make fail.
func MainOn(log func(*data.Store) session.Log, args []string, stdin io.Reader, stdout, stderr io.Writer) int {
	if os.Getenv("GOMEMLIMIT") == "" {
		debug.SetMemoryLimit(memoryLimit)
	}
	signal.Ignore(syscall.SIGPIPE) // a write to a closed pipe is an error to be looked at, not the end of the process
	ctx, stop := signal.NotifyContext(context.Background(), syscall.SIGTERM, syscall.SIGHUP)
	defer stop()
	p := &program{log: log, in: stdin, out: &output{Writer: bufio.NewWriter(stdout)}, errs: stderr, keys: map[string]seal.Key{}}
	p.speak(args)
	err := p.run(ctx, args)
	if flushed := p.out.Flush(); err == nil && flushed != nil {
		err = &outputError{flushed}
	}
	return p.report(err)
}

// run is the command. A panic ends it and is its error, whatever it led to.
func (p *program) run(ctx context.Context, args []string) (err error) {
	ctx, p.end = context.WithCancelCause(ctx)
	defer func() {
		if value := recover(); value != nil {
			err = crash.Of(value)
		}
		var caught *crash.Panic
		if errors.As(context.Cause(ctx), &caught) {
			err = caught
		}
		p.end(nil)
	}()
	defer p.heedInterrupts()()
	root := p.root()
	root.SetArgs(args)
	root.SetIn(p.in)
	root.SetOut(p.out)
	root.SetErr(p.errs)
	return root.ExecuteContext(ctx)
}

// report says what went wrong and gives the exit code for it.
func (p *program) report(err error) int {
	var caught *crash.Panic
	if errors.As(err, &caught) {
		p.tell(p.crashed(caught))
		return Crashed
	}
	if sentence := p.explain(err); sentence != "" {
		p.tell(sentence)
	}
	return codeOf(err)
}

// tell says something on stderr. If that cannot be written to there is nobody left to be told.
func (p *program) tell(sentence string) { _, _ = fmt.Fprintln(p.errs, fit(sentence, os.Stderr)) }

func (p *program) root() *cobra.Command {
	root := &cobra.Command{
		Use:           "beatbook",
		Short:         p.text.CLI.Root,
		Args:          p.noArguments,
		RunE:          p.screen,
		SilenceErrors: true,
		SilenceUsage:  true,
	}
	flags := root.PersistentFlags()
	flags.StringVar(&p.data, "data", "", p.text.CLI.FlagData)
	flags.StringVar(&p.lang, "lang", "", p.text.CLI.FlagLang)
	flags.StringVar(&p.theme, "theme", "", p.text.CLI.FlagTheme)
	flags.BoolVar(&p.ascii, "ascii", false, p.text.CLI.FlagASCII)
	flags.StringVar(&p.passphrase, passphraseFlag, "", p.text.Trust.FlagPassphrase)
	flags.BoolP("help", "h", false, p.text.CLI.FlagHelp)
	root.PersistentPreRunE = p.checkGlobals
	root.SetFlagErrorFunc(p.flagError)
	root.SetHelpFunc(p.help)
	root.CompletionOptions.DisableDefaultCmd = true
	root.SetHelpCommand(p.helpCommand())
	root.AddCommand(
		p.planCommand(), p.shiftCommand(), p.checkInCommand(), p.skipCommand(), p.logCommand(), p.nightCommand(), p.reportCommand(),
		p.historyCommand(), p.deskCommand(), p.lockCommand(), p.sealCommand(), p.verifyCommand(), p.devicesCommand(), p.doctorCommand(), p.headCommand(),
		p.backupCommand(), p.restoreCommand(),
		p.demoCommand(), p.versionCommand(), p.completionCommand(),
	)
	p.completeGlobals(root)
	return root
}

// name is a name of the plan in the language of the run.
func (p *program) name(n model.Name) string { return n.In(p.text.Lang) }
