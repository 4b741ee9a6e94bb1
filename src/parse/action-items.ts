import type { ActionItem } from '../core/incident.ts';
import type { Fields } from './fields.ts';

/** The `action_items:` of an incident record or a postmortem. */
export function readActionItems(fields: Fields): ActionItem[] {
	return fields.items(['action_items']).flatMap(item => {
		const node = fields.data?.at(item);
		if (!node) {
			return [];
		}
		return {
			title: fields.text([...item, 'title']) ?? fields.text(item),
			owner: fields.text([...item, 'owner']),
			due: fields.time([...item, 'due']),
			status: fields.text([...item, 'status']),
			range: node.range,
		};
	});
}
