import { expect, test } from 'vitest';
import { isTemplateText } from '../../src/core/record-template.ts';

test.each([
	['# [Incident Title]\n\n**Date:** YYYY-MM-DD\n'],
	['# ISSUE NAME\n\n| Start | HH:mm |\n'],
	['---\ntitle: {{ title }}\ndate: YYYY-MM-DD\n---\n'],
	['# Incident report template\n\nDate: <date of the incident>\n'],
])('recognises the template %j', text => {
	expect(isTemplateText(text)).toBe(true);
});

test.each([
	['# Disk full\n\n**Date:** 2026-02-03\n**End:** YYYY-MM-DD\n\n- HH:mm Alert\n'],
	['# Disk full\n\n**Date:** 3 February 2026\n\n[Describe the impact] at HH:mm\n'],
	['# Disk full\n\nThe parser expected YYYY-MM-DD.\n'],
	['# Disk full\n\n[Link](x.md) and [Incident 3](y.md)\n'],
	['title: Template rendering fails\nimpact: minor\n'],
])('recognises the record %j', text => {
	expect(isTemplateText(text)).toBe(false);
});
