package drafting

import (
	"bytes"
	"fmt"
	"strings"

	"gopkg.in/yaml.v3"
)

// YAML returns the draft as a file: the report, with the place of each claim in
// the article as a comment above it.
func (d *Draft) YAML() ([]byte, error) {
	var root yaml.Node
	if err := root.Encode(d.Report); err != nil {
		return nil, fmt.Errorf("the draft cannot be written as YAML: %w", err)
	}
	var head []string
	if d.schema != "" {
		head = append(head, "yaml-language-server: $schema="+d.schema)
	}
	head = append(head,
		"A draft: it answers nothing. Replace every TODO, and delete what is no claim;",
		"then set the status to reviewed. \"allegedly reports lint\" tells what is left.")
	root.HeadComment = strings.Join(append(head, d.found...), "\n")
	for i := 0; i+1 < len(root.Content); i += 2 {
		if root.Content[i].Value != "claims" {
			continue
		}
		for k, claim := range root.Content[i+1].Content {
			claim.HeadComment = d.notes[k]
		}
	}
	var out bytes.Buffer
	encoder := yaml.NewEncoder(&out)
	encoder.SetIndent(2)
	if err := encoder.Encode(&root); err != nil {
		return nil, fmt.Errorf("the draft cannot be written as YAML: %w", err)
	}
	return out.Bytes(), nil
}
