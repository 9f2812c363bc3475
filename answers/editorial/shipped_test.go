package editorial

import (
	"testing"

	"allegedly/answers/data"
)

// The shipped reports obey the rules.
func TestShippedReports(t *testing.T) {
	if found := lint(t, data.FS, Options{}); len(found) > 0 {
		t.Errorf("%d findings:\n%v", len(found), found)
	}
}
