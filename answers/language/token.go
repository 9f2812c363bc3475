// Package language reads English utterances: it cleans what platforms leave in
// them, splits them into tokens, folds and stems the words, repairs typing
// errors, and reads figures and dates. Every token keeps its span in the
// utterance. Words and units are data (a Lexicon); the package knows no subject.
package language

import (
	"html"
	"regexp"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/clipperhouse/uax29/v2/words"
	"golang.org/x/text/unicode/norm"
)

// A Token is one word, number or sign of an utterance.
type Token struct {
	Text     string // as written
	Word     string // folded: NFKC, lower case, no possessive, typing repaired
	Stem     string // of Word; names are never stemmed by those who look them up
	Start    int    // byte offsets in the utterance
	End      int
	Caps     bool // begins with a capital
	Upper    bool // written in capitals throughout (two letters or more)
	Repaired bool // Word was repaired from a typing error
	Slip     bool // it was written wrongly, in a way that the lexicon knows
	Quoted   bool // stands in quotation marks or a block quotation
	Number   bool // begins with a digit
	Link     bool // the host of a web address
}

// MaxUtterance is how many bytes of an utterance are read. What lies beyond is
// left out: nobody's question needs it, and it bounds the work on any input.
const MaxUtterance = 4000

// Each pattern is an artefact of a chat platform that says nothing about the
// question. Matches are blanked, so that spans stay true.
var artefacts = []*regexp.Regexp{
	regexp.MustCompile(`<[@#!][^<>\s]{0,80}>`),                                             // mentions of people, channels and groups
	regexp.MustCompile(`<a?:\w{1,40}:\d{1,30}>`),                                           // custom emoji
	regexp.MustCompile(`:[a-z][a-z0-9_+-]{1,40}:`),                                         // emoji codes
	regexp.MustCompile(`</?[a-zA-Z][^<>]{0,80}>`),                                          // markup
	regexp.MustCompile(`\B_|_\B`),                                                          // emphasis: _word_
	regexp.MustCompile(`~~[^~\n]{1,200}~~`),                                                // what was struck out
	regexp.MustCompile(`\B~[^~\s](?:[^~\n]{0,200}[^~\s])?~\B`),                             // the same, as others write it
	regexp.MustCompile(`\[\d{1,2}:\d{2}(?::\d{2})?\][ \t]*(?:[\w.-]{1,30}:)?`),             // when and by whom a copied line was written
	regexp.MustCompile(`(?im)^[ \t>]*(?:on [^\n:]{1,40}[ ,])?[\w.-]{1,30} wrote:[ \t]*$`),  // by whom a quoted line was written, and when
	regexp.MustCompile(`(?im)^[ \t>]*forwarded (?:message )?(?:from|by)[ :][^\n]{1,80}\n`), // from where a line was passed on
	regexp.MustCompile(`(?i)^[ \t]*\[[a-z ]{0,20}\b(?:voice|audio|message|msg|transcript|forwarded|image|photo|screenshot|translated|edited)\b[a-z ]{0,20}\]`), // how a message came
	regexp.MustCompile(`\[/?[A-Z]{2,10}\]`),                                  // marks of other programs
	regexp.MustCompile(`(?i)\bsent from my \w{1,20}\b`),                      // what phones add
	regexp.MustCompile(`(?m)^[ \t]*(?:@everyone|@here)`),                     // broadcast mentions
	regexp.MustCompile(`(?i)@(?:everyone|here|allegedly|\w{0,30}bot)\b`),     // mentions by name
	regexp.MustCompile(`(?im)^[ \t]*(?:(?:fwd?|re|aw|wg|tr)[ \t]*:[ \t]*)+`), // what mail programs put before a subject
}

var link = regexp.MustCompile(`https?://[^\s<>|]{1,500}`)

// hostOnly keeps the host of a web address, which may name a report, and blanks
// the rest.
func hostOnly(address string) string {
	start := strings.Index(address, "://") + len("://")
	end := len(address)
	if cut := strings.IndexAny(address[start:], "/?#:"); cut >= 0 {
		end = start + cut
	}
	start += len(address[start:end]) - len(strings.TrimPrefix(address[start:end], "www."))
	return strings.Repeat(" ", start) + address[start:end] + strings.Repeat(" ", len(address)-end)
}

var entity = regexp.MustCompile(`&(?:[a-z]{2,8}|#\d{1,5}|#x[0-9a-fA-F]{1,4});`)

// escape is a byte as web addresses write it.
var escape = regexp.MustCompile(`%[0-9a-fA-F]{2}`)

// Clean returns the utterance with platform artefacts blanked and HTML entities
// resolved, byte for byte as long as the (bounded) utterance, so that offsets
// still point into it. Invalid UTF-8 and control characters become spaces.
func Clean(utterance string) string {
	if len(utterance) > MaxUtterance {
		cut := MaxUtterance
		for cut > 0 && !utf8.RuneStart(utterance[cut]) {
			cut--
		}
		utterance = utterance[:cut]
	}
	var b strings.Builder
	b.Grow(len(utterance))
	for i := 0; i < len(utterance); {
		r, size := utf8.DecodeRuneInString(utterance[i:])
		switch {
		case r == utf8.RuneError && size == 1, unicode.IsControl(r) && r != '\n', unicode.Is(unicode.Cf, r):
			for range size {
				b.WriteByte(' ')
			}
		default:
			b.WriteString(utterance[i : i+size])
		}
		i += size
	}
	clean := b.String()
	if strings.ContainsAny(clean, "&") {
		clean = entity.ReplaceAllStringFunc(clean, func(code string) string {
			plain := html.UnescapeString(code)
			if len(plain) > len(code) {
				return strings.Repeat(" ", len(code))
			}
			if plain == "<" {
				return strings.Repeat(" ", len(code)-1) + plain // what it opens follows at once
			}
			return plain + strings.Repeat(" ", len(code)-len(plain))
		})
	}
	if strings.Count(clean, "%") >= 2 {
		clean = escape.ReplaceAllStringFunc(clean, func(code string) string {
			if n, err := strconv.ParseUint(code[1:], 16, 8); err == nil && n >= ' ' && n < 127 {
				return string(rune(n)) + "  "
			}
			return "   "
		})
	}
	clean = link.ReplaceAllStringFunc(clean, hostOnly)
	if strings.ContainsAny(clean, "<:@/~_[") {
		for _, artefact := range artefacts {
			clean = artefact.ReplaceAllStringFunc(clean, func(s string) string { return strings.Repeat(" ", len(s)) })
		}
	}
	return clean
}

// split cuts cleaned text into tokens: words, numbers and currency or percent signs.
func split(clean string) []Token {
	tokens := make([]Token, 0, strings.Count(clean, " ")+1)
	if plain(clean) { // as most words of the data are
		for start := 0; start < len(clean); start++ {
			end := start
			for end < len(clean) && clean[end] != ' ' {
				end++
			}
			if end > start {
				tokens = append(tokens, newToken(clean[start:end], start))
			}
			start = end
		}
		return tokens
	}
	quotes := quotations(clean)
	iterator := words.FromString(clean)
	for iterator.Next() {
		text := iterator.Value()
		start := iterator.Start()
		if text == "" {
			continue
		}
		r, _ := utf8.DecodeRuneInString(text)
		switch {
		case unicode.IsLetter(r) || unicode.IsDigit(r):
			tokens = appendWord(tokens, text, start)
		case strings.ContainsRune("$€£₩¥₽₹%", r):
			tokens = append(tokens, Token{Text: text, Word: text, Stem: text, Start: start, End: start + len(text)})
		case strings.ContainsRune("½⅓⅔¼¾", r):
			tokens = append(tokens, Token{Text: text, Word: text, Stem: text, Start: start, End: start + len(text), Number: true})
		case text == "+" && start > 0 && clean[start-1] == ' ': // "$5 + $7"; "15+" is another thing
			tokens = append(tokens, Token{Text: text, Word: text, Stem: text, Start: start, End: start + 1})
		case r == '?' || r == '.' || r == '!' || r == ';' || r == ',' || r == ':':
			// A sign between clauses matters to nobody but the splitter.
		}
	}
	for i := range tokens {
		for _, q := range quotes {
			if tokens[i].Start >= q[0] && tokens[i].End <= q[1] {
				tokens[i].Quoted = true
			}
		}
	}
	return tokens
}

// appendWord adds one word of the splitter. The splitter keeps "20k", "won's",
// "u.n", "snake_case" and "key:value" whole; "_" and ":" join nothing here.
func appendWord(tokens []Token, text string, start int) []Token {
	for len(text) > 0 {
		part := text
		cut := strings.IndexAny(text, "_:")
		if cut >= 0 {
			part = text[:cut]
		}
		if part != "" {
			tokens = append(tokens, newToken(part, start))
		}
		if cut < 0 {
			break
		}
		text, start = text[cut+1:], start+cut+1
	}
	return tokens
}

func newToken(text string, start int) Token {
	t := Token{Text: text, Start: start, End: start + len(text), Word: Fold(text)}
	first, size := utf8.DecodeRuneInString(text)
	t.Caps = unicode.IsUpper(first)
	t.Upper = t.Caps && size < len(text) && strings.ToUpper(text) == text
	t.Number = unicode.IsDigit(first)
	t.Link = !t.Number && strings.Contains(strings.Trim(text, "."), ".") && len(t.Word) > 4
	return t
}

// quotations returns the byte ranges that stand in quotation marks or in lines
// quoted with ">".
func quotations(clean string) [][2]int {
	var out [][2]int
	open, at := rune(0), 0
	for i, r := range clean {
		switch {
		case open == 0 && (r == '"' || r == '“' || r == '‘' || r == '«'):
			open, at = r, i
		case open == 0 && r == '\'' && (i == 0 || clean[i-1] == ' ') && i+1 < len(clean) && clean[i+1] != ' ':
			open, at = r, i
		case open != 0 && closes(open, r) && (r != '\'' && r != '’' || i+1 == len(clean) || !letterAt(clean, i+utf8.RuneLen(r))):
			out = append(out, [2]int{at, i + utf8.RuneLen(r)})
			open = 0
		}
	}
	for i := 0; i < len(clean); {
		end := strings.IndexByte(clean[i:], '\n')
		if end < 0 {
			end = len(clean) - i
		}
		if strings.HasPrefix(strings.TrimLeft(clean[i:i+end], " "), ">") && i+end < len(clean) {
			out = append(out, [2]int{i, i + end})
		}
		i += end + 1
	}
	return out
}

func letterAt(s string, i int) bool {
	r, _ := utf8.DecodeRuneInString(s[i:])
	return unicode.IsLetter(r)
}

func closes(open, r rune) bool {
	switch open {
	case '“':
		return r == '”' || r == '"'
	case '‘':
		return r == '’'
	case '«':
		return r == '»'
	}
	return r == open
}

// Fold returns the form under which a word is looked up: NFKC, lower case,
// curly apostrophes straight, no dots inside initials, no possessive ending.
func Fold(word string) string {
	ascii := true
	for i := 0; i < len(word); i++ {
		if word[i] >= utf8.RuneSelf {
			ascii = false
			break
		}
	}
	if !ascii {
		word = norm.NFKC.String(word)
		word = strings.ReplaceAll(word, "’", "'")
		word = unaccent(word)
	}
	word = strings.ToLower(word)
	if strings.Contains(word, ".") && !unicode.IsDigit(rune(word[0])) {
		word = strings.ReplaceAll(word, ".", "")
	}
	if base, ok := strings.CutSuffix(word, "'s"); ok {
		return base
	}
	return strings.TrimSuffix(word, "'")
}

// unaccent drops combining marks, and writes the Latin letters that have none as a keyboard
// without them does, so that a name typed so is found.
func unaccent(word string) string {
	decomposed := plainLetters(norm.NFD.String(word))
	return norm.NFC.String(strings.Map(func(r rune) rune {
		if unicode.Is(unicode.Mn, r) {
			return -1
		}
		return r
	}, decomposed))
}

// plainLetters replaces the letters of European alphabets that Unicode does not take apart.
func plainLetters(word string) string {
	var out strings.Builder
	for _, r := range word {
		switch r {
		case 'ı':
			out.WriteByte('i')
		case 'ł', 'Ł':
			out.WriteByte('l')
		case 'ø', 'Ø':
			out.WriteByte('o')
		case 'đ', 'Đ', 'ð', 'Ð':
			out.WriteByte('d')
		case 'ħ', 'Ħ':
			out.WriteByte('h')
		case 'æ', 'Æ':
			out.WriteString("ae")
		case 'œ', 'Œ':
			out.WriteString("oe")
		case 'ß', 'ẞ':
			out.WriteString("ss")
		case 'þ', 'Þ':
			out.WriteString("th")
		default:
			out.WriteRune(r)
		}
	}
	return out.String()
}

// Split cuts a text of ours (a name, a claim) into tokens with stems; no
// artefacts are undone and nothing is repaired.
func Split(text string) []Token {
	tokens := split(text)
	for i := range tokens {
		tokens[i].Stem = Stem(tokens[i].Word)
	}
	return tokens
}
