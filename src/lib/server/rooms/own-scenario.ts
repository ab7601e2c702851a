import * as v from 'valibot';
import { playableScenarios } from '../../room/facts/playable.ts';
import type { RoomSummary } from '../../room/live/live-room-contract.ts';
import { wholeFile } from '../../scenario/faults/fault.ts';
import type { Pack, ScenarioLibrary } from '../../room/scenario-library.ts';
import type { LogStore } from '../../room/store/log-store.ts';
import type { ScenarioReading } from './thread-messages.ts';

/** More than any scenario has: the built-in one has a third of it. */
export const SCENARIO_LENGTH_MOST = 1_000_000;
/** Letters outside of English take up to three bytes, and JSON marks its line ends. */
export const SCENARIO_BODY_BYTES_MOST = 3_500_000;

/** A scenario of somebody's own, as they handed it over. */
export const scenarioFileField = v.strictObject({
	name: v.pipe(v.string(), v.minLength(1), v.maxLength(200)),
	text: v.pipe(v.string(), v.maxLength(SCENARIO_LENGTH_MOST))
});
export type ScenarioFile = v.InferOutput<typeof scenarioFileField>;

/** It stands beside the log of its room and nowhere else: nobody is shown more of it than their audience may see. */
const TABLE = 'scenario';
const KEY = 'file';

/** What somebody may choose from in a file, or what is wrong with it. */
export function readScenario(library: ScenarioLibrary, { name, text }: ScenarioFile): ScenarioReading {
	const opened = library.open({ kind: 'file', name, text });
	if (!opened.ok) return { ok: false, faults: opened.faults.slice(0, 20) };
	const [scenario] = playableScenarios([opened.pack.scenario]);
	if (scenario !== undefined) return { ok: true, scenario };
	return { ok: false, faults: [wholeFile(name, { code: 'notPlayable', params: {} })] };
}

/** The pack of a room's own scenario; undefined where it does not hold, or is not the one that the setup names. */
export function ownPack(
	library: ScenarioLibrary,
	{ name, text }: ScenarioFile,
	id: string
): Pack | undefined {
	const opened = library.open({ kind: 'file', name, text });
	return opened.ok && opened.pack.scenario.id === id ? opened.pack : undefined;
}

/** A scenario that comes with Patchfall, whatever was opened from a file meanwhile. */
export function builtInPack(library: ScenarioLibrary, id: string): Pack | undefined {
	const opened = library.open({ kind: 'builtIn', id });
	return opened.ok ? opened.pack : undefined;
}

export function keepScenario(store: LogStore<RoomSummary>, room: string, file: ScenarioFile): Promise<void> {
	return store.putRow(room, TABLE, KEY, file);
}

/** Null: the room plays a built-in one. */
export async function keptScenario(store: LogStore<RoomSummary>, room: string): Promise<ScenarioFile | null> {
	const rows = await store.rows(room, TABLE);
	const read = v.safeParse(scenarioFileField, rows.find(({ key }) => key === KEY)?.value);
	return read.success ? read.output : null;
}
