package language

// Irregular tells whether a word is a form of a verb that no rule of English makes.
func Irregular(word string) bool { return irregular(word) != word }

// irregular returns the verb that a word is a form of, where no rule of English makes that
// form; the word itself otherwise. Forms that are words of their own are left alone: units
// ("won"), nouns ("bit", "shot", "wound") and other verbs ("left", "found", "lay", "felt").
func irregular(word string) string {
	switch word {
	case "arose", "arisen":
		return "arise"
	case "awoke", "awoken":
		return "awake"
	case "became":
		return "become"
	case "began", "begun":
		return "begin"
	case "bitten":
		return "bite"
	case "bled":
		return "bleed"
	case "blew", "blown":
		return "blow"
	case "broke", "broken":
		return "break"
	case "bred":
		return "breed"
	case "brought":
		return "bring"
	case "built":
		return "build"
	case "burnt":
		return "burn"
	case "bought":
		return "buy"
	case "caught":
		return "catch"
	case "chose", "chosen":
		return "choose"
	case "clung":
		return "cling"
	case "came":
		return "come"
	case "crept":
		return "creep"
	case "dealt":
		return "deal"
	case "dug":
		return "dig"
	case "drew", "drawn":
		return "draw"
	case "drank", "drunk":
		return "drink"
	case "drove", "driven":
		return "drive"
	case "ate", "eaten":
		return "eat"
	case "fell", "fallen":
		return "fall"
	case "fought":
		return "fight"
	case "fled":
		return "flee"
	case "flung":
		return "fling"
	case "flew", "flown":
		return "fly"
	case "forbade", "forbidden":
		return "forbid"
	case "foresaw", "foreseen":
		return "foresee"
	case "forgot", "forgotten":
		return "forget"
	case "forgave", "forgiven":
		return "forgive"
	case "forsook", "forsaken":
		return "forsake"
	case "froze", "frozen":
		return "freeze"
	case "gave", "given":
		return "give"
	case "went", "gone":
		return "go"
	case "grew", "grown":
		return "grow"
	case "hung":
		return "hang"
	case "heard":
		return "hear"
	case "hid", "hidden":
		return "hide"
	case "held":
		return "hold"
	case "kept":
		return "keep"
	case "knew", "known":
		return "know"
	case "learnt":
		return "learn"
	case "lost":
		return "lose"
	case "meant":
		return "mean"
	case "met":
		return "meet"
	case "misled":
		return "mislead"
	case "misspelt":
		return "misspell"
	case "mistook", "mistaken":
		return "mistake"
	case "oversaw", "overseen":
		return "oversee"
	case "overtook", "overtaken":
		return "overtake"
	case "overthrew", "overthrown":
		return "overthrow"
	case "overpaid":
		return "overpay"
	case "paid":
		return "pay"
	case "rebuilt":
		return "rebuild"
	case "repaid":
		return "repay"
	case "ridden":
		return "ride"
	case "rang":
		return "ring"
	case "rose", "risen":
		return "rise"
	case "rewrote", "rewritten":
		return "rewrite"
	case "sought":
		return "seek"
	case "sold":
		return "sell"
	case "sent":
		return "send"
	case "shook", "shaken":
		return "shake"
	case "shrank", "shrunk":
		return "shrink"
	case "sang", "sung":
		return "sing"
	case "sank", "sunk":
		return "sink"
	case "slept":
		return "sleep"
	case "slid":
		return "slide"
	case "sown":
		return "sow"
	case "spoke", "spoken":
		return "speak"
	case "spelt":
		return "spell"
	case "spent":
		return "spend"
	case "spilt":
		return "spill"
	case "sprang", "sprung":
		return "spring"
	case "stole", "stolen":
		return "steal"
	case "stuck":
		return "stick"
	case "stung":
		return "sting"
	case "struck", "stricken":
		return "strike"
	case "strove", "striven":
		return "strive"
	case "swore", "sworn":
		return "swear"
	case "swept":
		return "sweep"
	case "swollen":
		return "swell"
	case "swam", "swum":
		return "swim"
	case "took", "taken":
		return "take"
	case "taught":
		return "teach"
	case "tore", "torn":
		return "tear"
	case "told":
		return "tell"
	case "thought":
		return "think"
	case "threw", "thrown":
		return "throw"
	case "underwent", "undergone":
		return "undergo"
	case "underpaid":
		return "underpay"
	case "understood":
		return "understand"
	case "undertook", "undertaken":
		return "undertake"
	case "undid", "undone":
		return "undo"
	case "upheld":
		return "uphold"
	case "woke", "woken":
		return "wake"
	case "wore", "worn":
		return "wear"
	case "wove", "woven":
		return "weave"
	case "wept":
		return "weep"
	case "withdrew", "withdrawn":
		return "withdraw"
	case "withheld":
		return "withhold"
	case "withstood":
		return "withstand"
	case "wrote", "written":
		return "write"
	}
	return word
}
