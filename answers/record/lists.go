package record

import (
	"slices"
)

// BoolInt is 1 for true, so that what holds can be counted.
func BoolInt(b bool) int {
	if b {
		return 1
	}
	return 0
}

// AppendNew appends what the list does not hold yet.
func AppendNew[T comparable](list []T, more ...T) []T {
	for _, s := range more {
		if !slices.Contains(list, s) {
			list = append(list, s)
		}
	}
	return list
}
