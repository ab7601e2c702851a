import * as v from 'valibot';
import { ENGINE_VERSION } from '../../sim/version.ts';
import { WAYS, type Ways } from '../log/events.ts';
import { idField, seedField } from '../log/fields.ts';
import { refuse } from './refusals.ts';
import { cutOf } from '../scenario/scenario.ts';
import { commandRule } from './rule.ts';

/** The world that everybody shares, in exercises that are played in one. */
export const SHARED_WORLD = 'shared';

/** The world in which a team acts. */
export function worldOfTeam(ways: Ways, team: string): string {
	return ways === 'parallel' ? team : SHARED_WORLD;
}

/** Opens the room: fixes scenario, seed, physics and length for good. */
export const createExercise = commandRule({
	type: 'createExercise',
	payload: v.strictObject({ seed: seedField, ways: v.picklist(WAYS), cut: v.nullable(idField) }),
	senders: ['facilitator'],
	phases: ['lobby'],
	decide({ scenario, state }, { seed, ways, cut }) {
		if (state.exercise !== null) {
			return refuse('alreadyCreated', {});
		}
		if (cut !== null && cutOf(scenario, cut) === null) {
			return refuse('unknownCut', { id: cut, known: scenario.cuts.map(({ id }) => id) });
		}
		const { id: scenarioId, contentHash, formatVersion } = scenario;
		const created = {
			type: 'exerciseCreated',
			scenarioId,
			contentHash,
			formatVersion,
			engineVersion: ENGINE_VERSION,
			seed,
			ways,
			cut
		} as const;
		if (ways === 'parallel') return { events: [created] };
		return { events: [created, { type: 'worldOpened', world: SHARED_WORLD, team: null, fork: null }] };
	}
});
