/**
 * A strict reader of the markup that pages are written in: every `<` must begin a tag of the list with attributes of the
 * list, every tag must be closed in order, every `&` must be a known entity. What it cannot read is an offence.
 */
export function offencesOf(markup: string): readonly string[] {
	const offences: string[] = [];
	const open: string[] = [];
	let at = 0;
	for (const match of markup.matchAll(TAG)) {
		offences.push(...textOffences(markup.slice(at, match.index)));
		at = match.index + match[0].length;
		const [whole, closing, name = '', attributes = '', selfClosing] = match;
		if (!TAGS.has(name)) {
			offences.push(`tag ${whole.slice(0, 80)}`);
		} else if (closing === '/') {
			if (open.pop() !== name) {
				offences.push(`</${name}> closes nothing`);
			}
		} else if (selfClosing !== '/' && !VOID.has(name)) {
			open.push(name);
		}
		offences.push(...attributeOffences(name, attributes));
	}
	offences.push(...textOffences(markup.slice(at)));
	return open.length === 0 ? offences : [...offences, `not closed: ${open.join(', ')}`];
}

const TAG = /<(\/?)([a-z][a-z0-9A-Z]*)((?:\s+[a-zA-Z:-]+(?:="[^"<>]*")?)*)\s*(\/?)>/g;
const ATTRIBUTE = /([a-zA-Z:-]+)(?:="([^"]*)")?/g;
const VOID = new Set(['br', 'hr']);
const TAGS = new Set(
	`article header section aside figure figcaption button div p h1 h2 h3 h4 h5 h6 a span strong em s code pre ul ol li blockquote br hr bdi dl dt dd time
	details summary table thead tbody tr th td svg g path rect text tspan title desc`.split(/\s+/),
);
const ATTRIBUTES = new Set(
	`class id lang title href rel start role scope xmlns viewBox width height x y rx d dx fill fill-opacity font-size font-weight text-anchor
	direction focusable aria-hidden aria-label aria-labelledby aria-describedby data-uri data-offset data-action type dir datetime tabindex`.split(
		/\s+/,
	),
);

function attributeOffences(name: string, attributes: string): string[] {
	return [...attributes.matchAll(ATTRIBUTE)].flatMap(([whole, key = '', value = '']) => {
		const offences = textOffences(value);
		if (!ATTRIBUTES.has(key)) {
			offences.push(`attribute ${whole.slice(0, 80)} of ${name}`);
		}
		if (key === 'href' && !/^(?:https?:\/\/|mailto:|#|[^:]*$|\.{0,2}\/)/i.test(unescaped(value))) {
			offences.push(`address ${value.slice(0, 80)}`);
		}
		if (key === 'href' && name !== 'a') {
			offences.push(`href of ${name}`);
		}
		if (key === 'fill' && value !== 'none') {
			offences.push(`fill ${value.slice(0, 80)}`);
		}
		if (key === 'id' && !/^(?:il-(?:picture|phases)-[a-z-]+|entry-[\p{L}\p{N}_.-]+)$/u.test(value)) {
			offences.push(`id ${value.slice(0, 80)}`);
		}
		if (key === 'class' && !/^(?:il|language)-[a-z0-9+#-]+(?: il-[a-z0-9-]+)*$/.test(value)) {
			offences.push(`class ${value.slice(0, 80)}`);
		}
		return offences;
	});
}

function textOffences(text: string): string[] {
	const offences: string[] = [];
	if (/[<>]/.test(text)) {
		offences.push(`text ${text.slice(0, 120)}`);
	}
	if (/&(?!(?:amp|lt|gt|quot|#39);)/.test(text)) {
		offences.push(`entity in ${text.slice(0, 120)}`);
	}
	// biome-ignore lint/suspicious/noControlCharactersInRegex: none of these may be in a page.
	if (/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u202a-\u202e\u2066-\u2069]/.test(text)) {
		offences.push(`control character in ${JSON.stringify(text.slice(0, 120))}`);
	}
	return offences;
}

function unescaped(value: string): string {
	return value
		.replace(/&quot;/g, '"')
		.replace(/&#39;/g, "'")
		.replace(/&lt;/g, '<')
		.replace(/&gt;/g, '>')
		.replace(/&amp;/g, '&');
}
