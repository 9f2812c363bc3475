package precedent_test

import (
	"testing"

	"allegedly/answers/data"
	"allegedly/answers/precedent"
)

func BenchmarkLoad(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		if _, err := precedent.Load(data.FS); err != nil {
			b.Fatal(err)
		}
	}
}
