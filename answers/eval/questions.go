// Package eval asks an engine questions whose answers are known, and counts how
// often it is right. docs/eval.md describes the files.
package eval

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"regexp"
	"slices"
	"strings"

	"allegedly/answers"

	"gopkg.in/yaml.v3"
)

// A Case is a conversation of one or more turns. A case of one turn is written
// without Turns.
type Case struct {
	Category string `yaml:"category"` // groups the results
	Turn     `yaml:",inline"`
	Turns    []Turn `yaml:"turns,omitempty"`

	file string
	line int
}

// A Turn is one question and what its answer must be like. Patterns are RE2 and
// match whatever the case.
type Turn struct {
	Ask     string   `yaml:"ask"`
	Outcome Outcomes `yaml:"outcome,omitempty"` // answered if left out
	Figures []string `yaml:"figures,omitempty"` // each in the lead, in any usual writing: "$1.2 billion", "40 tonnes", "200,000", "7%"
	Lead    []string `yaml:"lead,omitempty"`    // patterns, each in the lead
	All     []string `yaml:"all,omitempty"`     // patterns, each somewhere in the answer
	None    []string `yaml:"none,omitempty"`    // patterns, none of them in the lead
	Never   []string `yaml:"never,omitempty"`   // patterns, none of them anywhere in the answer
	Claims  []string `yaml:"claims,omitempty"`  // keys (report/claim), any of which the lead rests on
	Reports []string `yaml:"reports,omitempty"` // report ids, each among the sources
	Denial  []string `yaml:"denial,omitempty"`  // patterns, each in the reply of the accused; [""] asks for any reply

	checks []check
}

// Outcomes are the outcomes that a turn accepts: one, or a list.
type Outcomes []answers.Outcome

// UnmarshalYAML reads one outcome or a list of them.
func (o *Outcomes) UnmarshalYAML(n *yaml.Node) error {
	var list []answers.Outcome
	if n.Kind == yaml.ScalarNode {
		list = []answers.Outcome{answers.Outcome(n.Value)}
	} else if err := n.Decode(&list); err != nil {
		return err
	}
	known := []answers.Outcome{answers.Answered, answers.NotReported, answers.Clarify, answers.Guidance}
	for _, outcome := range list {
		if !slices.Contains(known, outcome) {
			return fmt.Errorf("line %d: there is no outcome %q; there are %v", n.Line, outcome, known)
		}
	}
	*o = list
	return nil
}

// Parse reads the cases of a file. An error tells file and line.
func Parse(file string, content []byte, units *Units) ([]Case, error) {
	var cases []Case
	decoder := yaml.NewDecoder(bytes.NewReader(content))
	decoder.KnownFields(true)
	if err := decoder.Decode(&cases); err != nil && !errors.Is(err, io.EOF) {
		return nil, located(file, err)
	}
	if len(cases) == 0 {
		return nil, fmt.Errorf("%s:1: there are no questions in it", file)
	}
	var places []yaml.Node // the same again, for the lines
	if err := yaml.Unmarshal(content, &places); err != nil {
		return nil, located(file, err)
	}
	for i := range cases {
		c := &cases[i]
		c.file, c.line = file, places[i].Line
		if err := c.takeTurns(&places[i]); err != nil {
			return nil, err
		}
		if c.Category == "" {
			return nil, fmt.Errorf("%s: 'category' is missing", c.place())
		}
		for t := range c.Turns {
			if err := c.Turns[t].compile(units); err != nil {
				return nil, fmt.Errorf("%s: %w", c.place(), err)
			}
		}
	}
	return cases, nil
}

// takeTurns makes a case of one question a conversation of one turn. Beside the
// turns of another there is no place for what an answer must be like: it would
// be asked of none.
func (c *Case) takeTurns(node *yaml.Node) error {
	if c.Turns == nil {
		c.Turns = []Turn{c.Turn}
		return nil
	}
	if len(c.Turns) == 0 {
		return fmt.Errorf("%s: 'turns' has no question in it", c.place())
	}
	for i := 0; i < len(node.Content); i += 2 {
		if key := node.Content[i]; key.Value != "category" && key.Value != "turns" {
			return fmt.Errorf("%s:%d: %q stands beside 'turns'; put it into a turn", c.file, key.Line, key.Value)
		}
	}
	return nil
}

// place returns where the case stands, as file:line.
func (c *Case) place() string { return fmt.Sprintf("%s:%d", c.file, c.line) }

var (
	yamlLine = regexp.MustCompile(`^(?:yaml: )?(?:unmarshal errors:\s*)?line (\d+): `)
	yamlType = regexp.MustCompile(` in type \S+`)
)

// located puts what YAML says about a file in the form file:line: message.
func located(file string, err error) error {
	message := err.Error()
	var several *yaml.TypeError
	if errors.As(err, &several) {
		message = several.Errors[0]
	}
	line := "1"
	if m := yamlLine.FindStringSubmatch(message); m != nil {
		line, message = m[1], strings.TrimPrefix(message, m[0])
	}
	return fmt.Errorf("%s:%s: %s", file, line, yamlType.ReplaceAllString(message, ""))
}
