import * as v from 'valibot';
import { ENGINE_VERSION } from '../../sim/version.ts';
import { longestHoldMin } from '../availability/record-hold.ts';
import { SIGNALS, WAYS, type Ways } from '../log/events.ts';
import { idField, minuteField, seedField } from '../log/fields.ts';
import { refuse } from './refusals.ts';
import { cutOf } from '../scenario/scenario.ts';
import { openWorld } from './open-world.ts';
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
	payload: v.strictObject({
		seed: seedField,
		ways: v.picklist(WAYS),
		cut: v.nullable(idField),
		signal: v.exactOptional(v.picklist(SIGNALS)),
		heldUntilMin: v.exactOptional(minuteField)
	}),
	senders: ['facilitator'],
	phases: ['lobby'],
	decide({ scenario, state }, { seed, ways, cut, ...vendor }) {
		if (state.exercise !== null) {
			return refuse('alreadyCreated', {});
		}
		if (cut !== null && cutOf(scenario, cut) === null) {
			return refuse('unknownCut', { id: cut, known: scenario.cuts.map(({ id }) => id) });
		}
		const { signal = 'asItWas', heldUntilMin = 0 } = vendor;
		if (scenario.signal === undefined && Object.keys(vendor).length > 0) return refuse('noSignal', {});
		const mostMin = longestHoldMin(scenario);
		if (heldUntilMin > mostMin) return refuse('heldTooLong', { untilMin: heldUntilMin, mostMin });
		const { id: scenarioId, contentHash, formatVersion } = scenario;
		const created = {
			type: 'exerciseCreated',
			scenarioId,
			contentHash,
			formatVersion,
			engineVersion: ENGINE_VERSION,
			seed,
			ways,
			cut,
			...vendor
		} as const;
		if (ways === 'parallel') return { events: [created] };
		return { events: [created, ...openWorld(scenario, { world: SHARED_WORLD, team: null, sees: signal })] };
	}
});
