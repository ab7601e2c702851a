import type { RoomEvent } from '../../exercise/log/events.ts';
import { foldLog } from '../../exercise/log/evolve.ts';
import { LOG_VERSION, type StoredResult } from '../../exercise/log/log-file.ts';
import { readLog } from '../../exercise/log/read-log.ts';
import { isFormat1 } from '../../exercise/log/upcast.ts';
import { logFaultText, readOnlyText } from '../../text/log-fault-text.ts';
import type { Pack } from '../../room/scenario-library.ts';
import { rolesPlayed } from '../../room/facts/make-facts.ts';
import type { NewRun, OpenRoom, RoomMessage } from './room-client.ts';
import type { RunHead, RunSummary, StoredRun } from '../runs/run-summary.ts';
import { logFileOf } from '../runs/shown-run.ts';
import { setupOf, withSeed } from './solo-log.ts';
import { roomWords } from './words.ts';

/** What is to be opened could not be, because… */
export class NotOpened extends Error {
	/** Whether the same may succeed in a moment. */
	readonly canRetry: boolean;

	constructor(what: string, canRetry = false) {
		super(what);
		this.canRetry = canRetry;
	}
}

/** A run that is kept and cannot be played on with the physics and the scenario of today, because… */
export class NotPlayable extends Error {
	readonly run: StoredRun;

	constructor(run: StoredRun, reason: string) {
		super(reason);
		this.run = run;
	}
}

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
	readonly packOf: (scenarioId: string) => Pack | undefined;
	/** A run as far as it has come. @throws NotOpened */
	readonly stored: (runId: string) => Promise<StoredRun>;
	/** The same, and nobody else may go on with it. @throws NotOpened */
	readonly takeOver: (runId: string) => Promise<StoredRun>;
	readonly tell: (message: RoomMessage) => void;
}

const FRESH = { events: [], head: null, isKept: false, forkedFrom: null, isResumed: false, results: [] };

/**
 * What to open, or null where it has been told why nothing is.
 *
 * @throws NotOpened with the reason in words
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
			from.tell({ type: 'kept', ok: false, code: 'elsewhere', why: roomWords().notKept.elsewhere });
			return null;
		}
		case 'fork':
			return fork(request, from);
		case 'log':
			return ofLog(request.name, request.text, from);
	}
}

/** The scenario of a run. @throws NotOpened where it is not there, or has no such role or length */
export function packFor({ scenarioId, role, cut }: NewRun, { packOf }: Pick<OpeningFrom, 'packOf'>): Pack {
	const pack = packOf(scenarioId);
	const words = roomWords();
	if (pack === undefined) throw new NotOpened(words.noSuchScenario(scenarioId));
	if (rolesPlayed(pack.scenario, role).length === 0) throw new NotOpened(words.noSuchRole(role));
	if (!pack.scenario.cuts.some(({ id }) => id === cut)) throw new NotOpened(words.noSuchCut(cut));
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
	if (at === undefined) throw new NotOpened(roomWords().noSuchRound(round, opened.length));
	const seed = wished ?? summary.seed;
	const past = withSeed(today.slice(0, at.version), seed);
	return { ...FRESH, setup: { ...summary, seed }, events: past, forkedFrom: { runId, round } };
}

function ofLog(name: string, text: string, { packOf, tell }: OpeningFrom): Opening | null {
	const reading = readLog(text, name, (id) => packOf(id)?.exercise);
	if (!reading.ok) {
		const { file, line, what, remedy } = logFaultText(reading.faults[0]);
		throw new NotOpened(`${file}, line ${line}: ${what}. ${remedy}`);
	}
	const { log, readOnly } = reading;
	if (readOnly !== null) {
		tell({
			type: 'readOnlyLog',
			name,
			reason: readOnlyText(readOnly),
			results: log.results,
			harm: null,
			canSave: false
		});
		return null;
	}
	const setup = setupOf(log.events);
	if (setup === null) throw new NotOpened(roomWords().notSolo);
	return { ...FRESH, setup, events: log.events, results: log.results };
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
	const reading = readLog(text, run.head.summary.title.en, (id) => packOf(id)?.exercise);
	if (!reading.ok) throw new NotPlayable(run, roomWords().oldRun(`${logFaultText(reading.faults[0]).what}.`));
	if (reading.readOnly !== null) throw new NotPlayable(run, readOnlyText(reading.readOnly));
	return reading.log.events;
}
