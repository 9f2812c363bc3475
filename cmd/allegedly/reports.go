package main

import (
	"context"
	"encoding/json"
	"flag"
	"fmt"
	"io"
	"maps"
	"slices"
	"strings"

	"allegedly/adapters/repl"
)

// editing are the words after "reports": what an editor does with the corpus.
func editing() map[string]command {
	return map[string]command{
		"new":      {"draft a report from an article's text", newReportCommand},
		"lint":     {"find what is wrong with reports", lintCommand},
		"verify":   {"compare reports with the articles' texts", verifyCommand},
		"list":     {"list the reports", listReportsCommand},
		"show":     {"show a report or a claim", showReportCommand},
		"entities": {"list the ids and names that are in use", entitiesCommand},
		"schema":   {"write the schema for text editors beside a corpus", schemaCommand},
		"diff":     {"tell how two versions of a report differ", diffReportsCommand},
		"balance":  {"tell which side lacks what", balanceCommand},
		"gaps":     {"group the questions that found no answer", gapsCommand},
	}
}

// reportsCommand runs one of the editor's commands.
func reportsCommand(ctx context.Context, in invocation) error {
	words := slices.Sorted(maps.Keys(editing()))
	if len(in.args) == 0 {
		return misused("say what to do with the reports: %s", strings.Join(words, ", "))
	}
	if slices.Contains([]string{"help", "-h", "-help", "--help"}, in.args[0]) {
		fmt.Fprint(in.stdout, "usage: allegedly reports COMMAND [OPTIONS]\n\nThe editor's tools; docs/editing.md explains them.\n\n")
		for _, word := range words {
			fmt.Fprintf(in.stdout, "  %-8s %s\n", word, editing()[word].summary)
		}
		return nil
	}
	c, known := editing()[in.args[0]]
	if !known {
		return misused("there is no %q; there are %s", in.args[0], strings.Join(words, ", "))
	}
	in.name, in.args = in.name+" "+in.args[0], in.args[1:]
	in.stdout = printable{in.stdout} // readers' questions and articles may hold anything
	return c.run(ctx, in)
}

// parseAnywhere reads the options wherever they stand among the arguments, and
// returns the arguments.
func (in invocation) parseAnywhere(set *flag.FlagSet) ([]string, error) {
	var rest []string
	for {
		if err := in.parse(set); err != nil {
			return nil, err
		}
		if set.NArg() == 0 {
			return rest, nil
		}
		rest = append(rest, set.Arg(0))
		in.args = set.Args()[1:]
	}
}

// A printable writer makes what it writes harmless for a terminal. Every Write
// must hold whole characters, as fmt's do.
type printable struct{ w io.Writer }

// Write writes text, and returns its length as given.
func (p printable) Write(text []byte) (int, error) {
	if _, err := io.WriteString(p.w, repl.Printable(string(text))); err != nil {
		return 0, err
	}
	return len(text), nil
}

// writeJSON writes a value as indented JSON.
func writeJSON(w io.Writer, value any) error {
	encoder := json.NewEncoder(w)
	encoder.SetEscapeHTML(false)
	encoder.SetIndent("", "  ")
	return encoder.Encode(value)
}
