import * as v from 'valibot';
import { EVENTS } from '../log/events.ts';
import { idField } from '../log/fields.ts';
import { refuse } from './refusals.ts';
import { injectOf } from '../scenario/scenario.ts';
import { revisionField } from '../injects/inject-text.ts';
import { saidWith } from '../injects/figures.ts';
import { injectsSeen } from '../injects/injects.ts';
import { asPlanned } from '../injects/plan.ts';
import { revisionFault } from './plan-injects.ts';
import { entry } from '../state.ts';
import type { Phase } from '../phases/phases.ts';
import { commandRule, findWorld } from './rule.ts';

const { inject, channel, from, title, body, to } = EVENTS.injectReleased.entries;
const written = v.strictObject({ inject, channel, from, title, body, to });

const BEFORE_DEBRIEF: readonly Phase[] = [
	'briefing',
	'preparation',
	'incident',
	'recovery',
	'hotWash',
	'summit',
	'nextOutages'
];

/**
 * Releases an inject as it is planned now: early, or kept for this; or one that comes with its text. The room's clock
 * releases those whose condition holds (see injects-due.ts): so the log says when, and a replay looks at no condition.
 */
export const releaseInject = commandRule({
	type: 'releaseInject',
	payload: v.strictObject({
		world: idField,
		inject: v.union([idField, written], 'noInject'),
		/** The revision of its plan that its sender has seen, where that matters to them. */
		revision: v.exactOptional(revisionField),
		/** Figures of the world as it is now, for a text that asks for them. */
		figures: v.exactOptional(v.record(v.string(), v.pipe(v.number(), v.finite('notFinite'))))
	}),
	senders: ['facilitator', 'clock'],
	phases: [...BEFORE_DEBRIEF, 'debrief'],
	decide(room, { world, inject: wanted, revision, figures }, by) {
		const { scenario, state } = room;
		const found = findWorld(room, world);
		if ('refusal' in found) return found;
		if (by.kind === 'clock' && typeof wanted !== 'string') {
			return refuse('clockCannotWrite', {});
		}
		const id = typeof wanted === 'string' ? wanted : wanted.inject;
		const known = asPlanned(scenario, state);
		const planned = injectOf(known, id);
		if (typeof wanted === 'string' && planned === undefined) {
			return refuse('unknownInject', { id, known: known.injects.map((one) => one.id) });
		}
		if (typeof wanted !== 'string' && planned !== undefined) {
			return refuse('injectIdTaken', { inject: id });
		}
		if (injectsSeen(scenario, state, found.value).some(({ inject }) => inject === id)) {
			return refuse('alreadyReleased', { inject: id, world });
		}
		const changed = revision === undefined ? null : revisionFault(room, id, revision);
		if (changed !== null) return changed;
		const { phase } = state.position;
		// What was said wrongly can be put right to the very end; nothing new is said there.
		if (phase === 'debrief' && (entry(state.plan, id)?.corrects ?? null) === null)
			return refuse('wrongPhase', { command: 'releaseInject', phases: BEFORE_DEBRIEF, phase });
		const { channel, from, to } = typeof wanted === 'string' ? planned! : wanted;
		const { title, body } = typeof wanted === 'string' ? saidWith(planned!, figures) : wanted;
		const atMin = found.value.minute;
		const message = { channel, from, title, body, to: to === null ? null : [...to] };
		return { events: [{ type: 'injectReleased', world, inject: id, atMin, ...message }] };
	}
});
