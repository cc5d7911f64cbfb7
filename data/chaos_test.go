package data

import (
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strconv"
	"testing"
	"time"

	"beatbook/data/seal"
)

// openAny opens a folder, sealed or not.
func openAny(dir string) (*Store, error) {
	o, err := anyOptions(dir)
	if err != nil {
		return nil, err
	}
	return Open(dir, o)
}

func anyOptions(dir string) (Options, error) {
	o := cheaply(seal.Key{})
	o.Now = nil
	sealed, err := Sealed(dir)
	if err == nil && sealed {
		o.Key, err = Unseal(dir, passphrase)
	}
	return o, err
}

// turnForEver seals the folder and makes it plain again.
func turnForEver(dir string) error {
	fmt.Println("open")
	for {
		o, err := anyOptions(dir)
		if err != nil {
			return err
		}
		if o.Key.IsZero() {
			_, err = SealOn(dir, passphrase, o)
		} else {
			err = SealOff(dir, o)
		}
		if err != nil {
			return err
		}
	}
}

// rebuildOnce opens the folder without its index, again and again.
func rebuildOnce(dir string) error {
	fmt.Println("open")
	for {
		if err := os.RemoveAll(filepath.Join(dir, "index")); err != nil {
			return err
		}
		s, err := openAny(dir)
		if err != nil {
			return err
		}
		if err := s.Close(); err != nil {
			return err
		}
	}
}

// asked is how many rounds a test is to do: so many, a few where it is to be short, or what the variable asks for.
func asked(variable string, rounds, few int) int {
	if n, err := strconv.Atoi(os.Getenv(variable)); err == nil {
		return n
	}
	if testing.Short() {
		return few
	}
	return rounds
}

const killRounds = "BEATBOOK_KILL_ROUNDS"

// mostKills are those of one folder: what many more leave aside only makes a life slow.
const mostKills = 60

// A folder lives through appending, sealing, unsealing and the loss of its index, and is killed in the midst of each: it
// always opens, nothing that was acknowledged is lost, and each record can be proven.
func TestALifeOfKills(t *testing.T) {
	t.Parallel()
	seed := rand.Uint64()
	t.Logf("seed %d", seed)
	dice := rand.New(rand.NewPCG(seed, 0))
	for rounds := asked(killRounds, 15, 6); rounds > 0; rounds -= mostKills {
		liveThroughKills(t, dice, min(rounds, mostKills))
	}
}

func liveThroughKills(t *testing.T, dice *rand.Rand, rounds int) {
	t.Helper()
	dir := t.TempDir()
	acknowledged := map[string]bool{}
	for round := range rounds {
		work := []string{"append", "turn", "rebuild"}[round%3]
		patience := time.Duration(dice.IntN(250_000)) * time.Microsecond
		for _, id := range killedIn(t, work, dir, patience) {
			acknowledged[id] = true
		}
		wantProven(t, dir, acknowledged)
	}
	t.Logf("%d records acknowledged", len(acknowledged))
}

// wantProven opens the folder, finds what was acknowledged in it, and has it verified.
func wantProven(t *testing.T, dir string, acknowledged map[string]bool) {
	t.Helper()
	s, err := openAny(dir)
	must(t, err)
	got := everything(t, s)
	for id := range acknowledged {
		if _, ok := got[id]; !ok {
			t.Fatalf("%s was acknowledged and is lost, one of %d", id, len(acknowledged))
		}
	}
	for _, p := range s.Problems() {
		if p.Code != LineDamaged && p.Code != IndexRebuilt {
			t.Errorf("%+v", p)
		}
	}
	key, own := s.form.key, s.Device()
	must(t, s.Close())
	for _, c := range verify(t, dir, VerifyOptions{Key: key}).Chains {
		if c.Device == own && len(c.Findings) > 0 {
			t.Fatalf("%+v", c.Findings)
		}
	}
}
