import { runWorlds } from '../../documents/material/run-worlds.ts';
import { readLog } from '../../exercise/log/read-log.ts';
import type { ScenarioLibrary } from '../../room/scenario-library.ts';
import type { ReportReading, ReportRequest } from './messages.ts';

/** Reads a log, and runs its worlds once more where that is asked for: the long part of making documents. */
export function readForReports(
	{ name, text, needsRuns }: ReportRequest,
	library: ScenarioLibrary
): ReportReading {
	const reading = readLog(text, name, (id, hash) => library.ofLog(id, hash)?.exercise);
	if (!reading.ok) return { kind: 'badLog', fault: reading.faults[0]! };
	const { log, readOnly } = reading;
	const [created] = log.events;
	const { scenarioId, contentHash } =
		created?.type === 'exerciseCreated' ? created : { scenarioId: '', contentHash: '' };
	const pack = library.ofLog(scenarioId, contentHash);
	if (pack === undefined) return { kind: 'otherScenario', scenarioId };
	const { isFormerHash: _hash, settingFault: _fault, negotiation: _rules, ...exercise } = pack.exercise;
	const washes = needsRuns && readOnly === null ? runWorlds(pack, log) : null;
	return { kind: 'read', scenario: pack.scenario, exercise, events: log.events, washes, readOnly };
}
