package discord

import (
	"flag"
	"os"
	"testing"
)

// TestMain lets many tests run at once, on few processors too: most of their
// time they wait, as discordgo takes a second to close a connection.
func TestMain(m *testing.M) {
	flag.Parse()
	if err := flag.Set("test.parallel", "16"); err != nil {
		panic(err)
	}
	os.Exit(m.Run())
}
