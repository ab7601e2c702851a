import type { RoomEvent } from '../../exercise/log/events.ts';
import { foldLog } from '../../exercise/log/evolve.ts';
import { LOG_VERSION, type StoredResult } from '../../exercise/log/log-file.ts';
import { readLog } from '../../exercise/log/read-log.ts';
import { ownWorldOf } from '../../exercise/project/own-role.ts';
import type { Engine } from '../../exercise/world/engine.ts';
import { pastUntil } from '../../room/replay/fork.ts';
import { isFormat1 } from '../../exercise/log/upcast.ts';
import type { Pack } from '../../room/scenario-library.ts';
import { isOwnRef, ownRef } from '../../room/scenario-ref.ts';
import { rolesPlayed } from '../../room/facts/make-facts.ts';
import type { RoomMessage } from './messages.ts';
import { NotOpened, NotPlayable } from './not-opened.ts';
import type { NewRun, OpenRoom } from './open-room.ts';
import type { RunHead, RunSummary, StoredRun } from '../runs/run-summary.ts';
import { logFileOf } from '../runs/shown-run.ts';
import { setupOf, withSeed } from './solo-log.ts';

/** A run to be opened: how it was set up and what has happened in it. */
export interface Opening {
	readonly setup: NewRun;
	readonly events: readonly RoomEvent[];
	/** Null: it is none of this device's yet. */
	readonly head: RunHead | null;
	/** Whether the store holds these events. */
	readonly isKept: boolean;
	readonly forkedFrom: RunSummary['forkedFrom'];
	readonly isResumed: boolean;
	/** What a log says its worlds came to. */
	readonly results: readonly StoredResult[];
}

/** Where what is to be opened comes from. */
export interface OpeningFrom {
	readonly packOf: (ref: string) => Pack | undefined;
	readonly packOfLog: (id: string, contentHash: string) => Pack | undefined;
	/** A run as far as it has come. @throws NotOpened */
	readonly stored: (runId: string) => Promise<StoredRun>;
	/** The same, and nobody else may go on with it. @throws NotOpened */
	readonly takeOver: (runId: string) => Promise<StoredRun>;
	readonly engineOf: (pack: Pack, seed: string) => Engine;
	readonly tell: (message: RoomMessage) => void;
}

const FRESH = { events: [], head: null, isKept: false, forkedFrom: null, isResumed: false, results: [] };

/**
 * What to open, or null where it has been told why nothing is.
 *
 * @throws NotOpened with the reason
 * @throws NotPlayable with the run, whose results can be shown
 */
export async function openingOf(request: OpenRoom, from: OpeningFrom): Promise<Opening | null> {
	switch (request.kind) {
		case 'new':
			return { ...FRESH, setup: request.run };
		case 'again': {
			const { summary } = (await from.stored(request.runId)).head;
			return { ...FRESH, setup: { ...summary, seed: request.seed ?? summary.seed } };
		}
		case 'kept':
			return ofStored(await from.takeOver(request.runId), from);
		case 'resume': {
			const run = await from.stored(request.runId);
			if (run.head.writer === request.writer) return ofStored(run, from);
			from.tell({ type: 'kept', fault: 'elsewhere' });
			return null;
		}
		case 'fork':
			return fork(request, from);
		case 'forkAt':
			return forkAt(request, from);
		case 'log':
			return ofLog(request.name, request.text, from);
	}
}

/** The scenario of a run. @throws NotOpened where it is not there, or has no such role or length */
export function packFor({ scenarioId, role, cut }: NewRun, { packOf }: Pick<OpeningFrom, 'packOf'>): Pack {
	const pack = packOf(scenarioId);
	if (pack === undefined) throw new NotOpened({ code: 'noSuchScenario', params: { id: scenarioId } });
	if (rolesPlayed(pack.scenario, role).length === 0)
		throw new NotOpened({ code: 'noSuchRole', params: { id: role } });
	if (!pack.scenario.cuts.some(({ id }) => id === cut))
		throw new NotOpened({ code: 'noSuchCut', params: { id: cut } });
	return pack;
}

async function fork(
	{ runId, round, seed: wished }: OpenRoom & { kind: 'fork' },
	from: OpeningFrom
): Promise<Opening> {
	const run = await from.stored(runId);
	const { summary } = run.head;
	const today = ofToday(run, from);
	const opened = foldLog(today).rounds;
	const at = opened[round - 1];
	if (at === undefined)
		throw new NotOpened({ code: 'noSuchRound', params: { round, rounds: opened.length } });
	const seed = wished ?? summary.seed;
	const past = withSeed(today.slice(0, at.version), seed);
	return { ...FRESH, setup: { ...summary, seed }, events: past, forkedFrom: { runId, round } };
}

async function forkAt({ runId, atMin }: OpenRoom & { kind: 'forkAt' }, from: OpeningFrom): Promise<Opening> {
	const run = await from.stored(runId);
	const { summary } = run.head;
	const today = ofToday(run, from);
	const pack = packFor(summary, from);
	const world = ownWorldOf(foldLog(today), summary.role)!;
	const engine = from.engineOf(pack, summary.seed);
	const events = pastUntil(pack.exercise, engine, today, { world, atMin });
	const { rounds } = foldLog(events);
	// Before the first round it is that one which comes next.
	const round = Math.max(1, rounds.length);
	return { ...FRESH, setup: summary, events, forkedFrom: { runId, round } };
}

function ofLog(name: string, text: string, { packOfLog, tell }: OpeningFrom): Opening | null {
	const reading = readLog(text, name, (id, contentHash) => packOfLog(id, contentHash)?.exercise);
	if (!reading.ok) throw new NotOpened({ code: 'badLog', params: { fault: reading.faults[0] } });
	const { log, readOnly } = reading;
	if (readOnly !== null) {
		const { results } = log;
		tell({ type: 'readOnlyLog', name, reason: readOnly, results, harm: null, canSave: false });
		return null;
	}
	const setup = setupOf(log.events);
	if (setup === null) throw new NotOpened({ code: 'notSolo', params: {} });
	return {
		...FRESH,
		setup: ofVersion(setup, log.events, packOfLog),
		events: log.events,
		results: log.results
	};
}

/** The choices of a log that was played with an author's file name that version of it. */
function ofVersion(
	setup: NewRun,
	[created]: readonly RoomEvent[],
	packOfLog: OpeningFrom['packOfLog']
): NewRun {
	if (created?.type !== 'exerciseCreated') return setup;
	const { scenarioId, contentHash } = created;
	const isOwn = packOfLog(scenarioId, contentHash)?.source.kind === 'file';
	return isOwn ? { ...setup, scenarioId: ownRef(scenarioId, contentHash) } : setup;
}

function ofStored(run: StoredRun, from: OpeningFrom): Opening {
	const { head, events } = run;
	const today = ofToday(run, from);
	// A log of an older format is kept anew, as it reads today.
	const kept = { head: { ...head, format: LOG_VERSION }, isKept: !isFormat1(events) };
	const { forkedFrom } = head.summary;
	return { ...FRESH, ...kept, setup: head.summary, events: today, forkedFrom, isResumed: true };
}

/**
 * The log of a kept run as it reads today.
 *
 * @throws NotPlayable where it cannot be played on with the physics and the scenario of today
 */
function ofToday(run: StoredRun, { packOf }: Pick<OpeningFrom, 'packOf'>): readonly RoomEvent[] {
	const { text } = logFileOf(run, []);
	const { scenarioId, title } = run.head.summary;
	const pack = packOf(scenarioId);
	if (pack === undefined && isOwnRef(scenarioId)) throw new NotPlayable(run, { code: 'fileGone' });
	const reading = readLog(text, title.en, () => pack?.exercise);
	if (!reading.ok) throw new NotPlayable(run, { code: 'oldRun', fault: reading.faults[0] });
	if (reading.readOnly !== null) throw new NotPlayable(run, reading.readOnly);
	return reading.log.events;
}
