/** A record in a dialect, and the expected reading. */
export interface DialectCase {
	readonly what: string;
	readonly dialect: string;
	/** Relative to the log root. */
	readonly path: string;
	readonly text: string;
	/** Expected fields of the incident, times as instants. Other fields are not compared. */
	readonly incident: Readonly<Record<string, unknown>>;
	/** Codes of the errors and warnings, in order. */
	readonly findings: readonly string[];
}

export const cases: readonly DialectCase[] = [
	{
		what: 'cState with an offset that is unknown, an hour of one digit and a notice of an update',
		dialect: 'cstate',
		path: 'content/issues/2024-08-26-mail.md',
		text: `---
title: Mail is slow
date: 2024-08-26T5:30:00-00:00
resolved: true
resolvedWhen: 2024-08-26T07:10:00-00:00
severity: disrupted
affected:
  - mail
  - webmail
section: issue
---

*Resolved* - All mail has arrived. {{< track "2024-08-26 07:10:00" >}}

*Monitoring* - A relay was added. {{< track "2024-08-26 06:40:00" >}}
`,
		incident: {
			title: 'Mail is slow',
			status: 'resolved',
			impact: 'major',
			started_at: '2024-08-26T05:30:00Z',
			resolved_at: '2024-08-26T07:10:00Z',
			components: ['mail', 'webmail'],
			updates: ['2024-08-26T07:10:00Z', '2024-08-26T06:40:00Z'],
		},
		findings: [],
	},
	{
		what: 'cState with updates in prose and between thematic breaks',
		dialect: 'cstate',
		path: 'content/issues/2024-08-26-queue.md',
		text: `---
title: Queue is slow
date: 2024-08-26T05:30:00Z
resolved: true
resolvedWhen: 2024-08-26T07:10:00Z
severity: disrupted
section: issue
---

[Last message]
It is over.

[Update - 2024-08-26 07h05 UTC]
The queue is empty.

**Update at 2024-08-26 06:40 UTC**: a worker was added.

---

**2024-08-26 06:00 UTC** - The queue grows.

[First message]
Jobs wait since 5:30.
`,
		incident: {
			title: 'Queue is slow',
			status: 'resolved',
			impact: 'major',
			started_at: '2024-08-26T05:30:00Z',
			resolved_at: '2024-08-26T07:10:00Z',
			updates: ['2024-08-26T07:05:00Z', '2024-08-26T06:40:00Z', '2024-08-26T06:00:00Z'],
		},
		findings: [],
	},
	{
		what: 'cState with words for truth, a space for T, and the end before the start',
		dialect: 'cstate',
		path: 'content/issues/2024-08-26-disk.md',
		text: `---
title: Disk full
date: 2024-08-26 05:30:00
resolved: yes
resolvedWhen: 2024-08-25 07:10:00
severity: down
affected: [mail]
section: issue
---

Nothing could be saved.
`,
		incident: { impact: 'critical', status: 'resolved', resolved_at: '2024-08-25T07:10:00Z' },
		findings: ['time/order'],
	},
	{
		what: 'cState without an end though it is over, and with a word that is not a severity',
		dialect: 'cstate',
		path: 'content/issues/2024-08-26-open.md',
		text: `---
title: Search is slow
date: 2024-08-26 05:30:00
resolved: true
resolvedWhen:
severity: sluggish
affected: [search]
section: issue
---
`,
		incident: { impact: 'sluggish', resolved_at: undefined },
		findings: ['time/resolved-without-end', 'impact/unknown-level'],
	},
	{
		what: 'cState, merely informational',
		dialect: 'cstate',
		path: 'content/issues/hello.md',
		text: `---
title: A new page
date: 2024-01-26 05:30:00
informational: true
section: issue
---

Nothing is wrong.
`,
		incident: { kind: 'notice', impact: undefined },
		findings: [],
	},
	{
		what: 'ClearStatus',
		dialect: 'clearstatus',
		path: 'content/default/issues/2024-08-26-disks.md',
		text: `---
title: New disks
date: 2024-08-26 05:30:00
status: "resolved"
duration: 1h
max_severity: maintenance
current_severity: ok
resolved_on: 2024-08-26 06:15:00
affected:
  - store
section: issue
---
`,
		incident: {
			kind: 'maintenance',
			status: 'completed',
			impact: 'none',
			resolved_at: '2024-08-26T06:15:00Z',
			components: ['store'],
		},
		findings: [],
	},
	{
		what: 'Statusfy with updates in boxes',
		dialect: 'statusfy',
		path: 'content/2024-08-26_queue.md',
		text: `---
title: Queue stands still
date: '2024-08-26T05:30:00.000Z'
severity: partial-outage
affectedsystems:
  - queue
resolved: true
---

::: update Resolved | 2024-08-26T06:30:00.000Z
It moves again.
:::

::: update Investigating | 2024-08-26T05:40:00.000Z
We look into it.
:::
`,
		incident: {
			impact: 'major',
			status: 'resolved',
			components: ['queue'],
			updates: ['2024-08-26T06:30:00Z', '2024-08-26T05:40:00Z'],
		},
		findings: [],
	},
	{
		what: 'Statusfy in Spanish, under maintenance',
		dialect: 'statusfy',
		path: 'content/es/2024-08-26_cola.md',
		text: `---
title: Trabajos en la cola
date: 2024-08-26T05:30:00.000Z
severity: under-maintenance
affectedsystems: [queue]
resolved: true
---

::: update Resuelto | 2024-08-26T06:30:00.000Z
Ya funciona.
:::
`,
		incident: { kind: 'maintenance', status: 'completed', updates: ['2024-08-26T06:30:00Z'] },
		findings: [],
	},
	{
		what: 'a collection of postmortems of others, with neither title nor impact',
		dialect: 'icco',
		path: 'data/5f0c.md',
		text: `---
uuid: 5f0c
url: https://example.com/outage
start_time: 2024-08-26T05:30:00Z
end_time: ""
categories:
- cloud
company: Example
---

A relay was overloaded.
`,
		incident: { id: '5f0c', started_at: '2024-08-26T05:30:00Z', resolved_at: undefined },
		findings: [],
	},
	{
		what: 'key events in a list, with one of them in the wrong month and a duration of another incident',
		dialect: 'markdown-head',
		path: 'incidents/2024-07-26-search.md',
		text: `---
title: Search answered nothing
weight: 4
---

# Search answered nothing

- **Key events**
  - First detected: 2024-07-26 05:30
  - Incident declared 2024-07-26 05:40
  - Repaired 2024-07-26 06:00
  - Resolved 2024-07-26 06:30

- **Time to repair**: 0h 30m

- **Time to resolve**: 3h 05m

- **Impact**: Search was not to be had.

- **Context**:
  - 2024-07-26 05:30: Alert fires
  - 2024-07-26 05:50: Index is copied back
`,
		incident: {
			title: 'Search answered nothing',
			impact: undefined,
			started_at: '2024-07-26T05:30:00Z',
			declared_at: '2024-07-26T05:40:00Z',
			mitigated_at: '2024-07-26T06:00:00Z',
			resolved_at: '2024-07-26T06:30:00Z',
			timeline: ['2024-07-26T05:30:00Z', '2024-07-26T05:50:00Z'],
		},
		findings: ['time/duration-mismatch'],
	},
	{
		what: 'a table of metadata',
		dialect: 'markdown-head',
		path: 'incidents/2024-08-26-cache.md',
		text: `# The cache forgot everything

| Field    | Value            |
| -------- | ---------------- |
| Title    | Cache was empty  |
| Started  | 2024-08-26 05:30 |
| Resolved | 2024-08-26 05:10 |
| Status   | Closed           |
| Severity | High             |

It was full, and then empty.
`,
		incident: { title: 'Cache was empty', status: 'resolved', severity: 'High', severityLevel: 'critical' },
		findings: ['time/order'],
	},
	{
		what: 'a heading of a day and a title',
		dialect: 'mybinder',
		path: 'incident-reports/2024-08-26-login.md',
		text: `# 2024-08-26 4:30PM PDT, Nobody could sign in

## Summary

A check was too strict.

## Timeline

All times in PDT

### 16:30

Alert fires.

### 17:10

The check is gone.
`,
		incident: {
			title: 'Nobody could sign in',
			started_at: '2024-08-26T23:30:00Z',
			timeline: ['2024-08-26T23:30:00Z', '2024-08-27T00:10:00Z'],
		},
		findings: [],
	},
	{
		what: 'lines of key and value',
		dialect: 'key-value',
		path: 'incidents/2024-08-26-proxy.md',
		text: `Title: Proxy was slow
Id: INC-7
Date: 2024-08-26 05:30
Resolved: 2024-08-26 06:00
Status: resolved
Severity: low

Its table of connections was full.
`,
		incident: {
			id: 'INC-7',
			title: 'Proxy was slow',
			severity: 'low',
			severityLevel: 'minor',
			status: 'resolved',
			resolved_at: '2024-08-26T06:00:00Z',
		},
		findings: [],
	},
	{
		what: 'a native record that has a list of labels in its body, too',
		dialect: 'native',
		path: 'incidents/2024-08-26-native.md',
		text: `---
title: Uploads failed
impact: minor
started_at: 2024-08-26T05:30:00Z
resolved_at: 2024-08-26T06:30:00Z
---

- **Resolved**: 2024-08-30 05:30
`,
		incident: { resolved_at: '2024-08-26T06:30:00Z' },
		findings: [],
	},
];
