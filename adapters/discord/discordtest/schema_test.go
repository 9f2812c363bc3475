package discordtest

import "testing"

func TestCheckResponse(t *testing.T) {
	const mentions = `"allowed_mentions":{"parse":[]}`
	for _, c := range []struct {
		name, payload string
		valid         bool
	}{
		{"pong", `{"type":1}`, true},
		{"text", `{"type":4,"data":{"flags":32768,` + mentions + `,"components":[{"type":10,"content":"hi"}]}}`, true},
		{"deferral", `{"type":5,"data":{"flags":64,` + mentions + `}}`, true},
		{"no choices", `{"type":8,"data":{"choices":[]}}`, true},
		{"unknown type", `{"type":3}`, false},
		{"mistyped key", `{"type":4,"data":{"flagz":1,` + mentions + `}}`, false},
		{"no text", `{"type":4,"data":{"flags":32768,` + mentions + `,"components":[{"type":10,"content":""}]}}`, false},
		{"mentions left open", `{"type":4,"data":{"content":"hi"}}`, false},
		{"content beside components", `{"type":4,"data":{"flags":32768,"content":"hi",` + mentions + `,"components":[]}}`, false},
		{"components without the flag", `{"type":4,"data":{` + mentions + `,"components":[{"type":10,"content":"hi"}]}}`, false},
		{"deferral with the components flag", `{"type":5,"data":{"flags":32768}}`, false},
		{"same custom_id twice", `{"type":4,"data":{"flags":32768,` + mentions + `,"components":[{"type":1,"components":[` +
			`{"type":2,"style":2,"label":"a","custom_id":"x"},{"type":2,"style":2,"label":"b","custom_id":"x"}]}]}}`, false},
		{"link with custom_id", `{"type":4,"data":{"flags":32768,` + mentions + `,"components":[{"type":1,"components":[` +
			`{"type":2,"style":5,"label":"a","custom_id":"x","url":"https://a.example"}]}]}}`, false},
		{"choices of another type", `{"type":8,"data":{"choices":[{"name":"a","value":true}]}}`, false},
	} {
		if err := CheckResponse([]byte(c.payload)); (err == nil) != c.valid {
			t.Errorf("%s: %v", c.name, err)
		}
	}
}

func TestCheckCommand(t *testing.T) {
	for _, c := range []struct {
		name, payload string
		valid         bool
	}{
		{"plain", `{"type":1,"name":"ask","description":"d"}`, true},
		{"message", `{"type":3,"name":"What is it?"}`, true},
		{"capital", `{"type":1,"name":"Ask","description":"d"}`, false},
		{"space", `{"type":1,"name":"ask me","description":"d"}`, false},
		{"description on a message command", `{"type":3,"name":"What is it?","description":"d"}`, false},
		{"required last", `{"type":1,"name":"ask","description":"d","options":[{"type":5,"name":"a","description":"d"},{"type":3,"name":"b","description":"d","required":true}]}`, false},
		{"autocomplete on a flag", `{"type":1,"name":"ask","description":"d","options":[{"type":5,"name":"a","description":"d","autocomplete":true}]}`, false},
	} {
		if err := Check("ApplicationCommandUpdateRequest", []byte(c.payload)); (err == nil) != c.valid {
			t.Errorf("%s: %v", c.name, err)
		}
	}
}
