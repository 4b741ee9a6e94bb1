import type { PageRequest } from '../bulletin/page-context.ts';
import type { OnDefect } from '../log/defect.ts';
import type { Log } from '../log/log.ts';

/** The inputs of a page for readers. `log` is that of `publicLog`. */
export function publishedRequest(log: Log, onDefect?: OnDefect): PageRequest {
	return {
		log: log.view,
		documentAt: uri => log.document(uri),
		referencesTo: definition => log.referencesTo(definition),
		audience: 'readers',
		...(onDefect && { onDefect }),
	};
}
