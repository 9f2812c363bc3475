package answers_test

import (
	"context"
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"
	"testing/fstest"

	"allegedly/answers"
	"allegedly/answers/data"
)

// usual is a mix of questions as people ask them. The goal over the shipped
// corpus is a mean under 200 microseconds and 50 KB a question.
var usual = []string{
	"How much does the NIS say was stolen?", "who accuses north korea?", "What did North Korea reply to the UN?", "when was Bithumb hacked?",
	"What is Lazarus?", "how many computers did wannacry hit", "What is the largest amount alleged?", "timeline", "did they do it?", "Who hacked Bybit?",
	"what does the White House say the money is for", "which reports mention Kimsuky", "add up all the figures", "who speaks for north korea",
	"Group-IB vs Niblett", "hello", "what share came from South Korea?", "is it proven?", "who won the world cup", "nasty game quote",
}

func BenchmarkAnswer(b *testing.B) {
	engine := shippedBench(b).engine
	b.ReportAllocs()
	for i := 0; b.Loop(); i++ {
		if _, err := engine.Answer(context.Background(), question(usual[i%len(usual)])); err != nil {
			b.Fatal(err)
		}
	}
}

// BenchmarkEach shows which kind of question is slow.
func BenchmarkEach(b *testing.B) {
	engine := shippedBench(b).engine
	for _, text := range usual {
		b.Run(strings.ReplaceAll(text, " ", "_"), func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				if _, err := engine.Answer(context.Background(), question(text)); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

func BenchmarkLoad(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		if engine, _ := answers.New(data.FS); engine == nil {
			b.Fatal("the shipped corpus does not load")
		}
	}
}

// BenchmarkLarge answers over generated corpora. The goal is under 5
// milliseconds a question at 100,000 claims.
func BenchmarkLarge(b *testing.B) {
	for _, claims := range []int{1_000, 10_000, 100_000} {
		b.Run(fmt.Sprint(claims), func(b *testing.B) {
			files := generated(b, claims)
			engine, found := answers.New(files)
			if engine == nil {
				b.Fatal(found[:min(5, len(found))])
			}
			asked := []string{
				"How much does Agency 17 say was stolen?", "what is Firm 23?", "who accuses Ostmark?", "when was Firm 101 hacked", "what did Ostmark reply to Agency 3?",
				"how many computers did they hit", "What is the largest amount alleged?", "timeline of Firm 5", "Agency 1 vs Agency 2", "did they do it?",
				"which reports mention Firm 77", "how many attacks on Firm 23", "who hacked Bybit?", "what is the money for", "who won the world cup", "add up all the figures", "which accusations have no reply?",
			}
			for _, text := range asked {
				b.Run(strings.ReplaceAll(text, " ", "_"), func(b *testing.B) {
					b.ReportAllocs()
					for b.Loop() {
						if _, err := engine.Answer(context.Background(), question(text)); err != nil {
							b.Fatal(err)
						}
					}
				})
			}
		})
	}
}

// generated returns a corpus of that many claims, with the shipped lexicon,
// rules and phrasing: a hundred claims a report, words as unevenly frequent as
// in real texts, names that each stand in few claims.
func generated(t testing.TB, claims int) fstest.MapFS {
	t.Helper()
	files := shared(t)
	r := rand.New(rand.NewPCG(7, 7))
	_, _, _, words := vocabulary(t)
	rare := strings.Fields(string(files["lexicon/english.txt"].Data))
	pick := func() string {
		if r.IntN(4) == 0 {
			return rare[r.IntN(len(rare))]
		}
		return strings.Trim(words[int(float64(len(words))*r.Float64()*r.Float64())], `":,.()$%`)
	}
	const perReport = 100
	names := max(50, claims/20)
	var entities strings.Builder
	entities.WriteString("entities:\n  - {id: ostmark, kind: party, name: Ostmark}\n")
	for i := range names {
		fmt.Fprintf(&entities, "  - {id: firm-%d, kind: company, name: Firm %d}\n  - {id: agency-%d, kind: body, name: Agency %d}\n", i, i, i, i)
	}
	files["entities/all.yaml"] = &fstest.MapFile{Data: []byte(entities.String())}
	for n := range (claims + perReport - 1) / perReport {
		var report strings.Builder
		fmt.Fprintf(&report, "id: r-%06d\ntitle: Report %d\npublisher: Paper %d\npublished: {date: \"%d\", basis: stated}\naccused: ostmark\nsubject: thefts\ntext: {file: %d.txt, sha256: \"\"}\nstatus: reviewed\nclaims:\n", n, n, n%200, 1950+n%70, n)
		for i := range min(perReport, claims-n*perReport) {
			says := make([]string, 12)
			for k := range says {
				says[k] = strings.ToLower(pick())
			}
			agency, firm := r.IntN(names), r.IntN(names)
			switch i % 10 {
			case 9:
				fmt.Fprintf(&report, "  - {id: C%d, stance: denies, by: ostmark, verb: denied, says: '%s', lines: [%d], answers: [C%d], aimed_at: the accusation, said: {date: \"%d\", basis: stated}}\n", i, quoteYAML(says), i+1, i-1, 1950+r.IntN(70))
			case 8:
				fmt.Fprintf(&report, "  - {id: C%d, stance: context, by: article, says: '%s', lines: [%d], words: ['%s']}\n", i, quoteYAML(says), i+1, quoteYAML(says[:4]))
			default:
				million := 1 + r.IntN(9000)
				fmt.Fprintf(&report, "  - {id: C%d, stance: alleges, by: agency-%d, says: '%s and took $%d million', lines: [%d], targets: [firm-%d], said: {date: \"%d\", basis: stated}, figures: [{text: $%d million, measures: single}], words: ['%s']}\n",
					i, agency, quoteYAML(says), million, i+1, firm, 1950+r.IntN(70), million, quoteYAML(says[:3]))
			}
		}
		files[fmt.Sprintf("reports/r-%06d.yaml", n)] = &fstest.MapFile{Data: []byte(report.String())}
	}
	return files
}

func quoteYAML(words []string) string { return strings.ReplaceAll(strings.Join(words, " "), "'", "''") }

// shared returns the shipped lexicon, rules and phrasing, without reports.
func shared(t testing.TB) fstest.MapFS {
	t.Helper()
	files := fstest.MapFS{}
	for _, dir := range []string{"lexicon", "rules", "phrasing"} {
		add(t, files, data.FS, dir)
	}
	return files
}
