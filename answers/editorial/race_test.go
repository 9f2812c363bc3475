//go:build race

package editorial

const raceDetector = true
