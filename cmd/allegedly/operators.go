package main

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"log/slog"
	"net"
	"net/http"
	"time"

	"github.com/prometheus/client_golang/prometheus"
	"github.com/prometheus/client_golang/prometheus/promhttp"
)

// serveOperators serves /healthz and /metrics at the address until the context
// ends. It carries nothing that users wrote, and nothing that changes the bot.
func serveOperators(ctx context.Context, address string, engine *current, registry *prometheus.Registry, log *slog.Logger) error {
	listener, err := net.Listen("tcp", address)
	if err != nil {
		return fmt.Errorf("ALLEGEDLY_LISTEN: %w", err)
	}
	server := &http.Server{
		Handler:           operatorPages(engine, registry),
		ReadHeaderTimeout: 5 * time.Second,
		WriteTimeout:      10 * time.Second,
	}
	stop := context.AfterFunc(ctx, func() {
		soon, cancel := context.WithTimeout(context.Background(), time.Second)
		defer cancel()
		server.Shutdown(soon) // whoever still reads metrics then is cut off
	})
	defer stop()
	log.Info("health and metrics", "address", listener.Addr().String())
	if err := server.Serve(listener); !errors.Is(err, http.ErrServerClosed) {
		return fmt.Errorf("health and metrics: %w", err)
	}
	return nil
}

// operatorPages returns the pages: /healthz tells that the process answers and
// from how many reports; /metrics is in the Prometheus text format.
func operatorPages(engine *current, registry *prometheus.Registry) http.Handler {
	pages := http.NewServeMux()
	pages.HandleFunc("GET /healthz", func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Type", "application/json")
		json.NewEncoder(w).Encode(map[string]any{"status": "ok", "reports": len(engine.Sources()), "version": version()})
	})
	pages.Handle("GET /metrics", promhttp.HandlerFor(registry, promhttp.HandlerOpts{}))
	return pages
}
