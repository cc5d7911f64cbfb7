package seal_test

import (
	"crypto/sha256"
	"errors"
	"strings"
	"testing"
	"time"

	"beatbook/data/seal"
)

func head(d seal.Device) seal.Head {
	return seal.Head{
		Device: d.ID(), Seq: 4217, Hash: sha256.Sum256([]byte("the last record")), At: time.Date(2026, 11, 20, 22, 0, 0, 0, time.UTC),
	}
}

func TestAHeadIsReadAsItWasSigned(t *testing.T) {
	d := device(t, 1)
	want := head(d)
	printed := want
	printed.At = want.At.Add(999 * time.Millisecond).In(time.FixedZone("", 8*3600))
	printed.Device = device(t, 2).ID()
	text := d.SignHead(printed)
	if !strings.HasPrefix(text, "BEATBOOK-HEAD-1 "+d.ID()+" 4217 2026-11-20T22:00:00Z ") || len(text) > 300 {
		t.Errorf("%d characters: %s", len(text), text)
	}
	if rest := strings.Trim(text, "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:"); rest != "" {
		t.Errorf("QR has to write %q in bytes", rest)
	}
	if got, err := seal.ParseHead(text); err != nil || got != want {
		t.Errorf("%+v, %v", got, err)
	}
}

// What was printed stays readable, and the same head is always the same text.
func TestAHeadOfTheFirstVersion(t *testing.T) {
	const text = "BEATBOOK-HEAD-1 1MEM7SHFASZKY98VD4BANBX4SV 4217 2026-11-20T22:00:00Z NQZHMEJ33YKH2KRQK22QCW1RK7QCVNH4RWQK4FYJJMDAA5CCYV1G" +
		" HA4E7QBM17RSBZAJVCPKSEJXEB56E2DZ3PA146ZKEJ403D0FDXE7531C5PSJ7CGCXY3HPVFJ36K8JTT5K5QFC17XKGCQTTE1DVTY47S9FPVSG7482058VNHX4GA5XJV7Y81N919KJK26A7XRG6NF7VF41G"
	d := device(t, 1)
	if got, err := seal.ParseHead(text); err != nil || got != head(d) || d.SignHead(head(d)) != text {
		t.Errorf("%+v, %v", got, err)
	}
}

func TestAHeadFromPaper(t *testing.T) {
	d := device(t, 1)
	text := d.SignHead(head(d))
	var broken strings.Builder
	for i, r := range text {
		broken.WriteRune(r)
		if i%7 == 6 {
			broken.WriteString(" \r\n\t")
		}
	}
	tagged := strings.Index(text, " ")
	for name, typed := range map[string]string{
		"lines": broken.String(), "small": strings.ToLower(text), "one word": strings.ReplaceAll(text, " ", ""),
		"ideographic spaces": strings.ReplaceAll(text, " ", "\u3000"), "around": "\n\n " + text + "\n",
		"letters for digits": text[:tagged] + strings.NewReplacer("0", "o", "1", "l").Replace(text[tagged:]),
	} {
		if got, err := seal.ParseHead(typed); err != nil || got != head(d) {
			t.Errorf("%s: %+v, %v", name, got, err)
		}
	}
}

func TestAChangedHeadIsSaid(t *testing.T) {
	d := device(t, 1)
	text := d.SignHead(head(d))
	for i := range text {
		for _, c := range "2ZÉ " {
			if c == ' ' && text[i] == ' ' || string(c) == text[i:i+1] {
				continue
			}
			if _, err := seal.ParseHead(text[:i] + string(c) + text[i+1:]); !errors.Is(err, seal.ErrHead) {
				t.Errorf("%q at %d: %v", c, i, err)
			}
		}
		if _, err := seal.ParseHead(text[:i]); !errors.Is(err, seal.ErrHead) {
			t.Errorf("%d characters: %v", i, err)
		}
	}
	other := device(t, 2)
	for _, bad := range []string{
		text + "0", text + text, strings.Replace(text, d.ID(), other.ID(), 1), strings.Replace(text, "4217", "４２１７", 1),
		strings.Replace(text, "4217", "-4217", 1), strings.Replace(text, "4217", "18446744073709551616", 1),
		strings.Replace(text, "22:00", "22:61", 1),
	} {
		if _, err := seal.ParseHead(bad); !errors.Is(err, seal.ErrHead) {
			t.Errorf("%s: %v", bad, err)
		}
	}
}

func FuzzParseHead(f *testing.F) {
	d := device(f, 1)
	f.Add(d.SignHead(head(d)))
	f.Add(strings.ToLower(d.SignHead(seal.Head{})))
	f.Add("BEATBOOK-HEAD-1" + strings.Repeat("0", 26+1+20+52+154))
	f.Fuzz(func(t *testing.T, text string) {
		h, err := seal.ParseHead(text)
		if err != nil && (!errors.Is(err, seal.ErrHead) || h != (seal.Head{})) {
			t.Errorf("%+v, %v", h, err)
		}
		if err == nil && h.Device == d.ID() && h != head(d) && h != (seal.Head{Device: d.ID()}) {
			t.Errorf("forged: %+v", h)
		}
	})
}
