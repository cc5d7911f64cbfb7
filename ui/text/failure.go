package text

import (
	"cmp"
	"errors"
	"fmt"
	"math"
	"os"
	"strings"
	"syscall"
	"time"

	"beatbook/data"
	"beatbook/data/export"
	"beatbook/data/routefile"
	"beatbook/data/seal"
	"beatbook/model"
	"beatbook/ui/plain"
)

// Error says what went wrong, with what, and what to do.
func (s *Strings) Error(err error) string {
	var (
		refusal  *model.Refusal
		busy     *data.BusyError
		path     *data.PathError
		several  *data.SeveralBackupsError
		conflict *data.ConflictError
		problems routefile.Problems
		typed    interface{ NotATime() string }
		deadline interface{ NotADeadline() string }
		early    interface{ TryAgainIn() time.Duration }
	)
	switch {
	case errors.As(err, &refusal):
		return s.Refusal(refusal)
	case errors.As(err, &busy):
		return s.busy(busy)
	case errors.As(err, &path):
		return s.path(path)
	case errors.As(err, &several):
		return fmt.Sprintf(s.Backup.SeveralBackups, several.Path, strings.Join(several.Names, s.App.ListJoin))
	case errors.As(err, &conflict):
		return fmt.Sprintf(s.Errors.Conflict, conflict.Device, conflict.Seq)
	case errors.As(err, &typed):
		return fmt.Sprintf(s.Errors.BadTime, typed.NotATime())
	case errors.As(err, &deadline):
		return s.badDeadline(deadline.NotADeadline())
	case errors.As(err, &early):
		return s.TryAgainIn(early.TryAgainIn())
	case errors.Is(err, seal.ErrNoPIN):
		return s.Errors.NeedsPIN
	case errors.Is(err, seal.ErrWrongPIN):
		return s.Errors.WrongPIN
	case errors.Is(err, seal.ErrPINLength):
		return fmt.Sprintf(s.Errors.PINLength, seal.ShortestPIN, seal.LongestPIN)
	case errors.Is(err, seal.ErrPIN):
		return s.Errors.BadPIN
	case errors.Is(err, data.ErrNoRecords):
		return s.Trust.NoRecordYet
	case errors.Is(err, data.ErrTooLarge):
		return s.Words.Refusals[model.TooLong]
	case errors.Is(err, data.ErrClosed):
		return s.Errors.StoreClosed
	case errors.As(err, &problems) && len(problems) > 0:
		return s.PlanProblem(problems[0])
	}
	return cmp.Or(s.sealing(err), fmt.Sprintf(s.Errors.Unexpected, err))
}

// sealing says what is wrong with a passphrase or a recovery key, empty where it is neither.
func (s *Strings) sealing(err error) string {
	switch {
	case errors.Is(err, seal.ErrPassphrase):
		return s.Lock.WrongPassphrase
	case errors.Is(err, seal.ErrShortPassphrase):
		return fmt.Sprintf(s.Trust.ShortPassphrase, seal.ShortestPassphrase)
	case errors.Is(err, seal.ErrWeakPassphrase):
		return fmt.Sprintf(s.Trust.WeakPassphrase, seal.FewestCharacters)
	case errors.Is(err, seal.ErrLikeRecovery):
		return s.Trust.LikeRecovery
	case errors.Is(err, seal.ErrLongPassphrase):
		return fmt.Sprintf(s.Trust.LongPassphrase, seal.LongestPassphrase)
	case errors.Is(err, seal.ErrVault):
		return s.Trust.Vault
	case errors.Is(err, seal.ErrRecoveryText):
		return s.Trust.RecoveryText
	case errors.Is(err, seal.ErrRecovery):
		return s.Trust.OtherRecovery
	}
	return ""
}

// TryAgainIn says how long the next try of a secret has to wait.
func (s *Strings) TryAgainIn(wait time.Duration) string {
	return fmt.Sprintf(s.Lock.Wait, int(math.Ceil(wait.Seconds())))
}

// FileRefused says why a file was not written.
func (s *Strings) FileRefused(file string, err error) string {
	file = plain.OneLine(file)
	switch {
	case errors.Is(err, os.ErrExist):
		return fmt.Sprintf(s.Errors.FileExists, file)
	case errors.Is(err, export.ErrNotAFile):
		return fmt.Sprintf(s.Errors.NotAFile, file)
	}
	return fmt.Sprintf(s.Errors.FileWrite, file, s.Cause(err))
}

// Cause says what the file system had against something, without the path that its errors repeat.
func (s *Strings) Cause(err error) string {
	var path *os.PathError
	switch {
	case errors.Is(err, os.ErrNotExist):
		return s.Errors.NoSuchFile
	case errors.Is(err, os.ErrPermission):
		return s.Errors.NotAllowed
	case errors.Is(err, syscall.ENOSPC):
		return s.Errors.NoSpace
	case errors.As(err, &path):
		err = path.Err
	}
	return err.Error()
}

func (s *Strings) busy(e *data.BusyError) string {
	if e.PID == 0 || e.Since.IsZero() {
		return s.Errors.AlreadyOpenUnknown
	}
	return fmt.Sprintf(s.Errors.AlreadyOpen, e.PID, e.Since.Local().Format("2006-01-02 15:04 MST"))
}

// pathForm is the sentence for a kind of data.PathError. Its argument is the path.
type pathForm struct {
	kind   error
	format string
}

func (s *Strings) path(e *data.PathError) string {
	forms := []pathForm{
		{data.ErrDiskFull, s.Errors.DiskFull},
		{data.ErrReadOnly, s.Errors.ReadOnly},
		{data.ErrPermission, s.Errors.NoPermission},
		{data.ErrNotFolder, s.Errors.NoFolder},
		{data.ErrBroken, s.Errors.Broken},
		{data.ErrSealed, s.Trust.NotOpened},
	}
	for _, f := range append(forms, s.Backup.failures()...) {
		if errors.Is(e.Kind, f.kind) {
			return fmt.Sprintf(f.format, e.Path)
		}
	}
	return fmt.Sprintf(s.Errors.FileTrouble, e.Path, e.Err)
}
