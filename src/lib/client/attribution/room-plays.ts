import { teamsOf } from '../../documents/material/teams.ts';
import type { RoomEvent } from '../../exercise/log/events.ts';
import { foldLog } from '../../exercise/log/evolve.ts';
import { readLog } from '../../exercise/log/read-log.ts';
import { sectorFacts } from '../../room/facts/make-facts.ts';
import type { FinishedPlay } from '../../room/replay/play-runs.ts';
import { scriptOf } from '../../room/replay/script.ts';
import type { Pack, ScenarioLibrary } from '../../room/scenario-library.ts';
import type { AttributionFacts } from './messages.ts';

export type RoomPlays =
	| {
			readonly ok: true;
			readonly facts: AttributionFacts;
			readonly plays: ReadonlyMap<string, FinishedPlay>;
	  }
	| { readonly ok: false; readonly why: 'log' | 'scenario' };

/** The plays of a room's teams, from its log: in one world together, or each in its own. */
export function roomPlays(name: string, text: string, library: ScenarioLibrary): RoomPlays {
	const reading = readLog(text, name, (id, hash) => library.ofLog(id, hash)?.exercise);
	// Worlds of another engine would come to something else than what was shown.
	if (!reading.ok || reading.readOnly !== null) return { ok: false, why: 'log' };
	const [created] = reading.log.events;
	const pack =
		created?.type === 'exerciseCreated' ? library.ofLog(created.scenarioId, created.contentHash) : undefined;
	if (pack === undefined) return { ok: false, why: 'scenario' };
	const { startMinute } = pack.scenario.clock;
	const facts = { startMinute, sectors: sectorFacts(pack.scenario) };
	return { ok: true, facts, plays: playsOf(pack, reading.log.events) };
}

/** What each team did in its world, by team: those in which people decided something. */
export function playsOf(pack: Pack, events: readonly RoomEvent[]): ReadonlyMap<string, FinishedPlay> {
	const state = foldLog(events);
	const { seed } = state.exercise!;
	const plays = new Map<string, FinishedPlay>();
	for (const { team, roles, world } of teamsOf(pack, state)) {
		const mine = roles.map(({ id }) => id);
		const script = scriptOf(pack.exercise, state, world);
		const seats = script.seats.filter(({ role }) => mine.includes(role)).map(({ seat }) => seat);
		if (script.decisions.some(({ seat }) => seats.includes(seat)))
			plays.set(team, { pack, script, mine, seed });
	}
	return plays;
}
