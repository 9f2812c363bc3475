package main

import (
	"cmp"
	"context"
	"fmt"
	"slices"
	"strings"
	"text/tabwriter"

	"allegedly/answers/compose"
	"allegedly/answers/corpus"
	"allegedly/answers/language"
)

// A listed report is one line of the list.
type listed struct {
	ID        string                `json:"id"`
	Status    corpus.Status         `json:"status"`
	Published corpus.Date           `json:"published"`
	Publisher string                `json:"publisher"`
	Title     string                `json:"title"`
	Claims    map[corpus.Stance]int `json:"claims"`
	Withdrawn int                   `json:"withdrawn"`
}

// listReportsCommand lists the reports, drafts and withdrawn ones among them.
func listReportsCommand(_ context.Context, in invocation) error {
	set := in.flags("[OPTIONS]", "Lists the reports, drafts and withdrawn ones among them.")
	asJSON := set.Bool("json", false, "print the list as JSON")
	dir := corpusFlag(set)
	if rest, err := in.parseAnywhere(set); err != nil {
		return err
	} else if len(rest) > 0 {
		return misused("it takes no arguments; to see one report: allegedly reports show %s", rest[0])
	}
	l, err := in.openLibrary(*dir)
	if err != nil {
		return err
	}
	_, files := l.load(in)
	list := []listed{}
	for _, file := range files {
		if file.Report != nil {
			list = append(list, entryOf(file.Report))
		}
	}
	if *asJSON {
		return writeJSON(in.stdout, list)
	}
	table := tabwriter.NewWriter(in.stdout, 0, 4, 2, ' ', 0)
	fmt.Fprintln(table, "REPORT\tSTATUS\tPUBLISHED\tACCUSE\tDENY\tCOUNTER\tOTHER\tPUBLISHER")
	for _, e := range list {
		fmt.Fprintf(table, "%s\t%s\t%s\t%d\t%d\t%d\t%d\t%s\n", e.ID, e.Status, dateText(e.Published), e.Claims[corpus.Alleges], e.Claims[corpus.Denies],
			e.Claims[corpus.Counters], e.Claims[corpus.Context]+e.Claims[corpus.Remark], e.Publisher)
	}
	return table.Flush()
}

func entryOf(r *corpus.Report) listed {
	e := listed{ID: r.ID, Status: r.Status, Published: r.Published, Publisher: r.Publisher, Title: r.Title, Claims: map[corpus.Stance]int{}}
	for _, c := range r.Claims {
		if c.Status == corpus.Withdrawn {
			e.Withdrawn++
		} else {
			e.Claims[c.Stance]++
		}
	}
	return e
}

// dateText renders a date with its basis, unless it is stated.
func dateText(d corpus.Date) string {
	switch {
	case d.Date == "":
		return "unknown"
	case d.Basis == corpus.Stated:
		return d.Date
	}
	return d.Date + " (" + string(d.Basis) + ")"
}

// showReportCommand prints a report or one claim.
func showReportCommand(_ context.Context, in invocation) error {
	set := in.flags("[OPTIONS] REPORT[/CLAIM]", "Shows a report with its claims and history, or one claim with what answers it.")
	dir := corpusFlag(set)
	rest, err := in.parseAnywhere(set)
	if err != nil {
		return err
	}
	if len(rest) != 1 {
		return misused("name one report or claim, such as those that 'allegedly reports list' prints")
	}
	l, err := in.openLibrary(*dir)
	if err != nil {
		return err
	}
	built, files := l.load(in)
	phrasing, found := compose.LoadPhrasing(l.fsys, nil)
	if len(found) > 0 {
		return l.named(found)
	}
	writer := &compose.Composer{Corpus: built, Phrasing: phrasing}
	id, claimID, _ := strings.Cut(rest[0], "/")
	at := slices.IndexFunc(files, func(f *corpus.File) bool { return f.Report != nil && f.Report.ID == id })
	if at < 0 {
		return misused("there is no report %q; 'allegedly reports list' lists them", id)
	}
	r := files[at].Report
	if claimID == "" {
		printReport(in, r)
	}
	shown := 0
	for i := range r.Claims {
		if c := &r.Claims[i]; claimID == "" || c.ID == claimID {
			printClaim(in, writer, r, c)
			shown++
		}
	}
	if claimID == "" {
		return nil
	}
	if shown == 0 {
		return misused("the report %s has no claim %q", id, claimID)
	}
	claim := built.Claim(rest[0])
	if claim == nil {
		return nil // of a draft, or withdrawn: no question leads to it
	}
	lexicon, err := language.LoadLexicon(l.fsys)
	if err != nil {
		return err
	}
	printWords(in, corpus.NewIndex(built, lexicon), claim)
	return nil
}

func printReport(in invocation, r *corpus.Report) {
	fmt.Fprintf(in.stdout, "%s\n%s, %s. Status: %s. Text: %s\n", r.Title, r.Publisher, dateText(r.Published), r.Status, r.Text.File)
	if r.Withdrawn != nil {
		fmt.Fprintf(in.stdout, "Withdrawn on %s: %s\n", r.Withdrawn.Date, r.Withdrawn.Reason)
	}
	for _, change := range r.History {
		fmt.Fprintf(in.stdout, "  %s %s\n", change.Date, change.Reason)
	}
	fmt.Fprintln(in.stdout)
}

// printClaim prints a claim as answers have it; one of a draft, which no answer has
// yet, in the words of its file.
func printClaim(in invocation, writer *compose.Composer, r *corpus.Report, c *corpus.Claim) {
	built := writer.Corpus
	who := c.As
	if entity := built.Entity(c.By); entity != nil && who == "" {
		who = entity.Name
	} else if who == "" {
		who = c.By
	}
	fmt.Fprintf(in.stdout, "%s %s%s\n", c.ID, c.Stance, linesText(c.Lines))
	sentence := strings.Join(strings.Fields(who+" "+c.Verb+" "+c.Says), " ")
	if claim := built.Claim(r.ID + "/" + c.ID); claim != nil {
		sentence = writer.Sentence(claim)
	}
	fmt.Fprintf(in.stdout, "    %s\n", sentence)
	if c.Status != "" && c.Status != corpus.Reviewed {
		fmt.Fprintf(in.stdout, "    status: %s\n", c.Status)
	}
	if c.Withdrawn != nil {
		fmt.Fprintf(in.stdout, "    withdrawn on %s: %s\n", c.Withdrawn.Date, c.Withdrawn.Reason)
	}
	if len(c.Answers) > 0 {
		fmt.Fprintf(in.stdout, "    answers %s\n", strings.Join(c.Answers, ", "))
	}
	if claim := built.Claim(r.ID + "/" + c.ID); claim != nil {
		for _, reply := range built.Replies(claim) {
			fmt.Fprintf(in.stdout, "    answered by %s\n", reply.Key())
		}
	}
}

// printWords prints which words lead a question to the claim, the rarest first: a
// word that leads to many claims tells them apart less.
func printWords(in invocation, index *corpus.Index, claim *corpus.Claim) {
	leads := map[string]int{}
	var words, idle []string
	for _, text := range append(slices.Clone(claim.Words), claim.Says) {
		tokens := language.Split(text)
		for _, m := range index.Linker.LinkPrinted(tokens) {
			for i := m.From; i < m.To; i++ {
				tokens[i].Word = "" // a name leads by what it names
			}
		}
		for _, token := range tokens {
			switch {
			case token.Word == "" || slices.Contains(words, token.Word) || slices.Contains(idle, token.Word):
			case index.Lexicon.Ignorable(token.Word):
				idle = append(idle, token.Word)
			default:
				words = append(words, token.Word)
				leads[token.Word] = len(index.Leads(token))
			}
		}
	}
	slices.SortStableFunc(words, func(a, b string) int { return cmp.Compare(leads[a], leads[b]) })
	for i, word := range words {
		words[i] = fmt.Sprintf("%s %d", word, leads[word])
	}
	fmt.Fprintf(in.stdout, "    words, each with how many of the %d claims it leads to: %s\n", len(index.Corpus.Claims), strings.Join(words, ", "))
	if len(idle) > 0 {
		fmt.Fprintf(in.stdout, "    words that lead nowhere: %s\n", strings.Join(idle, ", "))
	}
}
