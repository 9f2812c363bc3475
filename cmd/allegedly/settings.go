package main

import (
	"errors"
	"log/slog"
	"reflect"
	"strings"
	"time"

	"github.com/caarlos0/env/v11"
)

// settings are what the environment tells the commands that run for long.
// docs/operating.md describes each.
type settings struct {
	Listen  string        `env:"ALLEGEDLY_LISTEN" envDefault:"127.0.0.1:9090"`
	Log     string        `env:"ALLEGEDLY_LOG" envDefault:"text"`
	Idle    time.Duration `env:"ALLEGEDLY_IDLE" envDefault:"10m"`
	Rate    float64       `env:"ALLEGEDLY_RATE" envDefault:"20"` // questions a minute for each person
	Burst   int           `env:"ALLEGEDLY_BURST" envDefault:"5"`
	Gaps    string        `env:"ALLEGEDLY_GAPS"`
	MaxGaps int           `env:"ALLEGEDLY_MAX_GAPS" envDefault:"5000"`
	Drain   time.Duration `env:"ALLEGEDLY_DRAIN" envDefault:"25s"` // within the 30 s that most supervisors grant
}

// readSettings reads the settings; what is wrong with one is a usageError that
// names it.
func (in invocation) readSettings() (s settings, err error) {
	if err := in.environment(&s); err != nil {
		return s, err
	}
	switch {
	case s.Log != "text" && s.Log != "json":
		return s, misused("ALLEGEDLY_LOG is %q; it may be text or json", s.Log)
	case s.Rate < 0 || s.Burst < 1 || s.MaxGaps < 1:
		return s, misused("ALLEGEDLY_RATE may not be negative, ALLEGEDLY_BURST and ALLEGEDLY_MAX_GAPS are at least 1")
	case s.Drain <= 0:
		return s, misused("ALLEGEDLY_DRAIN must be more than nothing, such as 25s")
	}
	return s, nil
}

// environment fills a struct with env tags from the invocation's environment.
// What is wrong with a variable is a usageError that names it.
func (in invocation) environment(into any) error {
	params, err := env.GetFieldParams(into)
	if err != nil {
		return err
	}
	set := map[string]string{}
	for _, p := range params {
		if value := in.getenv(p.Key); value != "" {
			set[p.Key] = value
		}
	}
	if err := env.ParseWithOptions(into, env.Options{Environment: set}); err != nil {
		var parse env.ParseError
		if errors.As(err, &parse) {
			field, _ := reflect.TypeOf(into).Elem().FieldByName(parse.Name)
			return misused("%s: %v", field.Tag.Get("env"), parse.Err)
		}
		return usageError{strings.TrimPrefix(err.Error(), "env: ")}
	}
	return nil
}

// logger returns the logger that the settings ask for.
func (in invocation) logger(s settings) *slog.Logger {
	if s.Log == "json" {
		return slog.New(slog.NewJSONHandler(in.stderr, nil))
	}
	return in.log
}
