import { CONFIGURATION_FILES } from '../../core/document-kind.ts';
import { EMPTY_RANGE } from '../../core/range.ts';
import { childUri, nameOf, parentUri } from '../../core/uri/uri.ts';
import type { Rule } from '../rule.ts';
import { dedent } from '../support/dedent.ts';

export const secondConfiguration: Rule = {
	code: 'file/second-configuration',
	title: 'Second configuration file',
	rationale: dedent`
		A log has one configuration, \`incident-log.yaml\` or \`incident-log.yml\`. If both exist, the first one is used, and
		settings in the second one have no effect.
	`,
	level: 'warning',
	kinds: ['configuration'],
	valid: [
		{
			caption: 'One configuration, with the other ending',
			text: dedent`
				//- /incident-log.yml
				title: Infra Log
			`,
		},
	],
	invalid: [
		{
			caption: 'Two configurations',
			text: dedent`
				//- /incident-log.yaml
				title: Infra Log
				//- /incident-log.yml
				«»title: Infra Log
			`,
			message: 'Second configuration file `incident-log.yml`. Expected only `incident-log.yaml`.',
		},
	],
	*check({ document, log }) {
		const [used = '', ...others] = CONFIGURATION_FILES;
		const name = nameOf(document.uri);
		const folder = parentUri(document.uri);
		if (others.includes(name) && folder !== undefined && log.inFile(childUri(folder, used)) !== undefined) {
			const message = `Second configuration file \`${name}\`. Expected only \`${used}\`.`;
			yield { range: EMPTY_RANGE, message, data: { used } };
		}
	},
};
