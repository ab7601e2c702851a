import * as v from 'valibot';
import { EVENTS } from '../log/events.ts';
import { idField } from '../log/fields.ts';
import { refuse } from './refusals.ts';
import { injectOf } from '../scenario/scenario.ts';
import { injectsSeen } from '../injects/injects.ts';
import { commandRule, findWorld } from './rule.ts';

const { inject, channel, from, title, body, to } = EVENTS.injectReleased.entries;
const written = v.strictObject({ inject, channel, from, title, body, to });

/**
 * Releases an inject: one of the scenario's, early or kept for this, or one written in the room. The room's clock
 * releases those whose condition holds (see injects-due.ts): so the log says when, and a replay looks at no condition.
 */
export const releaseInject = commandRule({
	type: 'releaseInject',
	payload: v.strictObject({
		world: idField,
		inject: v.union([idField, written], 'noInject')
	}),
	senders: ['facilitator', 'clock'],
	phases: ['briefing', 'preparation', 'incident', 'recovery', 'hotWash', 'summit', 'nextOutages'],
	decide(room, { world, inject: wanted }, by) {
		const { scenario, state } = room;
		const found = findWorld(room, world);
		if ('refusal' in found) return found;
		if (by.kind === 'clock' && typeof wanted !== 'string') {
			return refuse('clockCannotWrite', {});
		}
		const id = typeof wanted === 'string' ? wanted : wanted.inject;
		const planned = injectOf(scenario, id);
		if (typeof wanted === 'string' && planned === undefined) {
			return refuse('unknownInject', { id, known: scenario.injects.map((one) => one.id) });
		}
		if (typeof wanted !== 'string' && planned !== undefined) {
			return refuse('injectIdTaken', { inject: id });
		}
		if (injectsSeen(scenario, state, found.value).some(({ inject }) => inject === id)) {
			return refuse('alreadyReleased', { inject: id, world });
		}
		const { channel, from, title, body, to } = typeof wanted === 'string' ? planned! : wanted;
		const atMin = found.value.minute;
		const message = { channel, from, title, body, to: to === null ? null : [...to] };
		return { events: [{ type: 'injectReleased', world, inject: id, atMin, ...message }] };
	}
});
