package corpus

import "gopkg.in/yaml.v3"

// A Scalar is one value of a data file, with its place.
type Scalar struct {
	Value        string
	Line, Column int // from 1
}

// Scalars returns every value of the file, keys left out, in the file's order.
func (f *File) Scalars() []Scalar {
	var out []Scalar
	var walk func(node *yaml.Node)
	walk = func(node *yaml.Node) {
		if node.Kind == yaml.ScalarNode {
			out = append(out, Scalar{node.Value, node.Line, node.Column})
		}
		for i, child := range node.Content {
			if node.Kind != yaml.MappingNode || i%2 == 1 {
				walk(child)
			}
		}
	}
	if f.root != nil {
		walk(f.root)
	}
	return out
}
