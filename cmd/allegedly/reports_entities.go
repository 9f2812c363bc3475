package main

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"text/tabwriter"

	"allegedly/answers/corpus"
	"allegedly/answers/editorial"
)

// entitiesCommand lists the entities of the corpus, so that an editor sees which
// ids and names are taken.
func entitiesCommand(_ context.Context, in invocation) error {
	set := in.flags("[OPTIONS] [WORD...]", "Lists the entities of the corpus: id, kind, owner, names, where each is defined and how often claims use it.\nWith words, only those that have one of them in an id or a name.")
	asJSON := set.Bool("json", false, "print the list as JSON")
	dir := corpusFlag(set)
	wanted, err := in.parseAnywhere(set)
	if err != nil {
		return err
	}
	l, err := in.openLibrary(*dir)
	if err != nil {
		return err
	}
	_, files := l.load(in)
	list := slices.DeleteFunc(editorial.EntitiesOf(files), func(e editorial.Used) bool { return !hasAny(e.Entity, wanted) })
	for i := range list {
		list[i].File = l.fsys.path(list[i].File)
	}
	if *asJSON {
		return writeJSON(in.stdout, list)
	}
	if len(list) == 0 {
		fmt.Fprintln(in.stderr, "no entity has such a name")
		return errSilent
	}
	table := tabwriter.NewWriter(in.stdout, 0, 4, 2, ' ', 0)
	fmt.Fprintln(table, "ID\tKIND\tOF\tCLAIMS\tNAMES\tDEFINED IN")
	for _, e := range list {
		fmt.Fprintf(table, "%s\t%s\t%s\t%d\t%s\t%s:%d\n", e.ID, e.Kind, e.Of, e.Claims, strings.Join(e.Names, "; "), e.File, e.Line)
	}
	return table.Flush()
}

// hasAny tells whether the entity has one of the words in its id or names.
func hasAny(e corpus.Entity, words []string) bool {
	text := strings.ToLower(strings.Join(append([]string{e.ID, e.Name, e.Label}, slices.Concat(e.Aliases, e.Roles, e.Spellings)...), "\n"))
	return len(words) == 0 || slices.ContainsFunc(words, func(word string) bool { return strings.Contains(text, strings.ToLower(word)) })
}
