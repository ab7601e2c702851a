import * as v from 'valibot';
import { idField, settingField } from '../log/fields.ts';
import { refuse } from './refusals.ts';
import { actMinute } from '../state.ts';
import { commandRule, findWorld } from './rule.ts';

/** The facilitator sets a lever of the physics by hand, from now on. */
export const makeSetting = commandRule({
	type: 'makeSetting',
	payload: v.strictObject({ world: idField, setting: settingField }),
	senders: ['facilitator'],
	phases: ['briefing', 'preparation', 'incident', 'recovery'],
	decide(room, { world, setting }) {
		const found = findWorld(room, world);
		if ('refusal' in found) return found;
		const fault = room.scenario.settingFault(setting);
		if (fault !== null) return refuse('unsoundSetting', { fault });
		const atMin = actMinute(room.state.position, found.value);
		return { events: [{ type: 'settingMade', world, atMin, setting }] };
	}
});
