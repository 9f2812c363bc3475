package main

import (
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
)

var (
	link       = regexp.MustCompile(`\]\(([^)#:]+)(?:#[^)]*)?\)`)
	rule       = regexp.MustCompile(`(?m)^(\d+)\. `)
	references = regexp.MustCompile(`editorial rules? (\d+(?:(?:, | and )\d+)*)`)
	number     = regexp.MustCompile(`\d+`)
)

// TestLinks holds that every page of docs/ can be reached from README.md, and
// that what a page links to is there.
func TestLinks(t *testing.T) {
	root := filepath.FromSlash("../..")
	reached := map[string]bool{}
	var follow func(page string)
	follow = func(page string) {
		if reached[page] {
			return
		}
		reached[page] = true
		text, err := os.ReadFile(filepath.Join(root, page))
		if err != nil {
			t.Errorf("a link leads to nothing: %v", err)
			return
		}
		for _, m := range link.FindAllStringSubmatch(string(text), -1) {
			if strings.HasSuffix(m[1], ".md") {
				follow(filepath.Join(filepath.Dir(page), filepath.FromSlash(m[1])))
			}
		}
	}
	follow("README.md")
	pages, err := filepath.Glob(filepath.Join(root, "docs", "*.md"))
	if err != nil || len(pages) == 0 {
		t.Fatalf("%d pages, %v", len(pages), err)
	}
	for _, page := range pages {
		if name := filepath.Join("docs", filepath.Base(page)); !reached[name] {
			t.Errorf("no page that README.md leads to links to %s", name)
		}
	}
}

// TestEditorialRules holds that the editorial rules are numbered without a gap,
// and that there is a rule for each number that the findings refer to.
func TestEditorialRules(t *testing.T) {
	text, err := os.ReadFile(filepath.FromSlash("../../docs/editorial.md"))
	if err != nil {
		t.Fatal(err)
	}
	rules := rule.FindAllStringSubmatch(string(text), -1)
	for i, m := range rules {
		if m[1] != strconv.Itoa(i+1) {
			t.Fatalf("rule %s stands in place %d", m[1], i+1)
		}
	}
	guide, err := os.ReadFile(filepath.FromSlash("../../docs/editing.md"))
	if err != nil {
		t.Fatal(err)
	}
	var named []int
	for _, m := range references.FindAllStringSubmatch(string(guide), -1) {
		for _, n := range number.FindAllString(m[1], -1) {
			value, _ := strconv.Atoi(n)
			named = append(named, value)
		}
	}
	if len(named) < 10 || slices.Max(named) > len(rules) {
		t.Errorf("the findings refer to the rules %v, of %d", named, len(rules))
	}
}
