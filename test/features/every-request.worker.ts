import { askEverything } from '../support/every-request.ts';
import { logOfFiles, type Mutated, ROOT } from '../support/log-of-files.ts';
import { sessionOver } from '../support/session.ts';
import { serveTask } from '../support/watched-task.ts';

/** Sends all requests at every offset of the mutated file of each log. */
serveTask<readonly Mutated[], string>(async (logs, task) => {
	for (const [index, { files, path }] of logs.entries()) {
		task.note(index, -1, 0);
		const log = logOfFiles(files);
		const uri = `${ROOT}/${path}`;
		const text = log.document(uri)?.text;
		if (text === undefined) {
			// The mutation can remove the keys by which the dialect was detected.
			continue;
		}
		const offsets = Array.from({ length: text.length + 1 }, (_, offset) => offset);
		const session = sessionOver(log, files.now);
		const onRequest = (request: number, offset: number) => task.note(index, request, offset);
		for (const fault of await askEverything({ log, session, uri, offsets, onRequest })) {
			task.result(`${files.name}, ${path}: ${fault}\n${JSON.stringify(files.texts[path])}`);
		}
	}
});
