package corpus

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"path"
	"reflect"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"gopkg.in/yaml.v3"
)

// A File is one data file after decoding: its typed content, and the places
// that findings point at.
type File struct {
	Name     string
	Report   *Report  // nil in an entity file
	Entities []Entity // of an entity file
	Waivers  []Waiver // warnings that its editor said are none
	Todos    []Scalar // values that an editor still has to fill in
	Unread   []string // of a file that does not decode: ids that it seems to define
	places   places
}

type entityFile struct {
	Entities []Entity `yaml:"entities"`
}

// ReadFiles decodes entities/*.yaml and reports/*.yaml of fsys strictly: an
// unknown field, a repeated key or a value of the wrong type is a finding.
// Files are returned by name; of those that do not decode no more than the names that
// they seem to define.
func ReadFiles(fsys fs.FS) ([]*File, Findings) {
	var files []*File
	var found Findings
	for _, dir := range []string{"entities", "reports"} {
		names, err := fs.Glob(fsys, dir+"/*.yaml")
		if err != nil {
			found = append(found, Finding{File: dir, Severity: Error, Rule: "read", Message: err.Error()})
			continue
		}
		slices.Sort(names)
		for _, name := range names {
			file, defects := ReadFile(fsys, name)
			found = append(found, defects...)
			if file != nil {
				files = append(files, file)
			}
		}
	}
	found.Sort()
	return files, found
}

// ReadFile decodes one file. A file under entities/ holds a list of entities,
// any other holds a report. The file is nil when nothing in it can be decoded; of a report
// that cannot, the names that it defines are kept if they can be read, because
// other reports may use them.
func ReadFile(fsys fs.FS, name string) (*File, Findings) {
	content, err := fs.ReadFile(fsys, name)
	if err != nil {
		return nil, Findings{{File: name, Severity: Error, Rule: "read", Message: "cannot read the file: " + err.Error()}}
	}
	return Decode(name, content)
}

// Decode decodes the content of one file, as ReadFile does.
func Decode(name string, content []byte) (*File, Findings) {
	root := new(yaml.Node)
	if err := yaml.Unmarshal(content, root); err != nil {
		line, column, advice := malformed(content)
		return unread(name, content), Findings{{File: name, Line: line, Column: column, Severity: Error, Rule: "yaml", Message: advice}}
	}
	if len(root.Content) == 0 {
		return nil, Findings{{File: name, Severity: Error, Rule: "yaml", Message: "the file is empty"}}
	}
	file := &File{Name: name, Waivers: waivers(content), Todos: todos(root), places: placesOf(root.Content[0])}
	var err error
	if path.Base(path.Dir(name)) == "entities" {
		var list entityFile
		err = decode(content, root, &list)
		file.Entities = list.Entities
	} else {
		file.Report = new(Report)
		err = decode(content, root, file.Report)
	}
	cut := cutByComma(name, root)
	if err != nil {
		rest := file.names(root)
		if rest == nil {
			rest = unread(name, content)
		}
		return rest, append(cut, aside(decodeFindings(name, root, err), cut)...)
	}
	return file, cut
}

// aside leaves out findings of fields that are only the rest of a cut value.
func aside(found, cut Findings) Findings {
	return slices.DeleteFunc(found, func(f Finding) bool {
		return f.Rule == "unknown-field" && slices.ContainsFunc(cut, func(c Finding) bool { return c.Line == f.Line && c.Column < f.Column })
	})
}

// decode decodes a file that was parsed to root, strictly.
func decode[T any](content []byte, root *yaml.Node, into *T) error {
	several := bytes.Contains(content, []byte("\n---")) || bytes.Contains(content, []byte("\n...")) // perhaps; strict knows
	if !several && onlyKnown(root.Content[0], reflect.TypeFor[T]()) && root.Decode(into) == nil {
		return nil
	}
	*into = *new(T)
	return strict(content, into)
}

// names returns what is left of a file that does not decode: the entities of a
// report, as an entity file; or nil.
func (f *File) names(root *yaml.Node) *File {
	var list struct {
		Entities []Entity `yaml:"entities"`
	}
	if f.Report == nil || root.Decode(&list) != nil || len(list.Entities) == 0 {
		return nil
	}
	f.Report, f.Entities = nil, list.Entities
	return f
}

var idLine = regexp.MustCompile(`(?m)^[ \t]*-[ \t]*\{?[ \t]*id:[ \t]*["']?([a-z0-9-]+)`)

// unread returns what is left of a file that cannot be read: the ids that it seems to
// define, so that nobody is told of each that there is no such thing. Nil without any.
func unread(name string, content []byte) *File {
	file := &File{Name: name}
	for _, m := range idLine.FindAllSubmatch(content, -1) {
		file.Unread = append(file.Unread, string(m[1]))
	}
	if len(file.Unread) == 0 {
		return nil
	}
	return file
}

func strict(content []byte, into any) error {
	decoder := yaml.NewDecoder(bytes.NewReader(content))
	decoder.KnownFields(true)
	if err := decoder.Decode(into); err != nil {
		return err
	}
	if err := decoder.Decode(new(yaml.Node)); !errors.Is(err, io.EOF) {
		return errors.New("line 1: the file holds more than one document; one file is one report")
	}
	return nil
}

var (
	errorLine    = regexp.MustCompile(`line (\d+): `)
	unknownField = regexp.MustCompile(`field (.+) not found in type \S+`)
	repeatedKey  = regexp.MustCompile(`mapping key "([^"]+)" already defined at line (\d+)`)
	wrongType    = regexp.MustCompile("cannot unmarshal \\S+ (?:`([^`]*)` )?into (\\S+)")
)

// decodeFindings turns the messages of the YAML library into findings that an
// editor understands, each with its line and column.
func decodeFindings(file string, root *yaml.Node, err error) Findings {
	messages := []string{err.Error()}
	var typed *yaml.TypeError
	if errors.As(err, &typed) {
		messages = typed.Errors
	}
	var found Findings
	for _, message := range messages {
		f := Finding{File: file, Line: 1, Column: 1, Severity: Error, Rule: "yaml"}
		message = strings.TrimPrefix(message, "yaml: ")
		if m := errorLine.FindStringSubmatchIndex(message); m != nil {
			f.Line, _ = strconv.Atoi(message[m[2]:m[3]])
			message = message[:m[0]] + message[m[1]:]
		}
		f.Message = message
		switch {
		case unknownField.MatchString(message):
			name := unknownField.FindStringSubmatch(message)[1]
			f.Rule, f.Message = "unknown-field", fmt.Sprintf("there is no field %q here; FORMAT.md lists the fields", name)
			f.Column = columnOf(root, f.Line, name)
		case repeatedKey.MatchString(message):
			m := repeatedKey.FindStringSubmatch(message)
			f.Rule, f.Message = "repeated-field", fmt.Sprintf("field %q stands twice; first at line %s", m[1], m[2])
			f.Column = columnOf(root, f.Line, m[1])
		case wrongType.MatchString(message):
			m := wrongType.FindStringSubmatch(message)
			f.Rule, f.Message = "wrong-type", fmt.Sprintf("%q is not %s", m[1], plainType(m[2]))
			f.Column = columnOf(root, f.Line, m[1])
			if m[1] == "" {
				f.Message = "this is not " + plainType(m[2])
				if strings.Contains(message, "!!map into string") {
					f.Message += "; put quotation marks around a text with a colon in it"
				}
				f.Column = columnOfGroup(root, f.Line)
			}
		}
		found = append(found, f)
	}
	return found
}

func plainType(goType string) string {
	switch {
	case strings.HasPrefix(goType, "[]int"):
		return "a list of whole numbers"
	case strings.HasPrefix(goType, "[]"):
		return "a list"
	case goType == "int":
		return "a whole number"
	case goType == "bool":
		return "true or false"
	case strings.Contains(goType, "."):
		return "a group of fields"
	}
	return "text"
}

// columnOf finds the column of a key or value on a line; 1 when it is not there.
func columnOf(node *yaml.Node, line int, value string) int {
	if node.Line == line && node.Kind == yaml.ScalarNode && (node.Value == value || shortened(node.Value, value)) {
		return node.Column
	}
	for _, child := range node.Content {
		if child.Line > line && child.Kind == yaml.ScalarNode {
			break
		}
		if column := columnOf(child, line, value); column > 1 {
			return column
		}
	}
	return 1
}

// shortened tells whether the YAML library cut the value for its message.
func shortened(value, cut string) bool {
	start, ok := strings.CutSuffix(cut, "...")
	return ok && start != "" && strings.HasPrefix(value, start)
}

// columnOfGroup finds the column of the list or group of fields that stands as
// a value on a line; 1 when there is none.
func columnOfGroup(node *yaml.Node, line int) int {
	for i, child := range node.Content {
		value := node.Kind != yaml.MappingNode || i%2 == 1
		if value && child.Line == line && child.Kind != yaml.ScalarNode && child.Column > 1 {
			return child.Column
		}
		if column := columnOfGroup(child, line); column > 1 {
			return column
		}
	}
	return 1
}
