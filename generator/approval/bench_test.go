package approval_test

import (
	"strings"
	"testing"

	"trustpress/generator/approval"
)

func BenchmarkWords(b *testing.B) {
	body := strings.Repeat("The owner of each system | compares its users with the staff list.\n", 200)
	b.SetBytes(int64(len(body)))
	for b.Loop() {
		approval.Digest(approval.Words("Access control", "", body, nil))
	}
}
