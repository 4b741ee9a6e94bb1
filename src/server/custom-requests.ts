import { tools } from '../assistant/index.ts';
import { runTool, ToolError } from '../assistant/tool.ts';
import { nameOf, normalUri } from '../core/uri/uri.ts';
import { deletionEffect } from '../features/deleted-files.ts';
import { incidentList, incidentsOf } from '../features/incident-list.ts';
import { logCoverage } from '../features/log-coverage.ts';
import { logStatus } from '../features/log-status.ts';
import { newDocument } from '../features/new-document.ts';
import { proposeLog } from '../features/propose-log.ts';
import { recordRelations } from '../features/record-relations.ts';
import { dialectNamed, native } from '../parse/dialects/index.ts';
import type { LogDocument } from '../parse/model/document.ts';
import { pageOf, pageViewOf } from './page.ts';
import {
	COVERAGE_REQUEST,
	type CoverageParams,
	type CoverageResult,
	DELETION_REQUEST,
	type DeletionParams,
	type DeletionResult,
	INCIDENTS_REQUEST,
	type IncidentsParams,
	type IncidentsResult,
	KIND_REQUEST,
	type Kind,
	type KindParams,
	type KindResult,
	LOGS_REQUEST,
	type LogsResult,
	NEW_REQUEST,
	type NewParams,
	type NewResult,
	PAGE_REQUEST,
	PAGE_VIEW_REQUEST,
	type PageParams,
	type PageResponse,
	type PageViewParams,
	type PageViewResponse,
	POSITION_REQUEST,
	type PositionParams,
	type PositionResult,
	PROPOSE_REQUEST,
	type ProposeParams,
	type ProposeResult,
	PUBLISHED_REQUEST,
	type PublishedResponse,
	RELATIONS_REQUEST,
	type RelationsParams,
	type RelationsResult,
	STATUS_REQUEST,
	type StatusParams,
	type StatusResult,
	TOOL_REQUEST,
	type ToolParams,
	type ToolResult,
} from './protocol.ts';
import { publishedPageOf } from './published-page.ts';
import type { Answerable } from './requests.ts';
import type { RunningSession } from './running-session.ts';

/** Requests outside of the Language Server Protocol: see `protocol.ts`. */
export const customRequests: readonly Answerable[] = [
	{
		...request<KindParams, KindResult>(KIND_REQUEST, (session, { uri }) => {
			const context = session.contextOf(uri);
			return context ? kindOf(context.document) : null;
		}),
		isOfDocument: true,
	},
	request<PageParams, PageResponse>(PAGE_REQUEST, (session, { uri, week }) => {
		const context = session.contextOf(uri);
		return context ? pageOf(context, week, session) : null;
	}),
	request<PageViewParams, PageViewResponse>(PAGE_VIEW_REQUEST, (session, params) => {
		const context = session.contextOf(params.uri);
		return context ? pageViewOf(context, params, session) : null;
	}),
	request<PageParams, PublishedResponse>(PUBLISHED_REQUEST, (session, { uri, week }) => {
		const context = session.contextOf(uri);
		return context ? publishedPageOf(context, week, { now: () => session.now() }, session.onDefect) : null;
	}),
	request<PositionParams, PositionResult>(
		POSITION_REQUEST,
		(session, { uri, offset }) => session.contextOf(uri)?.document.lines.positionAt(offset) ?? null,
	),
	request<StatusParams, StatusResult>(STATUS_REQUEST, (session, { uri }) => {
		const log = session.logFor(uri);
		return log ? logStatus(log, session) : null;
	}),
	request<CoverageParams, CoverageResult>(COVERAGE_REQUEST, (session, { uri }) => {
		const log = [...session.logs()].find(each => each.root === normalUri(uri));
		return log ? logCoverage(log) : null;
	}),
	request<ProposeParams, ProposeResult>(PROPOSE_REQUEST, ({ files }, { uri, timeZone }) =>
		proposeLog(uri, timeZone ?? 'UTC', files),
	),
	request<DeletionParams, DeletionResult>(DELETION_REQUEST, (session, { uris }) => deletionEffect(session, uris)),
	request<object, LogsResult>(LOGS_REQUEST, session =>
		[...session.logs()].map(log => ({
			root: log.root,
			title: log.configuration.title ?? nameOf(log.root),
			open: incidentsOf(log).filter(({ isOpen }) => isOpen).length,
			facts: log.sharedRevision,
		})),
	),
	{
		...request<RelationsParams, RelationsResult>(RELATIONS_REQUEST, (session, { uri }) => {
			const context = session.contextOf(uri);
			return context ? recordRelations(context.document, context.log) : null;
		}),
		isOfDocument: true,
	},
	request<IncidentsParams, IncidentsResult>(INCIDENTS_REQUEST, (session, { uri }) => {
		const log = session.logFor(uri);
		return log ? incidentList(log, session) : null;
	}),
	request<NewParams, NewResult>(NEW_REQUEST, (session, { uri, document }) => {
		const log = session.logFor(uri);
		return log ? newDocument(log, document) : null;
	}),
	request<ToolParams, ToolResult>(TOOL_REQUEST, async (session, { name, input }) => {
		const tool = tools.find(each => each.name === name);
		try {
			return tool ? { json: JSON.stringify(await runTool(tool, [...session.logs()], input)) } : null;
		} catch (error) {
			if (error instanceof ToolError) {
				return { refused: error.message };
			}
			throw error;
		}
	}),
];

function kindOf({ kind, dialect: name }: LogDocument): Kind {
	return name === native.name ? { kind } : { kind, dialect: { name, title: dialectNamed(name)?.title ?? name } };
}

function request<Params, Result>(
	method: string,
	handle: (session: RunningSession, params: Params) => Result | null | Promise<Result | null>,
): Answerable {
	// The method determines the type of the parameters; the protocol gate has checked them.
	return { method, emptyResult: null, handle: (session, params) => handle(session, params as Params) };
}
