import { counted } from '../../core/counted.ts';
import { LEVELS } from '../../core/finding.ts';
import type { FormatContext } from '../formats/format.ts';
import { groupBy } from '../group-by.ts';
import { type CheckReport, hasTooManyWarnings, isFixable, type ReportedFinding } from '../report.ts';
import type { Paint } from '../style.ts';
import { styled, type Text } from '../styled-text.ts';

/** States why a run without errors fails. */
export function failureLines(report: CheckReport, style: Paint): Text[] {
	return hasTooManyWarnings(report)
		? [
				style.red(
					`Too many warnings: ${report.summary.warning}. Expected at most ${report.maxWarnings} (\`--max-warnings\`).`,
				),
			]
		: [];
}

/** The commands that a reader of findings needs next. */
export function nextSteps({ findings }: CheckReport, style: Paint, context: FormatContext): Text[] {
	const { paths, checkedVersion } = context;
	const code = mostImportantCode(findings);
	if (code === undefined) {
		return [];
	}
	// `fix` changes the files on the disk, so it does not apply to the findings of a commit or of standard input.
	const fixable = checkedVersion === 'stored' ? 0 : findings.filter(({ finding }) => isFixable(finding)).length;
	const command = (...words: readonly string[]) => style.bold(`\`${['incident-log', ...words].join(' ')}\``);
	const fix = command('fix', ...paths.map(quoted));
	const count = fixable === findings.length ? 'all' : String(fixable);
	return [
		'',
		...(fixable > 0
			? [styled`${fix}${staging(style, context)} fixes ${count} of them${unstagedChanges(context)}.`]
			: []),
		styled`${command('explain', code)} describes a rule.`,
	];
}

/** The command that stages fixes. A file with unstaged changes must not be staged as a whole. */
function staging(style: Paint, { checkedVersion, partlyStaged }: FormatContext): Text {
	const command = partlyStaged.length > 0 ? '`git add --patch`' : '`git add`';
	return checkedVersion === 'index' ? styled`, then ${style.bold(command)},` : '';
}

function unstagedChanges({ partlyStaged, toPath }: FormatContext): string {
	const [first, ...others] = partlyStaged;
	if (first === undefined) {
		return '';
	}
	return others.length === 0
		? `: ${toPath(first)} has unstaged changes`
		: `: ${counted(partlyStaged.length, 'file')} have unstaged changes`;
}

/** The rule with the most findings of the worst level. */
function mostImportantCode(findings: readonly ReportedFinding[]): string | undefined {
	const worst = LEVELS.find(level => findings.some(({ finding }) => finding.level === level));
	const found = findings.filter(({ finding }) => finding.level === worst);
	const [most] = [...groupBy(found, ({ finding }) => finding.code)].sort(
		([, one], [, other]) => other.length - one.length,
	);
	return most?.[0];
}

/** A word of a command for POSIX shells and PowerShell. */
function quoted(word: string): string {
	return /^[\w@%+=:,./-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`;
}
