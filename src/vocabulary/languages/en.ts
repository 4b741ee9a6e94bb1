import type { Language } from '../language.ts';

export const en: Language = {
	tag: 'en',
	fields: {
		title: 'title, incident title, name, incident name, subject, headline',
		id: `
			incident id, id, incident number, incident, incident no, pm id, postmortem id, reference id, case id
		`,
		kind: 'kind, incident type, type',
		status: `
			status, state, current status, incident status, resolution status, document status, postmortem status
		`,
		impact: 'impact level, impact, customer impact, user impact, impact rating',
		severity: `
			severity, severity level, incident severity, sev, sev level, priority, priority level, incident priority,
			level, criticality, incident level
		`,
		date: `
			date, dates, incident date, date of incident, date of the incident, outage date, event date, date occurred,
			occurred, occurred on, occurred at, incident window, window, outage window, impact window, time window,
			incident time, incident period, period, when, date time, date and time, date range, incident dates,
			incident day, timeframe, time frame
		`,
		started_at: `
			fault occurs, fault occurred, started, started at, started on, start, start time, start date,
			start of incident, start of impact, incident start, incident start time, incident started, impact start,
			impact started, outage start, outage began, began, began at, begin, begins, beginning, time started,
			date started, time of incident, first occurrence, from, opened, opened at, created, created at, onset
		`,
		detected_at: `
			first detected, fault detected, detected, detected at, detected on, time detected, detection time,
			incident detected, date detected, discovered, discovered at, first observed, first alert, first seen,
			reported, reported at, noticed
		`,
		acknowledged_at: 'acknowledged, acknowledged at, time acknowledged, incident acknowledged',
		declared_at: 'incident declared, declared, declared at, time declared',
		mitigated_at: `
			repaired, incident repaired, mitigated, mitigated at, time mitigated, incident mitigated, impact mitigated,
			contained
		`,
		resolved_at: `
			resolved, resolved at, resolved on, incident resolved, end, end time, end date, end of incident,
			end of impact, ended, ended at, incident end, incident end time, incident ended, impact end, impact ended,
			outage end, finish, finished, finished at, time resolved, date resolved, resolution time, resolution date,
			recovered, recovered at, service restored, restored, restored at, closed, closed at, until, to, all clear,
			fixed, fixed at, fixed on, date of resolution, date fixed
		`,
		scheduled_for: 'scheduled for, scheduled, scheduled start, planned for, planned start',
		scheduled_until: 'scheduled until, scheduled end, planned end',
		published_at: 'published, published at, published on, date published, publication date',
		duration: `
			duration, total duration, total outage, total impact duration, total incident duration, incident duration, outage duration, impact duration, duration of impact,
			duration of incident, duration of outage, downtime, total downtime, length, total time, elapsed,
			outage length, time of impact, duration of problem
		`,
		time_to_detect: 'time to detect, time to detection, ttd, mttd, mean time to detect',
		time_to_mitigate: `
			time to mitigate, time to mitigation, time to repair, mean time to repair, ttm, mean time to mitigate
		`,
		time_to_resolve: `
			time to resolve, time to resolution, time to recovery, time to recover, time to restore,
			mean time to resolve, mean time to recovery, ttr, mttr
		`,
		components: `
			components, component, service, services, affected, affected service, affected services, affected service s,
			affected component, affected components, affected system, affected systems, services affected,
			service affected, services impacted, service impacted, components affected, impacted service,
			impacted services, impacted component, impacted components, impacted systems, system, systems,
			systems affected, system affected, application, area, primary area, affected area, affected areas, product,
			products, scope
		`,
		summary: `
			summary, tl dr, tldr, description, short description, issue summary, incident summary
		`,
		authors: `
			author, authors, written by, prepared by, report author, postmortem author, postmortem owner, reporter,
			reported by, contributors, participants
		`,
		owner: `
			owner, incident owner, incident commander, commander, ic, lead, responder, responders, on call, facilitator
		`,
		incident: 'incidents, incident reference, incident record, for incident',
		postmortem: 'postmortem, post mortem, pir, rca',
		references: `
			references, related, related incidents, related incident, related issues, related postmortems, see also,
			previous incidents, links, supersedes, follow up to
		`,
		time_zone: 'time zone, timezone, tz',
	},
	sections: {
		summary: `
			summary, overview, abstract, tldr, tl dr, what happened, description, synopsis, in brief, issue summary,
			incident summary, executive summary, summary of incident, incident overview, incident description, problem,
			problem statement, symptom, symptoms, introduction, background, context, the incident
		`,
		severity: `
			severity, severity level, incident severity, priority, impact level, severity classification
		`,
		impact: `
			impact, affected, effect, effects, blast radius, consequences, damage, user experience, customer impact,
			user impact, business impact, who was affected, who was, scope
		`,
		timeline: `
			timeline, time line, chronology, sequence of events, events, event log, log of events, incident log,
			what happened when, chronological events, order of events, history of events, play by play, minute by minute
		`,
		'root-cause': `
			root cause, cause, causes, trigger, five whys, 5 whys, why, why it happened, why did it happen, analysis,
			what went wrong, fault, root cause analysis, rca, diagnosis, investigation, technical details, findings,
			reason, the bug, underlying cause
		`,
		'contributing-factors': `
			contributing factors, contributing causes, contributing cause, contributing factor, contributors, factors
		`,
		detection: `
			detection, how it was detected, how we noticed, discovery, how we found out, alerting, monitoring
		`,
		resolution: `
			resolution, resolved, recovery, mitigation, remediation, fix, fixes, solution, response, restoration,
			corrective action taken, how it was fixed, how we fixed it, the fix, workaround, what we did, actions taken,
			resolution and recovery
		`,
		lessons: `
			lessons, lessons learned, lessons learnt, learnings, what went well, what we learned, takeaways,
			where we got lucky, retrospective, reflection
		`,
		'action-items': `
			action items, actions, follow up, follow ups, followup, followups, follow up actions, next step,
			next steps, corrective actions, corrective measures, remediation items, remediation actions, todo,
			todos, to do, task, tasks, what we will do, future work, action, corrective, remaining work,
			action items and follow ups, action plan, follow up tasks, follow up work, follow up items,
			required follow up, resulting actions, resulting action, mitigation plan, systemic mitigation,
			remediation plan, what we ll do next, what s next, still to do, planned work, outstanding work,
			recommended actions
		`,
		prevention: `
			preventive, preventive measures, preventive actions, preventive action, preventive work, preventative,
			preventative measures, prevention, prevention measures, prevention plan, how to prevent, improvement,
			improvements, recommendation, recommendations, corrective and preventative measures,
			corrective and preventive measures
		`,
		references: 'references, related, related incidents, see also, links, related documents',
		metadata: `
			metadata, metrics, details, incident details, incident information, at a glance, facts, key facts, incident metadata
		`,
	},
	statuses: {
		investigating: `
			investigating, open, active, ongoing, under investigation, in investigation, unresolved, triage
		`,
		identified: 'identified, root cause identified, fix in progress, fixing',
		monitoring: `
			monitoring, mitigated, watching, contained, stabilized, stabilised, partially resolved
		`,
		resolved: `
			resolved, closed, complete, completed, done, fixed, recovered, solved, finished, restored, fully resolved,
			remediated, ok
		`,
		scheduled: 'scheduled, planned, upcoming, postponed, rescheduled',
		in_progress: 'in progress, underway, started',
		verifying: 'verifying, verification',
		completed: 'completed, complete, finished, done',
		cancelled: 'cancelled, canceled, aborted',
		draft: 'draft, wip, work in progress, incomplete',
		'in-review': `
			in review, review, under review, needs review, pending review, awaiting review
		`,
		published: 'published, final, approved, accepted, reviewed, public',
	},
	levels: {
		none: `
			none, no impact, informational, info, negligible, trivial, no customer impact, no user impact, operational
		`,
		minor: 'minor, low, small, minimal, partial, degraded, degraded performance, slight, limited',
		major: 'major, medium, moderate, significant, mid, normal, partial outage',
		critical: `
			critical, major outage, full outage, total outage, complete outage, outage, down, high, severe, full, total, complete, urgent, blocker, very high, catastrophic, emergency
		`,
	},
	itemStates: {
		open: `
			open, todo, to do, no, not done, not yet done, not started, pending, planned, new, backlog, proposed, tbd, not yet, outstanding,
			scheduled
		`,
		in_progress: `
			in progress, wip, doing, started, ongoing, in review, in flight, underway, partially done, partial
		`,
		done: `
			done, complete, completed, shipped, merged, fixed, closed, resolved, deployed, implemented, finished, landed, taken,
			released, yes, delivered, live, applied, added
		`,
		dropped: `
			dropped, cancelled, canceled, wontfix, won t fix, wont fix, won t do, rejected, abandoned, obsolete,
			not planned, declined, superseded
		`,
	},
	itemFields: {
		task: `
			action, actions, action item, action items, item, title, task, tasks, description, what, todo, to do,
			follow up, improvement, measure, corrective action, preventive action, next step, work item,
			recommendation, remediation, activity, summary
		`,
		owner: `
			owner, owners, assignee, assignees, assigned, assigned to, who, responsible, responsible person,
			responsible party, dri, poc, point of contact, action owner, owned by, accountable, team, lead
		`,
		due: `
			due, due date, due by, due on, deadline, by when, when, target, target date, eta, expected date,
			expected, expected completion, completion date, timeframe, timeline, by, date, planned date,
			estimated completion
		`,
		status: 'status, state, done, progress, completed, complete, current status',
		ticket: `
			ticket, tickets, issue, issues, tracker, link, links, bug, jira, pr, tracking, reference,
			tracking issue, url, issue pr, jira ticket
		`,
	},
	reports: `
		post mortem, postmortem, incident, incident report, incident review, report, rca, pir, root cause analysis, outage,
		outage report, after action report, post incident review, post incident report, retrospective
	`,
	noEnd: `
			ongoing, tbd, tbc, tba, n a, na, none, unknown, pending, open, not yet, still open, unresolved, in progress,
			present, now, null, nil, active, to be determined
		`,
	months: [
		'january, jan',
		'february, feb',
		'march, mar',
		'april, apr',
		'may',
		'june, jun',
		'july, jul',
		'august, aug',
		'september, sep, sept',
		'october, oct',
		'november, nov',
		'december, dec',
	],
	weekdays: [
		'monday, mon',
		'tuesday, tue, tues',
		'wednesday, wed, weds',
		'thursday, thu, thur, thurs',
		'friday, fri',
		'saturday, sat',
		'sunday, sun',
	],
	units: [
		[1 / 60, 'second, seconds, sec, secs'],
		[1, 'minute, minutes, min, mins'],
		[60, 'hour, hours, hr, hrs'],
		[1440, 'day, days'],
		[10_080, 'week, weeks'],
	],
	noon: 'noon, midday',
	midnight: 'midnight',
	about: 'about, around, approximately, roughly, circa, approx, ca, c, ish',
	atTime: 'at, on, from, between',
	afterTime: 'hrs, hours, h',
	ofMonth: 'of',
	rangeWords: 'to, until, till, through, and',
	timeHeads: 'time, times, when, date, hour, at, timestamp, clock, day, datetime, utc, gmt',
	eventHeads:
		'event, events, description, what, action, actions, impact, detail, details, note, notes, update, comment, comments, happened, activity, entry, summary, message',
	zoneSentences: `
			(time zone|timezone|tz) [is] {zone},
			(time|times|timestamp|timestamps|time stamp|time stamps) [below|above|here|listed|given|shown|noted|stated] [is|are] [all|listed|given|shown|noted|stated|expressed|displayed|recorded] [in] [the] {zone},
			(everything|all|entries|timestamp|timestamps|dates) [below|above|here|following] [is|are] in {zone}
		`,
};
