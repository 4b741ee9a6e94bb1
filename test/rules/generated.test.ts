import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import vm from 'node:vm';
import { describe, expect, test } from 'vitest';
import { validateIncident } from '../../src/generated/validators.js';
import { findRule } from '../../src/rules/find-rule.ts';
import { rules } from '../../src/rules/index.ts';

const root = path.join(import.meta.dirname, '..', '..');
const read = (name: string) => fs.readFileSync(path.join(root, name), 'utf8');

describe('generated files', () => {
	test('the rule pages and the rules in the configuration schema are up to date', () => {
		const { status, stderr } = spawnSync(process.execPath, ['scripts/generate.mjs', '--check'], {
			cwd: root,
			encoding: 'utf8',
		});
		expect(stderr).toBe('');
		expect(status).toBe(0);
	});

	test('the validators import nothing and compile no code', () => {
		const text = read('src/generated/validators.js');
		expect(text).not.toMatch(/\bnew Function\b|\beval\(|^\s*import\b|\bimport\(/m);
		// Runs without `require`, and without compilation of strings, as under a content security policy.
		const script = text.replace(/^export \{[^}]*\};?$/m, 'result = validateIncident({ title: 5 });');
		const context = vm.createContext({ result: undefined }, { codeGeneration: { strings: false, wasm: false } });
		vm.runInContext(script, context);
		expect(context['result']).toBe(false);
	});

	test('the validators ignore inherited properties', () => {
		const inherited: unknown = Object.create({ title: 'x', impact: 'minor', started_at: '2024-08-26T05:30:00Z' });
		expect(validateIncident(inherited)).toBe(false);
	});
});

describe('the list of rules', () => {
	test('codes are group/kebab-case and unique', () => {
		const codes = rules.map(({ code }) => code);
		expect(codes.filter(code => !/^[a-z]+\/[a-z0-9.]+(?:-[a-z0-9.]+)*$/.test(code))).toEqual([]);
		expect(new Set(codes).size).toBe(codes.length);
	});

	test('each rule is in the file with the path of its code', () => {
		const files = rules.map(({ code }) => `src/rules/${code}.ts`);
		expect(files.filter(file => !fs.existsSync(path.join(root, file)))).toEqual([]);
	});

	test('findRule finds each rule by its code', () => {
		for (const rule of rules) {
			expect(findRule(rule.code)).toBe(rule);
		}
		expect(findRule('time/never')).toBeUndefined();
		expect(findRule('constructor')).toBeUndefined();
	});
});
