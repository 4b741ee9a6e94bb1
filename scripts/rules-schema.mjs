/**
 * Returns the configuration schema with its list of rules. Each rule takes a level, its options, or a list of both. The
 * branch depends on the type, so that a wrong value gives one message.
 */
export function withRules(schema, rules) {
	const properties = Object.fromEntries(
		[...rules].sort((a, b) => (a.code < b.code ? -1 : 1)).map(rule => [rule.code, ruleSchema(rule)]),
	);
	return {
		...schema,
		properties: { ...schema.properties, rules: { ...schema.properties.rules, properties } },
	};
}

const LEVEL = { $ref: '#/$defs/level' };

function ruleSchema(rule) {
	const options = Object.entries(rule.options ?? {});
	return {
		title: rule.code,
		description: rule.alwaysOn ? `${rule.title}. Always on.` : `${rule.title}. Default level: \`${rule.level}\`.`,
		...(rule.alwaysOn
			? { type: 'string', enum: [rule.level] }
			: {
					examples: [rule.level === 'off' ? 'warning' : 'off'],
					...(options.length > 0 ? withOptions(Object.fromEntries(options)) : LEVEL),
				}),
	};
}

function withOptions(properties) {
	const options = { type: 'object', additionalProperties: false, properties };
	// biome-ignore-start lint/suspicious/noThenProperty: a keyword of JSON Schema
	return {
		type: ['string', 'array', 'object'],
		if: { type: 'array' },
		then: { prefixItems: [LEVEL, options], minItems: 1, maxItems: 2 },
		else: { if: { type: 'object' }, then: options, else: LEVEL },
	};
	// biome-ignore-end lint/suspicious/noThenProperty: a keyword of JSON Schema
}
