/** The kind of document that the noun of a mention refers to. */
export type MentionedKind = 'incident' | 'postmortem' | 'bulletin';

/** "the August 15 issue". Without plurals, which can refer to several. */
export const MENTION_NOUNS: ReadonlyMap<string, MentionedKind> = new Map<string, MentionedKind>([
	['incident', 'incident'],
	['incident report', 'incident'],
	['issue', 'incident'],
	['outage', 'incident'],
	['disruption', 'incident'],
	['interruption', 'incident'],
	['degradation', 'incident'],
	['slowdown', 'incident'],
	['brownout', 'incident'],
	['blackout', 'incident'],
	['downtime', 'incident'],
	['failure', 'incident'],
	['problem', 'incident'],
	['regression', 'incident'],
	['crash', 'incident'],
	['maintenance', 'incident'],
	['postmortem', 'postmortem'],
	['post-mortem', 'postmortem'],
	['post mortem', 'postmortem'],
	['retrospective', 'postmortem'],
	['rca', 'postmortem'],
	['bulletin', 'bulletin'],
	['infra log', 'bulletin'],
	['infra-log', 'bulletin'],
]);

/** Words after the noun that change its meaning: "the August 15 issue tracker". */
export const NOT_AFTER_NOUN: ReadonlySet<string> = new Set(
	(
		'tracker trackers tracking number numbers template templates queue board label labels management manager rate rates ' +
		'mode modes call calls channel channels bridge room review reviews meeting meetings commander responder responders ' +
		'response process processes command lead drill drills exercise exercises training ticket tickets doc docs document ' +
		'documents page pages history count counts window windows class classes type types analysis runbook playbook'
	).split(' '),
);

/** Publications with issues: "the August 15 issue of the newsletter". */
export const PERIODICALS: ReadonlySet<string> = new Set(
	'newsletter magazine journal paper newspaper log bulletin digest zine'.split(' '),
);

/** Words at the start of a noun phrase in the singular. */
export const DETERMINERS: ReadonlySet<string> = new Set('the our this that their its your my his her'.split(' '));

/** Words before the date that make it an adverb of time: "on August 15 issue tracking went down". */
export const TIME_PREPOSITIONS: ReadonlySet<string> = new Set(
	'on since by until till before after from between in around during through throughout late early mid and or to for'.split(
		' ',
	),
);

/** Words that end a noun phrase: "the August 15 rollout caused an incident". */
export const PHRASE_ENDS: ReadonlySet<string> = new Set(
	(
		'a an the i we you he she it they who which that this these those there our their its my your no not ' +
		'and or but nor so if as than then when while where because though although ' +
		'of in on at by to for from with without into onto over under about after before since until during through via ' +
		'was were is are be been being am has have had having do does did will would can could may might must shall should ' +
		'caused causes cause triggered triggers led made makes broke broken fixed resolved created introduced exposed ' +
		'deployed shipped merged found saw said noticed reported had one two'
	).split(' '),
);
