import { describe, expect, test } from 'vitest';
import { attributes, escapeText, html, trusted } from '../../src/bulletin/html.ts';

describe('templates', () => {
	test.each([
		['text is escaped', html`<p>${'<b> & "c"'}</p>`, '<p>&lt;b&gt; &amp; &quot;c&quot;</p>'],
		['an attribute cannot be left', html`<p title="${'" onclick="x'}">`, '<p title="&quot; onclick=&quot;x">'],
		['markup stays', html`<p>${html`<b>${'<'}</b>`}</p>`, '<p><b>&lt;</b></p>'],
		['lists are joined', html`${['a', html`<br>`, '<']}`, 'a<br>&lt;'],
		['nothing is nothing', html`<p>${undefined}${false}${0}</p>`, '<p>0</p>'],
		['trusted markup stays', html`${trusted('<hr>')}`, '<hr>'],
		[
			'attributes',
			html`<a${attributes({ href: '#a"b', title: undefined, hidden: true })}>`,
			'<a href="#a&quot;b" hidden>',
		],
	])('%s', (_, markup, expected) => {
		expect(markup.toString()).toBe(expected);
	});

	test('control characters and directional overrides are removed', () => {
		expect(escapeText('a\u0000b\u202ec\u2066d\u0085e\tf\ng')).toBe('abcde\tf\ng');
	});
});
