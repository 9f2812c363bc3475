//go:build !race

package editorial

const raceDetector = false
