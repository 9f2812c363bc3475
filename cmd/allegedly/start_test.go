package main

import (
	"os/exec"
	"path/filepath"
	"syscall"
	"testing"
)

// BenchmarkStart runs the real program for one question: the goals are under
// 100 milliseconds from start to end, and under 40 MB of resident memory.
func BenchmarkStart(b *testing.B) {
	program := filepath.Join(b.TempDir(), "allegedly")
	if out, err := exec.Command("go", "build", "-o", program, ".").CombinedOutput(); err != nil {
		b.Skipf("the program cannot be built here: %v\n%s", err, out)
	}
	resident := int64(0)
	for b.Loop() {
		run := exec.Command(program, "ask", "How much does the FBI say was stolen?")
		if out, err := run.CombinedOutput(); err != nil {
			b.Fatalf("%v\n%s", err, out)
		}
		if usage, ok := run.ProcessState.SysUsage().(*syscall.Rusage); ok {
			resident = max(resident, usage.Maxrss)
		}
	}
	b.ReportMetric(float64(resident)/1024, "MB-resident") // Linux counts in KB
}
