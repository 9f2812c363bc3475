//go:build unix

package main

import (
	"log/slog"
	"os"
	"os/signal"
	"path/filepath"
	"syscall"
	"testing"
	"time"
)

func TestHangupReloads(t *testing.T) {
	never := make(chan os.Signal, 1)
	signal.Notify(never, syscall.SIGHUP) // so that an early signal does not end the test
	defer signal.Stop(never)

	dir := mill(t)
	quiet := slog.New(slog.DiscardHandler)
	engine, err := startEngine(dir, quiet)
	if err != nil {
		t.Fatal(err)
	}
	go reloadOnHangup(t.Context(), dir, engine, quiet)
	write(t, filepath.Join(dir, "reports", "orrin-2032.yaml"), secondReport(t))
	for deadline := time.Now().Add(10 * time.Second); len(engine.Sources()) != 2; time.Sleep(10 * time.Millisecond) {
		if time.Now().After(deadline) {
			t.Fatalf("after the signal there are %d reports, not 2", len(engine.Sources()))
		}
		syscall.Kill(os.Getpid(), syscall.SIGHUP)
	}
}
