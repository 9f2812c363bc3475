package main

import (
	"context"
	"fmt"
	"runtime/debug"
)

// versionCommand prints what the binary was built from.
func versionCommand(_ context.Context, in invocation) error {
	if len(in.args) > 0 {
		return misused("it takes no arguments")
	}
	fmt.Fprintln(in.stdout, "allegedly", version())
	return nil
}

// version returns the module's version, with the commit where the build knows it.
func version() string {
	info, ok := debug.ReadBuildInfo()
	if !ok {
		return "unknown"
	}
	v := info.Main.Version
	for _, s := range info.Settings {
		if s.Key == "vcs.revision" && (v == "" || v == "(devel)") {
			v = s.Value
		}
	}
	return v + " " + info.GoVersion
}
