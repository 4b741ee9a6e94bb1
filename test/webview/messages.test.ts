import { describe, expect, test } from 'vitest';
import { readFromPage, readPageState } from '../../src/webview/messages.ts';

describe('messages of the page', () => {
	test.each([
		[{ type: 'ready', more: 1 }, { type: 'ready' }],
		[
			{ type: 'reveal', source: 'a.md', offset: 3 },
			{ type: 'reveal', source: 'a.md', offset: 3 },
		],
		[
			{ type: 'scrolled', source: 'a.md', offset: 0 },
			{ type: 'scrolled', source: 'a.md', offset: 0 },
		],
		[
			{ type: 'link', href: 'https://example.com' },
			{ type: 'link', href: 'https://example.com' },
		],
		[{ type: 'reveal', source: 'a.md', offset: '3' }, undefined],
		[{ type: 'link', href: {} }, undefined],
		[
			{ type: 'command', command: 'next-week' },
			{ type: 'command', command: 'next-week' },
		],
		[{ type: 'command', command: 'quit' }, undefined],
		['ready', undefined],
		[null, undefined],
	])('%j', (message, expected) => expect(readFromPage(message)).toEqual(expected));
});

describe('the stored state of a page', () => {
	const state = { uri: 'file:///log/a.md', key: 'file:///log 2024-08-31', scrollY: 12 };
	test.each([
		[state, state],
		[{ ...state, scrollY: '12' }, undefined],
		[{ uri: state.uri }, undefined],
		[undefined, undefined],
	])('%j', (kept, expected) => expect(readPageState(kept)).toEqual(expected));
});
