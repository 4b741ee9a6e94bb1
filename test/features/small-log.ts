/** A small log for the tests of features. Each test adds the file with its cursor. */
export const SMALL_LOG = `//- /incident-log.yaml
title: Small Log
time_zone: America/New_York
impact:
  levels: [none, minor, major, critical]
  aliases: { SEV1: critical }
components:
  - queue: Job queue
  - api
//- /incidents/2024-07-12-jobs.yaml
title: Jobs stood still
status: resolved
impact: SEV1
started_at: 2024-07-12T09:00:00-04:00
resolved_at: 2024-07-12T11:30:00-04:00
components: [queue]
summary: |
  The queue of *background jobs* stopped, see [the graph](https://graphs.example/1). No jobs were lost.
//- /incidents/2024-08-15-store.md
---
title: The store <b>filled</b> up [x](command:evil) \`y\`
impact: major
started_at: 2024-08-15T14:00:00Z
references:
  - { id: 2024-07-12-jobs, relation: caused-by }
---

Disks were full, as in the July 12 incident. See also [[2024-07-12-jobs|that one]].
//- /incidents/2024-08-15-second.yaml
title: Another of that day
impact: none
started_at: 2024-08-15
//- /postmortems/2024-07-12-jobs.md
---
title: Why jobs stood still
incident: 2024-07-12-jobs
status: published
---

## Summary

All of it.
//- /bulletins/2024-08-24.md
# 2024-08-24

## Trailing 2 Weeks Incidents

* **August 20: Sign-in was slow** (05:30 EDT): Minimal customer impact. It took about 90 minutes to fix.

See [last month](../incidents/2024-07-12-jobs.yaml).
`;
