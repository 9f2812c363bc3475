package corpus

import (
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"
)

// The shipped reports are a test: they load without a single finding.
func TestShippedReportsLoad(t *testing.T) {
	c := shipped(t)
	if len(c.Reports) != 5 {
		t.Errorf("%d reports load, want 5", len(c.Reports))
	}
	for _, claim := range c.Claims {
		if n := utf8.RuneCountInString(claim.Says); n > 240 {
			t.Errorf("%s: says has %d characters; 240 is the most that reads well aloud", claim.Key(), n)
		}
		if len(claim.Words) < 3 {
			t.Errorf("%s: %d words will not find it", claim.Key(), len(claim.Words))
		}
		if claim.Stance == Denies && len(strings.Fields(claim.Says+" "+claim.Verb+" "+claim.As)) < 12 {
			t.Errorf("%s: a denial of less than a dozen words is a footnote: %s", claim.Key(), claim.Says)
		}
	}
}

// Every claim that accuses has a reply beside it, or its report has one, or the
// report says that it carries none.
func TestShippedAccusationsHaveTheirOtherSide(t *testing.T) {
	c := shipped(t)
	replied := map[string]bool{}
	for _, claim := range c.Claims {
		if claim.Stance == Denies || claim.Stance == Remark && slices.Contains(claim.Words, "no reply") {
			replied[claim.Report().ID] = true
		}
	}
	for _, r := range c.Reports {
		if !replied[r.ID] {
			t.Errorf("%s has neither a reply nor a remark that there is none", r.ID)
		}
	}
}

// One statement in two reports is one origin, and nothing else shares it.
func TestShippedOrigins(t *testing.T) {
	c := shipped(t)
	reports := map[string][]string{}
	for _, claim := range c.Claims {
		if claim.Origin != "" && !slices.Contains(reports[claim.Origin], claim.Report().ID) {
			reports[claim.Origin] = append(reports[claim.Origin], claim.Report().ID)
		}
	}
	for origin, want := range map[string]int{"kcna-september-2019": 2, "un-two-billion-2019": 2, "foreign-ministry-february-2022-un": 1, "foreign-ministry-february-2022-us": 1} {
		if len(reports[origin]) != want {
			t.Errorf("origin %q stands in %v, want %d reports", origin, reports[origin], want)
		}
	}
}

// Every claim is true to the article that it cites. The articles are other
// people's and stay out of the repository, so this runs where they are kept.
func TestShippedReportsAreTrueToTheirTexts(t *testing.T) {
	texts := articles(t)
	files, _ := ReadFiles(os.DirFS("../data"))
	c, _ := Build(files)
	verifier := NewVerifier(c, testLexicon(t))
	for _, file := range files {
		if file.Report == nil {
			continue
		}
		text, err := fs.ReadFile(texts, file.Report.Text.File)
		if err != nil {
			t.Fatal(err)
		}
		for _, v := range verifier.Verify(file, text) {
			for _, f := range v.Found {
				t.Error(f)
			}
		}
	}
}

// Claims are in our own words: outside quotation marks, no more than ten words in
// a row are the article's. That much a list of names or a figure with its unit needs.
func TestShippedReportsUseOurOwnWords(t *testing.T) {
	const most = 10
	texts := articles(t)
	for _, r := range shipped(t).Reports {
		text, err := fs.ReadFile(texts, r.Text.File)
		if err != nil {
			t.Fatal(err)
		}
		article := " " + plain(string(text)) + " "
		for _, claim := range r.Claims {
			says := plain(claim.Says)
			for _, quote := range quoted(says) {
				says = strings.ReplaceAll(says, quote, "|")
			}
			words := strings.Fields(says)
			for from := 0; from+most < len(words); from++ {
				if row := strings.Join(words[from:from+most+1], " "); strings.Contains(article, " "+row) {
					t.Errorf("%s repeats the article's prose: %q", claim.Key(), row)
					break
				}
			}
		}
	}
}

// Every row of the inventory of what must be answerable has its claims.
func TestShippedReportsCoverTheInventory(t *testing.T) {
	inventory, err := fs.ReadFile(articles(t), "README.md")
	if err != nil {
		t.Skipf("no inventory beside the articles: %v", err)
	}
	ids := map[string]bool{}
	letter := regexp.MustCompile(`^[A-Z]+\d+`)
	for _, claim := range shipped(t).Claims {
		ids[letter.FindString(claim.ID)] = true
	}
	rows := regexp.MustCompile(`(?m)^\| ([A-Z]\d+) \|`).FindAllStringSubmatch(string(inventory), -1)
	if len(rows) < 60 {
		t.Fatalf("only %d rows found in the inventory", len(rows))
	}
	for _, row := range rows {
		if !ids[row[1]] {
			t.Errorf("no claim for row %s of the inventory", row[1])
		}
	}
}

func shipped(t *testing.T) *Corpus {
	t.Helper()
	c, found := Load(os.DirFS("../data"))
	if len(found) > 0 {
		t.Fatalf("the shipped data has findings:\n%s", found.Error())
	}
	return c
}

// articles returns the folder of the articles' texts: $ALLEGEDLY_TEXTS, or
// shared/reports beside the repository.
func articles(t *testing.T) fs.FS {
	t.Helper()
	dir := os.Getenv("ALLEGEDLY_TEXTS")
	if dir == "" {
		dir = filepath.Join("..", "..", "..", "shared", "reports")
	}
	if _, err := os.Stat(dir); err != nil {
		t.Skipf("needs the articles' texts, which are no part of the repository; set ALLEGEDLY_TEXTS to their folder: %v", err)
	}
	return os.DirFS(dir)
}
