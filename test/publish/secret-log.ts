/** The word of all texts that must not be published. */
export const SECRET = 'xyzzy';

/** A log with a secret in each place that is not published, and the same places with public texts. */
export const SECRET_FILES: Readonly<Record<string, string>> = {
	'incident-log.yaml': `title: Infra Log
time_zone: America/New_York
components: [db, web]
publish:
  url: https://log.example.com/
  internal_fields: [severity, authors, action_items, root_cause]
`,
	'incidents/2024-08-26-lease.yaml': `title: Lease expired
impact: minor
severity: ${SECRET} 1
started_at: 2024-08-26T05:30:00-04:00
resolved_at: 2024-08-26T09:05:00-04:00
components: [db]
# internal
acknowledged_at: 2024-08-26T05:31:00-04:00
x-note: ${SECRET} 2
# /internal
summary: |
  The lease expired. <!-- internal -->The password is ${SECRET} 3.<!-- /internal --> See
  [[2024-08-20-draft]] and [[2024-08-21-review]].
updates:
  - at: 2024-08-26T05:40:00-04:00
    text: "Looking <!-- INTERNAL -->with ${SECRET} 4<!--/internal--> at it."
action_items:
  - title: ${SECRET} 5
    owner: ${SECRET} 6
authors:
  - ${SECRET} 7
`,
	'incidents/2024-08-20-draft.md': `---
title: ${SECRET} 8
draft: true
impact: major
started_at: 2024-08-20T05:30:00-04:00
resolved_at: 2024-08-20T06:30:00-04:00
---
${SECRET} 9
`,
	'incidents/2024-08-22-page.md': `# Queue full

**Severity:** ${SECRET} 10
**Impact:** minor
**Started:** 2024-08-22 10:00 EDT
**Resolved:** 2024-08-22 11:00 EDT

| Field | Value |
|---|---|
| Severity | ${SECRET} 11 |

The queue was full.

<!-- internal -->

${SECRET} 12

<!-- /internal -->

## Root cause

${SECRET} 13

### Details

${SECRET} 14

## Impact on users

None were lost.
`,
	'postmortems/2024-08-21-review.md': `---
title: ${SECRET} 15
status: in-review
incidents: [2024-08-26-lease]
---
${SECRET} 16
`,
	'postmortems/2024-08-26-lease-review.md': `---
title: Why the lease expired
status: published
incidents: [2024-08-26-lease]
---
The lease had a fixed end.

## Action items

- [ ] ${SECRET} 17

## Lessons

Renew early.

<!-- internal -->

${SECRET} 18, without an end

## More

${SECRET} 19
`,
	'bulletins/2024-08-31.md': `# 2024-08-31

* **August 27: Short outage** (11:00 EDT): Down for 5 minutes. <!-- incident: {impact: major, severity: ${SECRET} 20, components: [web]} -->
* [[2024-08-26-lease]]

## Notes

<!-- internal -->
${SECRET} 21
<!-- /internal -->

All is well. See [the review](../postmortems/2024-08-21-review.md).
`,
};

/** Texts that are published. */
export const PUBLIC_TEXTS = [
	'Lease expired',
	'The lease expired.',
	'Queue full',
	'The queue was full.',
	'None were lost.',
	'Why the lease expired',
	'Renew early.',
	'Short outage',
	'All is well.',
];
