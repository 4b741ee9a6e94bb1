import { repository } from '../../package.json';

/** The address of the repository, without the `.git` of the address that Git uses. */
export const REPOSITORY_URL = repository.url.replace(/\.git$/, '');

/** The address of the page of a rule. `HEAD` is the default branch: codes of rules never change, so that old links stay valid. */
export function ruleUrl(code: string): string {
	return `${REPOSITORY_URL}/blob/HEAD/docs/rules/${code}.md`;
}
