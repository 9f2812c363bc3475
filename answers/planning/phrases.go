package planning

import (
	"strings"
)

// Phrases are the sentences that plans need; the data must have each of them.
var Phrases = strings.Fields(`
	and or many one.report some.reports said sentence via reported on in unnamed.short year.inferred year.inferred.from date.inferred date.inferred.from date.address undated
	article.alleges article.denies article.context article.speaker article.short sentence.denying amount
	sources source.line suggestions
	role.denial role.counter role.caveat
	reply.none reply.not_these reply.not_others reply.other reply.other.many reply.older reply.older.many reply.other.by reply.older.by reply.third reply.not_later reply.not_other reply.lacking reply.retort reply.retort.other reply.reports reply.count reply.count.one reply.rest reply.aim reply.occasion.undated reply.occasion reply.occasion.day reply.aimed reply.aimed_full
	counter.unanswered caveat.differ withdrawn
	correct.speaker correct.accuser correct.figure correct.figure.of correct.nofigure correct.link correct.names correct.actor correct.unmentioned correct.words abstain.amount target.unnamed extreme.several.largest extreme.several.smallest extreme.thread.largest extreme.thread.smallest correct.connection correct.organ correct.date correct.dated correct.spoke correct.noaccuser ratio.of ratio.rate ratio.rest figures.separate words.not words.not.that words.unnamed counter.not
	abstain.subject abstain.off abstain.quote abstain.language abstain.name abstain.date abstain.arrest abstain.conviction abstain.more abstain.unnamed abstain.unquoted abstain.advice
	unanswered.lead unanswered.partly unanswered.none role.denial.own role.denial.other role.denial.context does do is are unanswered.reports unanswered.all_reply report.named spokesperson.lead spokesperson.name spokesperson.unnamed when.coarser happened told.evidence told.method told.purpose told.reason told.target told.place spokesperson.via
	total.parts total.unsaid total.named total.all
	extreme.largest.any extreme.largest.single extreme.largest.total
	extreme.smallest.any extreme.smallest.single extreme.smallest.total
	extreme.first extreme.last extreme.narrowed.largest extreme.narrowed.smallest extreme.next
	list.accusers list.accusers.unnamed list.accusers.more list.purposes list.methods list.quoted list.kind list.kind.groups list.by_kind by_kind.body by_kind.company by_kind.person by_kind.outlet by_kind.group list.shared list.shared.item list.beyond list.reports list.reports.on list.reports.year list.reports.none list.reports.dated list.reports.oldest list.reports.newest report.dated list.affairs timeline.lead timeline.order timeline.named timeline.one timeline.item mentions.it mentions.each mentions.each.item mentions.one mentions.many
	compare.larger compare.shares compare.period.longer compare.period.shorter compare.smaller order.reply order.reply.dated order.half order.reports order.reports.same order.list.after order.list.before order.list.since order.list.between order.list.in order.list.none.after order.list.none.before order.anchor order.undated event.figure correct.replied timeline.undated order.first order.articles order.unknown order.after_reply denial.none_older denial.none_newer order.none_after order.none_before order.before_reply order.item event.claim event.told event.denial
	elapsed elapsed.back one.years one.months one.days count.years count.months count.days ratio ratio.share elapsed.untold
	compare.lacking ranking.unlisted mentions.none.other mentions.one.other mentions.many.other mentions.in mentions.not_in mentions.all mentions.without mentions.no_accusation fact.untold part.untold lacks.retraction
	verdict verdict.open verdict.other verdict.admission verdict.lacking verdict.lacking.too source.part source.lead source.address source.address.stated source.link source.title source.published source.publisher remark.by_reports source.author source.no_author definition.is definition.named definition.outlet definition.role list.figures.shared list.figures.unshared list.also list.rest list.rest.uncounted
	clarify talk.greeting talk.thanks talk.help talk.about talk.insult
	suggest.about suggest.reply suggest.purpose suggest.method suggest.definition suggest.person suggest.mentions suggest.amount suggest.says
	command.denial command.denial.all command.timeline command.timeline.all command.sources command.sources.all command.about.all
	why.best why.premise why.reply why.noreply why.list why.total why.extreme why.timeline why.compare why.order why.elapsed
	why.ratio why.remark why.verdict why.source why.definition why.more why.clarify why.talk
	why.abstain.subject why.abstain.off why.abstain.quote why.abstain.language why.abstain.name why.abstain.date why.abstain.arrest why.abstain.conviction why.abstain.more why.abstain.advice
`)
