package corpus

import (
	"maps"
	"slices"
)

// addEntities records in which parts the claim names which entities.
func (x *Index) addEntities(n int32, claim *Claim) {
	parts := map[string]Relation{}
	weight := map[string]float32{}
	add := func(id string, part Relation, w float32) {
		if x.Corpus.Entity(id) != nil {
			parts[id] |= part
			weight[id] = max(weight[id], w)
		}
	}
	add(claim.By, AsSpeaker, 1)
	if claim.By == Article && claim.Stance == Alleges {
		add(claim.Report().voice(), AsText, 0.35) // what the article tells around its source's words
	}
	for _, owner := range x.Corpus.Owners(claim.By) {
		add(owner, AsOwner, 0.9)
	}
	for _, id := range claim.Via {
		add(id, AsLink, 0.9)
	}
	for _, id := range x.Features[n].Accused {
		add(id, AsActor, 1)
	}
	for _, list := range []struct {
		names []string
		part  Relation
	}{{claim.Targets, AsTarget}, {claim.Assets, AsAsset}, {claim.Place, AsPlace}, {claim.Defines, AsDefined}} {
		for _, name := range list.names {
			add(name, list.part, 1)
			for _, owner := range x.Corpus.Owners(name) {
				add(owner, list.part, 0.8)
			}
		}
	}
	for _, about := range x.Corpus.AboutOf(claim) {
		for _, id := range slices.Concat([]string{about.By, about.Incident, about.SameAs}, about.Via, about.Targets, about.Defines, about.Actor) {
			add(id, AsText, 0.8)
			for _, owner := range x.Corpus.Owners(id) {
				add(owner, AsText, 0.7)
			}
		}
	}
	for i, incident := range []string{claim.Incident, claim.SameAs} {
		less := 0.15 * float32(i) // what no report says is less than what one says
		add(incident, AsIncident, 1-less)
		for _, owner := range x.Corpus.Owners(incident) {
			add(owner, AsIncident|AsTarget, 0.9-less)
		}
	}
	for _, id := range slices.Concat(claim.Targets, claim.Place) {
		for _, inner := range x.within(id) {
			add(inner, AsText, 0.7)
		}
	}
	for _, text := range append([]string{claim.Says, claim.AimedAt}, slices.Concat(claim.Targets, claim.Assets, claim.Place, claim.Purpose, claim.Evidence, claim.Words)...) {
		tokens := x.split(text)
		for _, mention := range x.Linker.Link(tokens) {
			if mention.Weak {
				continue
			}
			for _, id := range mention.IDs {
				add(id, AsText, 0.8)
			}
		}
	}
	for _, mention := range x.Linker.Link(x.split(claim.As)) {
		for _, id := range mention.IDs {
			switch entity := x.Corpus.Entity(id); {
			case mention.Weak:
			case entity != nil && entity.Of != "" && entity.Of == claim.By:
				add(id, AsSpeaker, 1) // "the Watch's audit": by it the Watch speaks
			default:
				add(id, AsText, 0.8)
			}
		}
	}
	for _, id := range slices.Sorted(maps.Keys(parts)) {
		x.byEntity[id] = append(x.byEntity[id], Posting{n, weight[id], parts[id]})
	}
}

// within returns the other entities in an entity's name: the town of "the clinic in Elmford".
func (x *Index) within(id string) []string {
	e := x.Corpus.Entity(id)
	if e == nil {
		return nil
	}
	if ids, ok := x.inner[id]; ok {
		return ids
	}
	var ids []string
	tokens := x.split(e.Name)
	for i := range tokens {
		for _, m := range x.Linker.Link(tokens[i:]) {
			if !m.Weak && len(m.IDs) == 1 && m.IDs[0] != id && !slices.Contains(ids, m.IDs[0]) {
				ids = append(ids, m.IDs[0])
			}
		}
	}
	x.inner[id] = ids
	return ids
}
