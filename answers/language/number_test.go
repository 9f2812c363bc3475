package language

import (
	"fmt"
	"strings"
	"testing"
)

func TestFigures(t *testing.T) {
	l := lexicon(t)
	for in, want := range map[string]string{
		"$2 billion":                             "2e+09 USD",
		"US$1.2bn":                               "1.2e+09 USD",
		"2 billion dollars":                      "2e+09 USD",
		"the single one or the $60 million":      "6e+07 USD",
		"two billion US dollars":                 "2e+09 USD",
		"1.5 trillion won":                       "1.5e+12 KRW",
		"₩100bn":                                 "1e+11 KRW",
		"€4.50":                                  "4.5 EUR",
		"571m":                                   "5.71e+08 ",
		"200k computers":                         "200000 ",
		"200,000 computers":                      "200000 ",
		"7%":                                     "0.07 %",
		"7 per cent":                             "0.07 %",
		"one third":                              "0.333 %",
		"two-thirds":                             "0.667 %",
		"half a billion":                         "5e+08 ",
		"half a billion dollars":                 "5e+08 USD",
		"a quarter of a million":                 "2.5e+05 ",
		"half a dozen":                           "0.5 %, 12 ",
		"two and a half billion":                 "2.5e+09 ",
		"a billion and a half":                   "1.5e+09 ",
		"fifteen cases":                          "15 ",
		"thirty-five cases":                      "35 ",
		"two hundred":                            "200 ",
		"two hundred and five":                   "205 ",
		"five hundred seventy-one million":       "5.71e+08 ",
		"five hundred and seventy-one million":   "5.71e+08 ",
		"five hundred and seven hundred million": "500 , 7e+08 ",
		"one point eight billion":                "1.8e+09 ",
		"$500 million and $32m":                  "5e+08 USD, 3.2e+07 USD",
		"between 2020 and 2021":                  "",
		"on 1 September 2019":                    "",
		"1.2 and 2 million tonnes":               "1.2e+06 TONNE, 2e+06 TONNE",
		"15 or 20 million dollars":               "1.5e+07 USD, 2e+07 USD",
		"two mills and 5 million":                "2 , 5e+06 ",
		"the 2019 billions":                      "",
		"this one":                               "",
		"one of them":                            "",
		"the third attack":                       "",
		"USD 5m":                                 "5e+06 USD",
		"no figure":                              "",
		"$":                                      "",
		"999999999999999999999 m":                "1e+27 ",
	} {
		tokens := l.Read(in, nil, nil)
		var got []string
		for _, f := range l.Figures(tokens, l.Dates(tokens)) {
			got = append(got, fmt.Sprintf("%.3g %s", f.Value, f.Unit))
			if f.From >= f.To || f.To > len(tokens) {
				t.Errorf("%q: tokens [%d, %d) of %d", in, f.From, f.To, len(tokens))
			}
		}
		if joined := strings.Join(got, ", "); strings.ReplaceAll(joined, "2e+05", "200000") != want {
			t.Errorf("%q: got %q, want %q", in, joined, want)
		}
	}
}

func TestSameFigure(t *testing.T) {
	for _, test := range []struct {
		a, b Figure
		want bool
	}{
		{Figure{Value: 2e9, Unit: "USD"}, Figure{Value: 2e9, Unit: "USD"}, true},
		{Figure{Value: 2e9, Unit: "USD"}, Figure{Value: 2e9}, true},
		{Figure{Value: 2e9, Unit: "USD"}, Figure{Value: 2e9, Unit: "KRW"}, false},
		{Figure{Value: 2e9, Unit: "USD"}, Figure{Value: 2.001e9, Unit: "USD"}, false},
		{Figure{Value: 1.0 / 3, Unit: "%"}, Figure{Value: 0.33, Unit: "%"}, true},
		{Figure{Value: 0.07, Unit: "%"}, Figure{Value: 7}, false},
		{Figure{}, Figure{}, true},
	} {
		if got := test.a.Same(test.b); got != test.want || test.b.Same(test.a) != got {
			t.Errorf("%v and %v: %v, want %v both ways", test.a, test.b, got, test.want)
		}
	}
}

func TestDates(t *testing.T) {
	l := lexicon(t)
	for in, want := range map[string]string{
		"in 2019":                "2019",
		"September 2019":         "2019-09",
		"1 Sept 2019":            "2019-09-01",
		"Sept 1st":               "--09-01",
		"the 1st of September":   "--09-01",
		"2019-09-01":             "2019-09-01",
		"mid-2021":               "2021",
		"in may":                 "",
		"in May":                 "--05",
		"they may march":         "",
		"May 3":                  "--05-03",
		"between 2020 and 2021":  "2020 2021",
		"$2019":                  "",
		"2022 billion":           "",
		"last year, on Thursday": "",
		"1899 or 2100":           "",
		"it was founded in 1887": "1887",
		"in 1500 computers":      "",
		"1887 computers":         "",
		"from 1600 of them":      "",
		"from 1850 to 1887":      "1850 1887",
		"31 February 2020":       "2020-02-31", // as named; nobody's claim has it
	} {
		var got []string
		for _, d := range l.Dates(l.Read(in, nil, nil)) {
			got = append(got, d.String())
		}
		if strings.Join(got, " ") != want {
			t.Errorf("%q: got %q, want %q", in, got, want)
		}
	}
}

func TestCovers(t *testing.T) {
	for _, test := range []struct {
		a, b string
		want bool
	}{{"2019", "2019-09-01", true}, {"2019-09", "2019-09-01", true}, {"2019-09-01", "2019", true}, {"2019-09", "2019-10", false}, {"2019", "2020", false}, {"", "2020", true}} {
		if got := ParseDate(test.a).Covers(ParseDate(test.b)); got != test.want {
			t.Errorf("%q covers %q: %v, want %v", test.a, test.b, got, test.want)
		}
	}
}
