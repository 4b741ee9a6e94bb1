import fs from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import manifest from '../../package.json' with { type: 'json' };
import { COMMANDS } from '../../src/client/commands.ts';
import { projectRoot } from '../support/process.ts';

const { commands, walkthroughs, menus, views } = manifest.contributes;
const own = COMMANDS.map(name => `incidentLog.${name}`);

test('each command has a title, and each title a command', () => {
	expect(commands.map(({ command }) => command).toSorted()).toEqual(own.toSorted());
});

test('menus run commands of the extension', () => {
	const run = Object.values(menus).flatMap(items => items.map(({ command }) => command));
	expect(run.filter(command => !own.includes(command))).toEqual([]);
});

test('each picture of the walkthrough exists and is described', () => {
	const steps = walkthroughs.flatMap(({ steps }) => steps);
	const pictures = steps.flatMap(({ media }) => Object.values(media.image));
	expect(pictures.filter(picture => !fs.existsSync(path.join(projectRoot, picture)))).toEqual([]);
	expect(steps.every(({ media }) => media.altText.length > 20)).toBe(true);
});

test('each link of the walkthrough and of empty views runs an existing command', () => {
	const texts = [...walkthroughs.flatMap(({ steps }) => steps), ...manifest.contributes.viewsWelcome];
	const links = texts.flatMap(text => [...JSON.stringify(text).matchAll(/\(command:([^)]+)\)/g)].map(([, id]) => id));
	const known = [...own, ...views.incidentLog.map(({ id }) => `${id}.focus`), 'workbench.actions.view.problems'];
	expect(links.filter(link => !known.includes(link ?? ''))).toEqual([]);
	expect(links.length).toBeGreaterThan(4);
});
