import { bulletinDate } from './bulletin/date.ts';
import { duplicateEntry } from './bulletin/duplicate-entry.ts';
import { entryDiffers } from './bulletin/entry-differs.ts';
import { entryOrder } from './bulletin/entry-order.ts';
import { incidentMissing } from './bulletin/incident-missing.ts';
import { outsideWeek } from './bulletin/outside-week.ts';
import { previousMissing } from './bulletin/previous-missing.ts';
import { notUnderstood } from './coverage/not-understood.ts';
import { wrongDialect } from './coverage/wrong-dialect.ts';
import { linkNotFollowed } from './file/link-not-followed.ts';
import { searchLimit } from './file/search-limit.ts';
import { secondConfiguration } from './file/second-configuration.ts';
import { unreadable } from './file/unreadable.ts';
import { componentCase } from './impact/component-case.ts';
import { impactContradiction } from './impact/contradiction.ts';
import { missing } from './impact/missing.ts';
import { postmortemMissing } from './impact/postmortem-missing.ts';
import { statusInImpact } from './impact/status-in-impact.ts';
import { unknownComponent } from './impact/unknown-component.ts';
import { unknownLevel } from './impact/unknown-level.ts';
import { internalError } from './internal/error.ts';
import { actionItemDue } from './postmortem/action-item-due.ts';
import { actionItemOverdue } from './postmortem/action-item-overdue.ts';
import { actionItemOwner } from './postmortem/action-item-owner.ts';
import { blame } from './postmortem/blame.ts';
import { draftOverdue } from './postmortem/draft-overdue.ts';
import { placeholder } from './postmortem/placeholder.ts';
import { sectionEmpty } from './postmortem/section-empty.ts';
import { sectionMissing } from './postmortem/section-missing.ts';
import { mailAddress } from './publish/mail-address.ts';
import { privateHost } from './publish/private-host.ts';
import { secret } from './publish/secret.ts';
import { unclosedInternal } from './publish/unclosed-internal.ts';
import { ambiguous } from './reference/ambiguous.ts';
import { referenceContradiction } from './reference/contradiction.ts';
import { cycle } from './reference/cycle.ts';
import { duplicateId } from './reference/duplicate-id.ts';
import { notEarlier } from './reference/not-earlier.ts';
import { oneSided } from './reference/one-sided.ts';
import { self } from './reference/self.ts';
import { unlinked } from './reference/unlinked.ts';
import { unresolved } from './reference/unresolved.ts';
import { vague } from './reference/vague.ts';
import type { Rule } from './rule.ts';
import { alias } from './schema/alias.ts';
import { commentInText } from './schema/comment-in-text.ts';
import { duplicateKey } from './schema/duplicate-key.ts';
import { invalid } from './schema/invalid.ts';
import { syntax } from './schema/syntax.ts';
import { unknownField } from './schema/unknown-field.ts';
import { yaml11Trap } from './schema/yaml-1.1-trap.ts';
import { unused } from './suppression/unused.ts';
import { ambiguousLocal } from './time/ambiguous-local.ts';
import { copied } from './time/copied.ts';
import { dateMismatch } from './time/date-mismatch.ts';
import { durationMismatch } from './time/duration-mismatch.ts';
import { format } from './time/format.ts';
import { future } from './time/future.ts';
import { impossible } from './time/impossible.ts';
import { leftOpen } from './time/left-open.ts';
import { nonexistentLocal } from './time/nonexistent-local.ts';
import { offsetMissing } from './time/offset-missing.ts';
import { order } from './time/order.ts';
import { resolvedWithoutEnd } from './time/resolved-without-end.ts';
import { suspiciousLength } from './time/suspicious-length.ts';
import { timelineOrder } from './time/timeline-order.ts';
import { timelineOutside } from './time/timeline-outside.ts';
import { updateOutside } from './time/update-outside.ts';
import { weekdayMismatch } from './time/weekday-mismatch.ts';
import { zoneAmbiguous } from './time/zone-ambiguous.ts';
import { zoneNotInForce } from './time/zone-not-in-force.ts';
import { zoneOffsetMismatch } from './time/zone-offset-mismatch.ts';

/** All rules, in the order of the documentation. A new rule is a file and a line here. */
export const rules: readonly Rule[] = [
	notUnderstood,
	wrongDialect,
	unreadable,
	searchLimit,
	secondConfiguration,
	linkNotFollowed,
	syntax,
	invalid,
	unknownField,
	duplicateKey,
	commentInText,
	yaml11Trap,
	alias,
	format,
	offsetMissing,
	zoneNotInForce,
	zoneOffsetMismatch,
	zoneAmbiguous,
	impossible,
	nonexistentLocal,
	ambiguousLocal,
	order,
	timelineOrder,
	timelineOutside,
	updateOutside,
	future,
	leftOpen,
	resolvedWithoutEnd,
	weekdayMismatch,
	dateMismatch,
	durationMismatch,
	suspiciousLength,
	copied,
	unknownLevel,
	missing,
	statusInImpact,
	unknownComponent,
	componentCase,
	postmortemMissing,
	impactContradiction,
	unresolved,
	ambiguous,
	duplicateId,
	self,
	cycle,
	notEarlier,
	unlinked,
	vague,
	oneSided,
	referenceContradiction,
	outsideWeek,
	entryOrder,
	previousMissing,
	incidentMissing,
	entryDiffers,
	bulletinDate,
	duplicateEntry,
	sectionMissing,
	sectionEmpty,
	placeholder,
	actionItemOwner,
	actionItemDue,
	actionItemOverdue,
	draftOverdue,
	blame,
	unclosedInternal,
	mailAddress,
	privateHost,
	secret,
	unused,
	internalError,
];
