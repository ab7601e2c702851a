import type { LogHead } from '../../room/store/log-store.ts';

/** A run as version 1 of the database kept it, as the head of a log of format 1. */
export function headOfVersion1(run: Record<string, unknown>): LogHead<unknown> {
	const { runId, writer, tempers, stage, ...summary } = run;
	return {
		id: String(runId),
		writer: String(writer),
		format: 1,
		summary: { ...summary, bots: tempers ?? {}, progress: progressOfVersion1(stage) }
	};
}

function progressOfVersion1(stage: unknown): unknown {
	if (typeof stage !== 'object' || stage === null || !('held' in stage)) return stage;
	const { held, ...progress } = stage;
	return { ...progress, paused: held };
}
