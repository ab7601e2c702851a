import * as v from 'valibot';
import { injectTextField, revisionField, type InjectText, type Timing } from '../injects/inject-text.ts';
import { injectsSeen, scheduleMinute } from '../injects/injects.ts';
import { asPlanned } from '../injects/plan.ts';
import { idField, minuteField } from '../log/fields.ts';
import { LIMITS } from '../log/limits.ts';
import { PHASES } from '../phases/phases.ts';
import { injectOf, type ExerciseInject } from '../scenario/scenario.ts';
import { entry, type InjectRevision } from '../state.ts';
import { gridMinuteFrom } from '../../sim/time/grid.ts';
import { refuse, type Refusal } from './refusals.ts';
import { commandRule, type Decided, type ExerciseRoom, type Found, type Sender } from './rule.ts';

/**
 * The facilitators' plan: what injects say and when they go out, until they are out. Each change says which revision it
 * starts from, so that nobody writes over a text that they have not read.
 */

const senders: readonly Sender['kind'][] = ['facilitator'];
const phases = PHASES.filter((phase) => phase !== 'closed');
const base = revisionField;
const inject = idField;
const AS_WRITTEN: Omit<InjectRevision, 'revision'> = {
	timing: { kind: 'asWritten' },
	text: null,
	corrects: null
};

export const editInject = commandRule({
	type: 'editInject',
	payload: v.strictObject({ inject, text: injectTextField, base }),
	...{ senders, phases, whilePaused: true },
	decide: (room, { inject, text, base }) =>
		roleFault(room, text) ?? replan(room, inject, base, (now) => ({ ...now, text }))
});

/** Keeps it until somebody releases it. */
export const parkInject = commandRule({
	type: 'parkInject',
	payload: v.strictObject({ inject, base }),
	...{ senders, phases, whilePaused: true },
	decide: (room, { inject, base }) =>
		replan(room, inject, base, (now) => ({ ...now, timing: { kind: 'parked' } }))
});

/** Moves it to a minute; null: to where the scenario has it, with its condition. */
export const scheduleInject = commandRule({
	type: 'scheduleInject',
	payload: v.strictObject({ inject, atMin: v.nullable(minuteField), base }),
	...{ senders, phases, whilePaused: true },
	decide: (room, { inject, atMin, base }) =>
		replan(room, inject, base, (now) => ({ ...now, timing: timingAt(room, atMin) }))
});

/** Another inject with the same text, parked. */
export const copyInject = commandRule({
	type: 'copyInject',
	payload: v.strictObject({ inject, as: idField }),
	...{ senders, phases, whilePaused: true },
	decide(room, { inject, as }) {
		const planned = injectOf(asPlanned(room.scenario, room.state), inject);
		if (planned === undefined) return unknownInject(room, inject);
		return written(room, as, textOf(planned), { kind: 'parked' }, null);
	}
});

/** A new inject, parked or for a minute; `corrects`: one that is out, and was not right. */
export const writeInject = commandRule({
	type: 'writeInject',
	payload: v.strictObject({
		inject,
		text: injectTextField,
		atMin: v.nullable(minuteField),
		corrects: v.nullable(idField)
	}),
	...{ senders, phases, whilePaused: true },
	decide(room, { inject, text, atMin, corrects }) {
		const fault = roleFault(room, text);
		if (fault !== null) return fault;
		return written(room, inject, text, atMin === null ? { kind: 'parked' } : timingAt(room, atMin), corrects);
	}
});

/** Throws away one that was written in the room. */
export const dropInject = commandRule({
	type: 'dropInject',
	payload: v.strictObject({ inject, base }),
	...{ senders, phases, whilePaused: true },
	decide(room, { inject, base }) {
		if (injectOf(room.scenario, inject) !== undefined) return refuse('notWrittenHere', { inject });
		return replan(room, inject, base, (now) => ({ ...now, timing: { kind: 'dropped' } }));
	}
});

/** Back to an earlier revision, as a new one; 0: as the scenario has it. */
export const restoreInject = commandRule({
	type: 'restoreInject',
	payload: v.strictObject({ inject, revision: revisionField, base }),
	...{ senders, phases, whilePaused: true },
	decide(room, { inject, revision, base }) {
		const isOwn = injectOf(room.scenario, inject) !== undefined;
		const earlier = entry(room.state.plan, inject)?.earlier.find((one) => one.revision === revision);
		const back = earlier ?? (revision === 0 && isOwn ? AS_WRITTEN : null);
		if (back === null) return refuse('unknownRevision', { inject, revision });
		return replan(room, inject, base, () => back);
	}
});

/** A new revision of the plan of an inject that is not out yet. */
function replan(
	room: ExerciseRoom,
	inject: string,
	base: number,
	change: (now: Omit<InjectRevision, 'revision'>) => Omit<InjectRevision, 'revision'>
): Decided {
	const found = findAhead(room, inject, base);
	if ('refusal' in found) return found;
	const { timing, text, corrects } = change(entry(room.state.plan, inject) ?? AS_WRITTEN);
	return (
		timingFault(room, inject, timing) ?? {
			events: [{ type: 'injectPlanned', inject, revision: base + 1, timing, text, corrects }]
		}
	);
}

function written(
	room: ExerciseRoom,
	inject: string,
	text: InjectText,
	timing: Timing,
	corrects: string | null
): Decided {
	const isTaken = injectOf(room.scenario, inject) ?? entry(room.state.plan, inject);
	const wasReleased = Object.values(room.state.worlds).some(({ released }) =>
		released.some((one) => one.inject === inject)
	);
	if (isTaken !== undefined || wasReleased) return refuse('injectIdTaken', { inject });
	return (
		timingFault(room, inject, timing) ?? {
			events: [{ type: 'injectPlanned', inject, revision: 1, timing, text, corrects }]
		}
	);
}

/** An inject that is out in no world, at the revision that its sender has seen. */
export function findAhead(room: ExerciseRoom, inject: string, base: number): Found<number> {
	const { scenario, state } = room;
	const planned = injectOf(asPlanned(scenario, state), inject);
	if (planned === undefined) return unknownInject(room, inject);
	for (const [world, one] of Object.entries(state.worlds)) {
		const isOut = one.fork === null && injectsSeen(scenario, state, one).some((out) => out.inject === inject);
		if (isOut) return refuse('alreadyReleased', { inject, world });
	}
	return revisionFault(room, inject, base) ?? { value: base };
}

/** Whether its text or time has been changed since its sender has seen it. */
export function revisionFault(
	{ scenario, state }: ExerciseRoom,
	inject: string,
	base: number
): { readonly refusal: Refusal } | null {
	const revision = entry(state.plan, inject)?.revision ?? 0;
	if (base === revision) return null;
	const text = textOf(injectOf(asPlanned(scenario, state), inject)!);
	return refuse('injectChanged', { inject, revision, text });
}

function textOf({
	channel,
	from,
	title,
	body,
	to
}: Pick<ExerciseInject, 'channel' | 'from' | 'title' | 'body' | 'to'>): InjectText {
	return { channel, from, title: { ...title }, body: { ...body }, to: to === null ? null : [...to] };
}

/** Time stops on its grid only: what is planned for a minute between goes out at the next one. */
function timingAt({ scenario }: ExerciseRoom, atMin: number | null): Timing {
	if (atMin === null) return { kind: 'asWritten' };
	return atMin > scenario.horizonMin
		? { kind: 'at', atMin }
		: { kind: 'at', atMin: gridMinuteFrom(scenario.spans, atMin) };
}

function timingFault(room: ExerciseRoom, inject: string, timing: Timing): { refusal: Refusal } | null {
	const { scenario, state } = room;
	if (timing.kind === 'parked') {
		const others = Object.values(state.plan).filter(
			(one) => one.inject !== inject && one.timing.kind === 'parked' && isAhead(room, one.inject)
		);
		return others.length >= LIMITS.parked ? refuse('trayFull', { most: LIMITS.parked }) : null;
	}
	if (timing.kind === 'dropped') return null;
	const own = injectOf(scenario, inject);
	if (timing.kind === 'asWritten' && own?.scheduled !== true)
		return own === undefined ? refuse('unknownRevision', { inject, revision: 0 }) : null;
	const atMin = timing.kind === 'at' ? timing.atMin : own!.plannedMin;
	if (atMin > scenario.horizonMin) return refuse('pastHorizon', { horizonMin: scenario.horizonMin });
	const minute = Math.max(...running(room).map((world) => scheduleMinute(state, world)));
	return atMin <= minute ? refuse('inThePast', { inject, atMin, minute }) : null;
}

function isAhead(room: ExerciseRoom, inject: string): boolean {
	return !running(room).some((world) =>
		injectsSeen(room.scenario, room.state, world).some((out) => out.inject === inject)
	);
}

/** What-ifs stand apart. */
function running({ state }: ExerciseRoom) {
	return Object.values(state.worlds).filter(({ fork }) => fork === null);
}

function roleFault({ scenario }: ExerciseRoom, { to }: InjectText): { refusal: Refusal } | null {
	const known = scenario.roles.map(({ id }) => id);
	const unknown = to?.find((role) => !known.includes(role));
	return unknown === undefined ? null : refuse('unknownRole', { id: unknown, known });
}

function unknownInject({ scenario, state }: ExerciseRoom, id: string): { refusal: Refusal } {
	return refuse('unknownInject', { id, known: asPlanned(scenario, state).injects.map((one) => one.id) });
}
