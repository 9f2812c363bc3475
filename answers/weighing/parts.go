package weighing

import (
	"allegedly/answers/corpus"
	"allegedly/answers/reading"
)

// partOf is how much a claim that gives the entity this part fits the question.
func partOf(n *reading.Name, r corpus.Relation) float64 {
	best := 0.0
	for _, p := range partsOf(n) {
		if r&p.relation != 0 {
			best = max(best, p.value)
		}
	}
	return best
}

type part struct {
	relation corpus.Relation
	value    float64
}

var (
	speakerParts = []part{{corpus.AsSpeaker, 1}, {corpus.AsOwner, 0.9}, {corpus.AsLink, 0.8}, {corpus.AsDefined, 0.3}, {corpus.AsText | corpus.AsTarget | corpus.AsActor | corpus.AsIncident | corpus.AsAsset | corpus.AsPlace, 0.2}}
	targetParts  = []part{{corpus.AsTarget | corpus.AsActor, 1}, {corpus.AsIncident | corpus.AsText, 0.6}, {corpus.AsDefined, 0.3}, {corpus.AsSpeaker | corpus.AsOwner | corpus.AsLink, 0.1}}
	placeParts   = []part{{corpus.AsTarget | corpus.AsActor | corpus.AsPlace | corpus.AsIncident, 1}, {corpus.AsText, 0.8}, {corpus.AsDefined, 0.3}, {corpus.AsSpeaker | corpus.AsOwner | corpus.AsLink, 0.2}}
	anyParts     = []part{{corpus.AsSpeaker, 0.95}, {corpus.AsTarget | corpus.AsIncident | corpus.AsActor | corpus.AsDefined, 1}, {corpus.AsOwner, 0.75}, {corpus.AsLink, 0.7}, {corpus.AsAsset | corpus.AsPlace, 0.9}, {corpus.AsText, 0.7}}
)

func partsOf(n *reading.Name) []part {
	switch {
	case n.Speaker:
		return speakerParts
	case n.Target:
		return targetParts
	case n.Located:
		return placeParts
	}
	return anyParts
}
