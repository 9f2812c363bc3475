package discord

// words are the names and descriptions of commands (with a slash) and options.
// Names of slash commands and options are lower case without spaces; answers are
// in English whatever the language of the names, and descriptions say so.
var words = map[string]translation{
	"/ask": {
		"en-GB": {"ask", "Ask what the reports say: who alleges what, and what the accused replies"},
		"de":    {"fragen", "Frag, was die Berichte sagen: wer was behauptet und was erwidert wird (Antwort auf Englisch)"},
		"fr":    {"demander", "Demander ce que disent les articles : qui accuse, et la réponse de l’accusé (en anglais)"},
		"es-ES": {"preguntar", "Pregunta qué dicen los informes: quién acusa y qué responde el acusado (en inglés)"},
		"ja":    {"質問", "報道の内容を質問します：誰が何を主張し、相手はどう答えたか（回答は英語）"},
		"ko":    {"질문", "보도 내용을 묻습니다: 누가 무엇을 주장하고 상대는 어떻게 답했는지 (답변은 영어)"},
	},
	"/denial": {
		"en-GB": {"denial", "What the accused replies"},
		"de":    {"dementi", "Was der Beschuldigte erwidert (Antwort auf Englisch)"},
		"fr":    {"démenti", "Ce que répond l’accusé (en anglais)"},
		"es-ES": {"desmentido", "Qué responde el acusado (en inglés)"},
		"ja":    {"反論", "名指しされた側の反論（回答は英語）"},
		"ko":    {"반박", "지목된 쪽의 반박 (답변은 영어)"},
	},
	"/timeline": {
		"en-GB": {"timeline", "What was reported, in order of date"},
		"de":    {"zeitleiste", "Was berichtet wurde, nach Datum (Antwort auf Englisch)"},
		"fr":    {"chronologie", "Ce qui a été rapporté, par date (en anglais)"},
		"es-ES": {"cronología", "Lo que se informó, por fecha (en inglés)"},
		"ja":    {"年表", "報じられた内容を日付順に（回答は英語）"},
		"ko":    {"연표", "보도된 내용을 날짜순으로 (답변은 영어)"},
	},
	"/sources": {
		"en-GB": {"sources", "Which reports mention something"},
		"de":    {"quellen", "Welche Berichte etwas erwähnen (Antwort auf Englisch)"},
		"fr":    {"sources", "Quels articles mentionnent un sujet (en anglais)"},
		"es-ES": {"fuentes", "Qué informes mencionan un tema (en inglés)"},
		"ja":    {"出典", "どの報道が取り上げているか（回答は英語）"},
		"ko":    {"출처", "어떤 보도가 다루는지 (답변은 영어)"},
	},
	"/reports": {
		"en-GB": {"reports", "List the reports that answers rest on"},
		"de":    {"berichte", "Die Berichte, auf denen Antworten beruhen"},
		"fr":    {"articles", "Les articles sur lesquels reposent les réponses"},
		"es-ES": {"informes", "Los informes en que se basan las respuestas"},
		"ja":    {"報道一覧", "回答の根拠となる報道の一覧"},
		"ko":    {"보도목록", "답변의 근거가 되는 보도 목록"},
	},
	"/about": {
		"en-GB": {"about", "What this bot does and what it never does"},
		"de":    {"info", "Was dieser Bot tut und was er nie tut (Antwort auf Englisch)"},
		"fr":    {"infos", "Ce que fait ce bot et ce qu’il ne fait jamais (en anglais)"},
		"es-ES": {"información", "Qué hace este bot y qué no hace nunca (en inglés)"},
		"ja":    {"このボットについて", "このボットがすること、しないこと（回答は英語）"},
		"ko":    {"소개", "이 봇이 하는 일과 하지 않는 일 (답변은 영어)"},
	},
	"message": {
		"en-GB": {name: commandMessage},
		"de":    {name: "Was sagen die Berichte?"},
		"fr":    {name: "Que disent les articles ?"},
		"es-ES": {name: "¿Qué dicen los informes?"},
		"ja":    {name: "報道では何と言っている？"},
		"ko":    {name: "보도에서는 뭐라고 하나요?"},
	},
	optionQuestion: {
		"en-GB": {"question", "Your question, in English; suggestions are questions that the reports answer"},
		"de":    {"frage", "Deine Frage, auf Englisch; vorgeschlagen wird, was die Berichte beantworten"},
		"fr":    {"question", "Votre question, en anglais ; les suggestions ont une réponse dans les articles"},
		"es-ES": {"pregunta", "Tu pregunta, en inglés; las sugerencias tienen respuesta en los informes"},
		"ja":    {"質問文", "英語の質問。候補は報道が答えられる質問です"},
		"ko":    {"질문내용", "영어로 된 질문. 추천은 보도로 답할 수 있는 질문입니다"},
	},
	optionAbout: {
		"en-GB": {"about", "A name, an incident or a body; leave it out for everything"},
		"de":    {"thema", "Ein Name, ein Vorfall oder eine Stelle; leer lassen für alles"},
		"fr":    {"sujet", "Un nom, un incident ou un organisme ; vide pour tout"},
		"es-ES": {"tema", "Un nombre, un incidente o un organismo; vacío para todo"},
		"ja":    {"対象", "名前、事件、機関など。空欄ならすべて"},
		"ko":    {"대상", "이름, 사건 또는 기관. 비워 두면 전체"},
	},
	optionPrivate: {
		"en-GB": {"private", "Show the answer to you alone"},
		"de":    {"privat", "Die Antwort nur dir zeigen"},
		"fr":    {"privé", "Ne montrer la réponse qu’à vous"},
		"es-ES": {"privado", "Mostrar la respuesta solo a ti"},
		"ja":    {"非公開", "回答を自分だけに表示"},
		"ko":    {"비공개", "답변을 나에게만 표시"},
	},
}
