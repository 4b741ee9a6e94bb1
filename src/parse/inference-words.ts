import type { InferredImpact } from '../core/incident.ts';

/** "about 2 hours": what may stand between a cue and the duration itself. */
const ROUGHLY = String.raw`(?:(?:approximately|approx\.?|about|around|roughly|circa|nearly|almost|some|just|only|over|under|more than|less than|at least|up to|at most|another|the|a|an|an additional|a total of|a period of|~)\s*)*`;

/** What stands right before a duration that is no duration of the incident. */
export const NO_DURATION_BEFORE = new RegExp(
	String.raw`(?:\b(?:every|each|per|last|past|next|previous|following|first|timeout of|older than|younger than|retention of|ttl of|interval of|window of|limit of|(?:monitor|watch|observ|retain|stor|cach|keep|kept|wait|work|plan|schedul)\w*(?:\s[\p{L}\d]+){0,4}\sfor|(?:will|would|should|might|may|can|could|expected to|scheduled to|planned to)\s(?:take|last))\s*)${ROUGHLY}$`,
	'iu',
);

/** What stands right after one. "2 hours later" says when, not how long. */
export const NO_DURATION_AFTER =
	/^[\s-]*(?:ago|old|earlier|later|before|prior|beforehand|in advance|from now|timeouts?|time-?outs?|ttls?|intervals?|windows?|retention|periods?|caches?|limits?|delays?|grace|leases?|sla|notice|apart|each|per|a\s(?:day|week|month)|of\s(?:logs|data|metrics|history|traffic))\b/i;

/** What says, before a duration, that it is the incident's. */
export const DURATION_CUE_BEFORE = new RegExp(
	String.raw`(?:\b(?:lasted|lasts|lasting|took|takes|taking|for|during|after|within|in|until|over the course of|over|throughout|spanned|spanning|totall?ing|totall?ed|duration(?:\s(?:of|was))?:?|time to (?:repair|resolve|resolution|recover\w*):?)\s*)${ROUGHLY}$`,
	'iu',
);

/** The same, after it. */
export const DURATION_CUE_AFTER =
	/^[\s-]*(?:(?:long\s)?(?:[\p{L}-]+\s){0,2}(?:outage|incident|disruption|interruption|degradation|slowdown|downtime|blip)\b|(?:this|that|the|our|it)\s[\p{L}\s-]{0,40}\b(?:took|lasted)\b|of\s(?:[\p{L}-]+\s){0,2}(?:downtime|outage|disruption|unavailability|degradation|impact|errors?|failures?)\b|to\s(?:fix|resolve|recover|restore|mitigate|repair|roll\sback|find)\b)/iu;

/** Words of a sentence about an incident at all: in such a one a duration without a cue may count. */
export const ABOUT_INCIDENT =
	/\b(?:outages?|incidents?|down|downtime|unavailab\w+|unreachable|fail\w*|recover\w*|resolv\w+|restor\w+|disrupt\w+|degrad\w+|errors?)\b/i;

export interface ImpactPhrase {
	readonly impact: InferredImpact;
	readonly pattern: RegExp;
}

const PEOPLE = '(?:customers?|users?|clients?|tenants?|visitors?|subscribers?)';
const HIT = '(?:impact(?:ed)?|affect(?:ed)?|disrupt(?:ed)?)';

/** Sentences that speak of customer impact itself. The first that fits a sentence is what it says. */
export const EXPLICIT_IMPACT: readonly ImpactPhrase[] = [
	phrase(
		'none',
		String.raw`\b(?:no|zero|without(?:\s(?:any|a))?|not?\s(?:any|a))\s(?:[\p{L}-]+\s){0,2}?${PEOPLE}(?:[- ](?:facing|visible))?\s(?:impact|effect|downtime)\b`,
	),
	phrase(
		'none',
		String.raw`\b(?:no|zero|without(?:\sany)?|not\s(?:have\s)?any)\s(?:[\p{L}-]+\s)?(?:impact|effect)\s(?:on|to|for)\s(?:[\p{L}-]+\s){0,2}?${PEOPLE}\b`,
	),
	phrase(
		'none',
		String.raw`\b(?:no\s(?:[\p{L}-]+\s)?${PEOPLE}\s(?:was|were)\s${HIT}|${PEOPLE}\s(?:was|were)\s(?:not|never)\s${HIT}|(?:did|does)\s(?:not|n['’]t)\s${HIT}\s(?:any\s|our\s)?${PEOPLE}|${PEOPLE}\s(?:was|were)\sunaffected)\b`,
	),
	phrase(
		'low',
		String.raw`\b(?:minimal|limited|minor|little|low|negligible|small|slight|some)\s(?:[\p{L}-]+\s)?(?:${PEOPLE}\s(?:impact|effect)|(?:impact|effect)\s(?:on|to|for)\s(?:[\p{L}-]+\s)?${PEOPLE})\b`,
	),
	phrase('total', String.raw`\b(?:total|complete|full)\s${PEOPLE}\simpact\b`),
	phrase(
		'high',
		String.raw`\b(?:significant|major|severe|high|substantial|widespread|serious|considerable)\s(?:[\p{L}-]+\s)?(?:${PEOPLE}\s(?:impact|effect)|(?:impact|effect)\s(?:on|to|for)\s(?:[\p{L}-]+\s)?${PEOPLE})\b`,
	),
];

/** A denial that leaves something out denies that alone: "no customer impact outside Rio". */
export const QUALIFIED =
	/^\s*(?:outside|beyond|besides|except|other\sthan|apart\sfrom|aside\sfrom|elsewhere|in\sother)\b/i;

/** Weaker words. Within a sentence the first that fits is what it says; of several sentences the worst. */
export const WEAK_IMPACT: readonly ImpactPhrase[] = [
	phrase(
		'low',
		String.raw`\b(?:(?:a\s)?(?:very\s)?(?:small|limited|low|tiny)\s(?:number|subset|fraction|percentage|handful|group)\sof|(?:a\s)?(?:few|handful\sof)\s(?:[\p{L}-]+\s){0,2}?(?:${PEOPLE}|hosts?|machines?|deploy\w*|requests?|builds?|apps?)|some\s(?:of\sour\s)?${PEOPLE}|sporadic\w*|intermittent\w*|minimal\simpact|limited\simpact|minor\s(?:impact|disruption|degradation|outage))\b`,
	),
	phrase(
		'total',
		String.raw`\b(?:(?<!\bnot\s)(?:all|every)\s(?:of\s)?(?:our\s|the\s)?${PEOPLE}|(?:complete|total|full|global|platform-wide)\s(?:[\p{L}-]+\s)?outage|(?:entire|whole)\s(?:platform|fleet|site|service|network))\b`,
	),
	phrase(
		'high',
		String.raw`\b(?:(?:significant|major|severe|widespread|substantial|serious)\s(?:[\p{L}-]+\s){0,2}?(?:outages?|disruptions?|impact|degradation|incident|downtime|failures?|errors?|interruptions?|slowdown)|(?:most|many)\s(?:of\sour\s)?${PEOPLE}|(?:the\s)?majority\sof\s(?:our\s)?${PEOPLE}|outage\sfor)\b`,
	),
];

/** "All customers" and "the entire fleet" are hit only where something happens to them … */
export const SUFFERED =
	/\b(?:affect\w*|impact\w*|fail\w*|down|unavailab\w+|unreachable|unable|lost|errors?|outages?|could\s?n[o'’]t|could\snot|degrad\w+|disrupt\w+|saw|experienc\w+|broke\w*|offline)\b/i;

/** … and not where it is over, or where they were told of it. */
export const RELIEVED =
	/\b(?:restored|recovered|resolved|notified|emailed|informed|unaffected|not\saffected|back\s(?:up|to|online)|migrated|rolled\sout)\b/i;

function phrase(impact: InferredImpact, source: string): ImpactPhrase {
	return { impact, pattern: new RegExp(source, 'iu') };
}
