import type { InferredImpact } from '../../core/incident.ts';

/** Words allowed between a cue and the duration: "about 2 hours". */
const ROUGHLY = String.raw`(?:(?:approximately|approx\.?|about|around|roughly|circa|nearly|almost|some|just|only|over|under|more than|less than|at least|up to|at most|another|the|a|an|an additional|a total of|a period of|~)\s*)*`;

/** Words directly before a duration that is not that of the incident. */
export const NO_DURATION_BEFORE = new RegExp(
	String.raw`(?:\b(?:every|each|per|last|past|next|previous|following|first|timeout of|older than|younger than|retention of|ttl of|interval of|window of|limit of|(?:monitor|watch|observ|retain|stor|cach|keep|kept|wait|work|plan|schedul)\w*(?:\s[\w\d]+){0,4}\sfor|(?:will|would|should|might|may|can|could|expected to|scheduled to|planned to)\s(?:take|last))\s*)${ROUGHLY}$`,
	'i',
);

/** Words directly after a duration that is not that of the incident: "2 hours later" is a time. */
export const NO_DURATION_AFTER =
	/^[\s-]*(?:ago|old|earlier|later|before|prior|beforehand|in advance|from now|timeouts?|time-?outs?|ttls?|intervals?|windows?|retention|periods?|caches?|limits?|delays?|grace|leases?|sla|notice|apart|each|per|a\s(?:day|week|month)|of\s(?:logs|data|metrics|history|traffic))\b/i;

const THE_INCIDENT = '(?:outage|incident|disruption|interruption|degradation|slowdown|downtime|blip|unavailability)';

/** Words before a duration that is certainly that of the incident. */
export const SURE_CUE_BEFORE = new RegExp(
	String.raw`(?:\b(?:lasted|lasts|lasting|(?:down|out|unavailable|unreachable|offline|degraded)\sfor|${THE_INCIDENT}\s(?:was|were|of|for)|duration(?:\s(?:of|was))?:?|time to (?:repair|resolve|resolution|recover\w*):?)\s*)${ROUGHLY}$`,
	'i',
);

/** Words after a duration that is certainly that of the incident. */
export const SURE_CUE_AFTER = new RegExp(
	String.raw`^[\s-]*(?:(?:long\s)?(?:\w[\w-]*\s){0,2}${THE_INCIDENT}\b|of\s(?:\w[\w-]*\s){0,2}(?:${THE_INCIDENT}|impact|errors?|failures?)\b)`,
	'i',
);

/** Words before a duration that is likely that of the incident. */
export const DURATION_CUE_BEFORE = new RegExp(
	String.raw`(?:\b(?:took|takes|taking|for|during|after|within|in|until|over the course of|over|throughout|spanned|spanning|totall?ing|totall?ed)\s*)${ROUGHLY}$`,
	'i',
);

/** Words after a duration that is likely that of the incident. */
export const DURATION_CUE_AFTER =
	/^[\s-]*(?:(?:this|that|the|our|it)\s[\w\s-]{0,40}\b(?:took|lasted)\b|to\s(?:fix|resolve|recover|restore|mitigate|repair|roll\sback|find)\b)/i;

/** Words of a sentence about an incident, in which a duration without a cue is possibly that of the incident. */
export const ABOUT_INCIDENT =
	/\b(?:outages?|incidents?|down|downtime|unavailab\w+|unreachable|fail\w*|recover\w*|resolv\w+|restor\w+|disrupt\w+|degrad\w+|errors?)\b/i;

export interface ImpactPhrase {
	readonly impact: InferredImpact;
	readonly pattern: RegExp;
}

const PEOPLE = '(?:customers?|users?|clients?|tenants?|visitors?|subscribers?)';
/** Tested first: `EXPLICIT_IMPACT` matches only sentences with one of these words. */
export const OF_PEOPLE = new RegExp(PEOPLE, 'i');
const HIT = '(?:impact(?:ed)?|affect(?:ed)?|disrupt(?:ed)?)';

const EFFECT = '(?:impact|effect)';
const LITTLE = '(?:minimal|limited|minor|little|low|negligible|small|slight)';
const MUCH = '(?:significant|major|severe|high|substantial|widespread|serious|considerable)';

/** Explicit statements of customer impact. The first match in a sentence is used. */
export const EXPLICIT_IMPACT: readonly ImpactPhrase[] = [
	phrase(
		'low',
		String.raw`\b(?:most|many|other)\s(?:of\s(?:our|the)\s)?${PEOPLE}\s(?:were|was)\s(?:unaffected|not\s${HIT})\b`,
	),
	phrase(
		'none',
		String.raw`\b(?:no|zero|without(?:\s(?:any|a))?|not?\s(?:[\w]+\s){0,3}?any)\s(?:[\w-]+\s){0,2}?${PEOPLE}(?:[- ](?:facing|visible))?\s(?:${EFFECT}|downtime)\b`,
	),
	phrase(
		'none',
		String.raw`\b(?:no|zero|without(?:\sany)?|not\s(?:have\s)?any)\s(?:[\w-]+\s)?${EFFECT}\s(?:on|to|for)\s(?:[\w-]+\s){0,2}?${PEOPLE}\b`,
	),
	phrase(
		'none',
		String.raw`\b(?:no\s(?:[\w-]+\s)?${PEOPLE}\s(?:was|were)\s${HIT}|${PEOPLE}\s(?:was|were)\s(?:not|never)\s${HIT}|(?:did|does)\s?(?:not|n['’]t)\s${HIT}\s(?:any\s|our\s)?${PEOPLE}|${PEOPLE}\s(?:was|were)\sunaffected)\b`,
	),
	phrase('none', String.raw`\b${PEOPLE}\s${EFFECT}(?:\s(?:was|is)|:)\s(?:none|nil|zero)\b`),
	phrase(
		'low',
		String.raw`\b(?:(?:${LITTLE}|some)\s(?:[\w-]+\s)?(?:${PEOPLE}\s${EFFECT}|${EFFECT}\s(?:on|to|for)\s(?:[\w-]+\s)?${PEOPLE})|${PEOPLE}\s${EFFECT}(?:\s(?:was|is)|:)\s(?:very\s|quite\s)?${LITTLE})\b`,
	),
	phrase('total', String.raw`\b(?:total|complete|full)\s${PEOPLE}\s${EFFECT}\b`),
	phrase(
		'high',
		String.raw`\b(?:${MUCH}\s(?:[\w-]+\s)?(?:${PEOPLE}\s${EFFECT}|${EFFECT}\s(?:on|to|for)\s(?:[\w-]+\s)?${PEOPLE})|${PEOPLE}\s${EFFECT}(?:\s(?:was|is)|:)\s(?:very\s|quite\s)?${MUCH})\b`,
	),
];

/** After a denial: it is limited to a part, "no customer impact outside Rio". */
export const QUALIFIED =
	/^\s*(?:outside|beyond|besides|except|other\sthan|apart\sfrom|aside\sfrom|elsewhere|in\sother)\b/i;

/** In a denial: "no further customer impact" does not deny past impact. */
export const NO_MORE = /\b(?:further|additional|more|other|ongoing|new)\b/i;

/** Less explicit words. The first match in a sentence is used, and the worst of several sentences. */
export const WEAK_IMPACT: readonly ImpactPhrase[] = [
	phrase(
		'low',
		String.raw`\b(?:(?:a\s)?(?:very\s)?(?:small|limited|low|tiny)\s(?:number|subset|fraction|percentage|handful|group)\sof|(?:a\s)?(?:few|handful\sof)\s(?:[\w-]+\s){0,2}?(?:${PEOPLE}|hosts?|machines?|deploy\w*|requests?|builds?|apps?)|some\s(?:of\sour\s)?${PEOPLE}|sporadic\w*|intermittent\w*|minimal\simpact|limited\simpact|minor\s(?:impact|disruption|degradation|outage))\b`,
	),
	phrase(
		'total',
		String.raw`\b(?:(?<!\bnot\s)(?:all|every)\s(?:of\s)?(?:our\s|the\s)?${PEOPLE}|(?:complete|total|full|global|platform-wide)\s(?:[\w-]+\s)?outage|(?:entire|whole)\s(?:platform|fleet|site|service|network))\b`,
	),
	phrase(
		'high',
		String.raw`\b(?:(?:significant|major|severe|widespread|substantial|serious)\s(?:[\w-]+\s){0,2}?(?:outages?|disruptions?|impact|degradation|incident|downtime|failures?|errors?|interruptions?|slowdown)|(?:most|many)\s(?:of\sour\s)?${PEOPLE}|(?:the\s)?majority\sof\s(?:our\s)?${PEOPLE}|outage\sfor)\b`,
	),
];

/** Tested first: every match of `WEAK_IMPACT` contains one of these words. */
export const MAY_BE_WEAK_IMPACT = new RegExp(
	`${PEOPLE}|small|limited|low|tiny|few|handful|sporadic|intermittent|min(?:imal|or)|outage|entire|whole|significant|major|severe|widespread|substantial|serious|most|many`,
	'i',
);

/** Words required for impact on "all customers" or "the entire fleet". */
export const SUFFERED =
	/\b(?:affect\w*|impact\w*|fail\w*|down|unavailab\w+|unreachable|unable|lost|errors?|outages?|could\s?n[o'’]t|could\snot|degrad\w+|disrupt\w+|saw|experienc\w+|broke\w*|offline)\b/i;

/** Words that exclude impact on "all customers": the incident is over, or they were only informed. */
export const RELIEVED =
	/\b(?:restored|recovered|resolved|notified|emailed|informed|unaffected|not\saffected|back\s(?:up|to|online)|migrated|rolled\sout)\b/i;

function phrase(impact: InferredImpact, source: string): ImpactPhrase {
	return { impact, pattern: new RegExp(source, 'i') };
}
