package audit_test

import (
	"encoding/json"
	"testing"
)

// Whatever object is given, the audit ends with findings and not with a crash.
func FuzzCheck(f *testing.F) {
	for _, text := range []string{fbi, monitors, total, unknown, "Give me a timeline", "What exactly did KCNA say?"} {
		object, err := json.Marshal(ask(text))
		if err != nil {
			f.Fatal(err)
		}
		f.Add(object)
	}
	f.Add([]byte(`{"outcome":"answered","statements":[{"role":"lead","text":"İ said. A","claims":["nis-2022/S1"],"citations":[{"source":-1,"lines":[0,-1,99999]}]}]}`))
	f.Fuzz(func(t *testing.T, object []byte) {
		for _, breach := range auditor.Check(object) {
			if breach.Rule == "" || breach.Detail == "" {
				t.Errorf("a breach without a rule or a detail: %q", breach)
			}
		}
	})
}
