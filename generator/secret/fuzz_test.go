package secret

import (
	"slices"
	"testing"
)

func FuzzFind(f *testing.F) {
	for _, seed := range []string{"", prose, "token: " + github, "a3-, " + keyID + "\n" + pem, `"key", "` + keySecret + `"`, jwt + "\xff" + slack, "key=key=key=key=key=key="} {
		f.Add([]byte(seed))
	}
	f.Fuzz(func(t *testing.T, text []byte) {
		end := 0
		got := Find(text)
		for _, m := range got {
			if m.Start < end || m.End <= m.Start || m.End > len(text) || m.Rule == "" || m.Description == "" {
				t.Fatalf("%v after %d in %d bytes", m, end, len(text))
			}
			end = m.End
		}
		if want := everywhere(text); !slices.Equal(got, want) {
			t.Fatalf("got %v, want %v", got, want)
		}
	})
}
