package main

import (
	"context"
	"log/slog"
	"os"
	"os/signal"
	"syscall"
)

// reloadOnHangup reads the corpus anew at each SIGHUP, until the context ends.
func reloadOnHangup(ctx context.Context, dir string, engine *current, log *slog.Logger) {
	hangup := make(chan os.Signal, 1)
	signal.Notify(hangup, syscall.SIGHUP)
	defer signal.Stop(hangup)
	for {
		select {
		case <-ctx.Done():
			return
		case <-hangup:
			reload(dir, engine, log)
		}
	}
}

// reload replaces the engine by one over the corpus as it is now. A report with
// a defect is logged and left out, and the others answer; if nothing can answer
// (a defect in the rules or the wording, say), the engine stays as it is.
func reload(dir string, engine *current, log *slog.Logger) {
	fresh, found, err := openEngine(dir)
	if err != nil {
		log.Error("the corpus was not reloaded; answers come from the one before", "error", err)
		return
	}
	logErrors(log, found)
	if fresh == nil {
		log.Error("the corpus was not reloaded; answers come from the one before", "errors", len(found.Errors()))
		return
	}
	engine.engine.Store(fresh)
	log.Info("the corpus was reloaded", "reports", len(fresh.Sources()), "errors", len(found.Errors()))
}
