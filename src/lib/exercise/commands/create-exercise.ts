import * as v from 'valibot';
import { ENGINE_VERSION } from '../../sim/version.ts';
import { WAYS } from '../events.ts';
import { seedField } from '../fields.ts';
import { refuse } from '../refusals.ts';
import { commandRule } from './rule.ts';

/** The world that everybody shares, in exercises that are played in one. */
export const SHARED_WORLD = 'shared';

/** Opens the room: fixes scenario, seed and physics for good. */
export const createExercise = commandRule({
	type: 'createExercise',
	payload: v.strictObject({ seed: seedField, ways: v.picklist(WAYS) }),
	senders: ['facilitator'],
	phases: ['lobby'],
	decide({ scenario, state }, { seed, ways }) {
		if (state.exercise !== null) {
			return refuse(
				'alreadyCreated',
				'This room already has its exercise. Open another room for another one.'
			);
		}
		const { id: scenarioId, contentHash, formatVersion } = scenario;
		const created = {
			type: 'exerciseCreated',
			scenarioId,
			contentHash,
			formatVersion,
			engineVersion: ENGINE_VERSION,
			seed,
			ways
		} as const;
		if (ways === 'parallel') return { events: [created] };
		return { events: [created, { type: 'worldOpened', world: SHARED_WORLD, team: null, fork: null }] };
	}
});
