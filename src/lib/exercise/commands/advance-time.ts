import * as v from 'valibot';
import { idField, minuteField } from '../log/fields.ts';
import { gridMinuteFrom } from '../../sim/time/grid.ts';
import { refuse } from './refusals.ts';
import { commandRule, findWorld } from './rule.ts';

/** Lets a world run to a minute, or to the first minute of the world's time grid after it. */
export const advanceTime = commandRule({
	type: 'advanceTime',
	payload: v.strictObject({ world: idField, toMin: minuteField }),
	senders: ['facilitator', 'clock'],
	phases: ['incident', 'recovery'],
	decide(room, { world, toMin }) {
		const { scenario, state } = room;
		const step = state.position.step;
		if (step !== null && step !== 'advance') {
			return refuse('timeStands', { step });
		}
		const found = findWorld(room, world);
		if ('refusal' in found) return found;
		const { minute } = found.value;
		if (toMin <= minute) {
			return refuse('timeRunsForward', { world, minute, toMin });
		}
		if (toMin > scenario.horizonMin) {
			return refuse('pastHorizon', { horizonMin: scenario.horizonMin });
		}
		return { events: [{ type: 'timeAdvanced', world, toMin: gridMinuteFrom(scenario.spans, toMin) }] };
	}
});
