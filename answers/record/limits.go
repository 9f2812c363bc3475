package record

// What bounds the work for one question, and the length of an answer.
const (
	MostListed   = 12   // claims that a list names: nobody reads more on a phone
	MostClaims   = 4000 // claims of a whole corpus from which a list is made
	MostPostings = 4000 // postings of a word, beyond which it tells too little to be worth reading
)
