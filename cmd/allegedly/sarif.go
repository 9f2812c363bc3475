package main

import (
	"allegedly/answers/corpus"
	"allegedly/answers/editorial"
)

// The parts of SARIF 2.1.0 (OASIS, sections 3.13 to 3.30) that code hosts read.
type (
	sarifLog struct {
		Schema  string     `json:"$schema"`
		Version string     `json:"version"`
		Runs    []sarifRun `json:"runs"`
	}
	sarifRun struct {
		Tool    sarifTool     `json:"tool"`
		Results []sarifResult `json:"results"`
	}
	sarifTool struct {
		Driver sarifDriver `json:"driver"`
	}
	sarifDriver struct {
		Name  string      `json:"name"`
		Rules []sarifRule `json:"rules"`
	}
	sarifRule struct {
		ID      string    `json:"id"`
		Summary sarifText `json:"shortDescription"`
	}
	sarifText struct {
		Text string `json:"text"`
	}
	sarifResult struct {
		Rule      string          `json:"ruleId"`
		Level     string          `json:"level"`
		Message   sarifText       `json:"message"`
		Locations []sarifLocation `json:"locations"`
	}
	sarifLocation struct {
		Physical sarifPlace `json:"physicalLocation"`
	}
	sarifPlace struct {
		File   sarifFile   `json:"artifactLocation"`
		Region sarifRegion `json:"region"`
	}
	sarifFile struct {
		URI string `json:"uri"`
	}
	sarifRegion struct {
		Line   int `json:"startLine"`
		Column int `json:"startColumn"`
	}
)

// sarif returns the findings as one run of one tool. Severities are SARIF's
// levels by the same names.
func sarif(found corpus.Findings) sarifLog {
	run := sarifRun{Tool: sarifTool{sarifDriver{Name: "allegedly"}}, Results: []sarifResult{}}
	for _, rule := range editorial.Rules {
		run.Tool.Driver.Rules = append(run.Tool.Driver.Rules, sarifRule{rule.ID, sarifText{rule.Summary}})
	}
	for _, f := range found {
		place := sarifPlace{sarifFile{f.File}, sarifRegion{max(f.Line, 1), max(f.Column, 1)}}
		run.Results = append(run.Results, sarifResult{f.Rule, string(f.Severity), sarifText{f.Message}, []sarifLocation{{place}}})
	}
	return sarifLog{"https://json.schemastore.org/sarif-2.1.0.json", "2.1.0", []sarifRun{run}}
}
