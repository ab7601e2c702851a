import * as v from 'valibot';
import { BOT_PROFILES, event, EVENTS, type EventOf, type RoomEvent } from './events.ts';
import { idField } from './fields.ts';
import { PHASES, type RoundStep } from '../phases/phases.ts';

/**
 * Logs of format 1, as events of today. In it the recovery had no steps and rounds no number: who sent a command of a solo
 * room stood in its id, and `stop.` opened a round. Decisions were opened for bots too. How a bot played stood in the name
 * of its team.
 */

const seatTaken1 = event('seatTaken', { seat: idField, role: idField, team: idField });
const phaseEntered1 = event('phaseEntered', {
	play: v.union([
		v.picklist(PHASES.filter((phase) => phase !== 'incident')),
		v.strictObject({ incident: v.picklist(['situation', 'decide', 'advance']) })
	])
});

/** The events of format 1 by their type. */
export const EVENTS_1 = { ...EVENTS, seatTaken: seatTaken1, phaseEntered: phaseEntered1 } as const;
type PhaseEntered1 = v.InferOutput<typeof phaseEntered1>;
export type RoomEvent1 =
	| Exclude<RoomEvent, { type: 'seatTaken' | 'phaseEntered' }>
	| v.InferOutput<typeof seatTaken1>
	| PhaseEntered1;

/** An event of today, and the place in the old log of the one that it comes from. */
export interface Upcast {
	readonly event: RoomEvent;
	readonly from: number;
}

/** Whether stored events are of format 1: kept runs of that time do not say so. */
export function isFormat1(events: readonly object[]): boolean {
	return events.some((one) => 'type' in one && one.type === 'seatTaken' && !('bot' in one));
}

/** A log of format 1 as a log of today: the same acts, injects and rounds. */
export function upcastEvents(events: readonly RoomEvent1[]): Upcast[] {
	const rounds = roundsOf1(events);
	const upcast: Upcast[] = [];
	let round = 0;
	let place: Pick<EventOf<'phaseEntered'>, 'phase' | 'step'> = { phase: 'lobby', step: null };

	for (const [from, old] of events.entries()) {
		const put = (event: RoomEvent) => upcast.push({ event, from });
		const enter = (phase: EventOf<'phaseEntered'>['phase'], step: RoundStep | null = null) => {
			place = { phase, step };
			const number = step === 'decide' ? ++round : null;
			put({ type: 'phaseEntered', command: old.command, phase, step, round: number });
		};
		const openRecoveryRound = () => {
			if (place.step !== 'situation') enter('recovery', 'situation');
			enter('recovery', 'decide');
		};
		switch (old.type) {
			case 'seatTaken':
				put(seatOf1(old));
				break;
			case 'phaseEntered': {
				if (place.step === 'decide' && typeof old.play === 'string') enter(place.phase, 'advance');
				const step = typeof old.play === 'string' ? null : old.play.incident;
				if (typeof old.play === 'string') {
					enter(old.play, old.play === 'recovery' ? 'situation' : null);
					if (rounds.has(from)) openRecoveryRound();
				} else if (place.phase !== 'incident') enter('incident', 'situation');
				else if (step === 'decide' && rounds.has(from)) enter('incident', 'decide');
				else if (step === 'situation' && opensNext(events, rounds, from)) enter('incident', 'situation');
				else if (step === 'advance' && place.step !== 'advance') enter('incident', 'advance');
				break;
			}
			case 'timeAdvanced':
				if (place.step === 'situation' || place.step === 'decide') enter(place.phase, 'advance');
				put(old);
				if (rounds.has(from)) openRecoveryRound();
				break;
			default:
				put(old);
				if (rounds.has(from)) openRecoveryRound();
		}
	}
	return upcast;
}

/** Whether the next step of an old round opens one of people's; decisions opened for bots alone open none. */
function opensNext(events: readonly RoomEvent1[], rounds: ReadonlySet<number>, from: number): boolean {
	const next = events.findIndex((one, index) => index > from && one.type === 'phaseEntered');
	return next === -1 ? isStop(events[from]) : rounds.has(next);
}

/** Places of the events with which the rounds of an old log had opened. */
function roundsOf1(events: readonly RoomEvent1[]): ReadonlySet<number> {
	const opened: { minute: number; index: number }[] = [];
	let minute = 0;
	for (const [index, one] of events.entries()) {
		if (one.type === 'timeAdvanced') minute = one.toMin;
		if (!isStop(one)) continue;
		// All that opened a round happened at its minute, and each had a minute of its own.
		if (opened.at(-1)?.minute === minute) opened.pop();
		opened.push({ minute, index });
	}
	return new Set(opened.map(({ index }) => index));
}

function isStop({ command }: RoomEvent1): boolean {
	return command.startsWith('stop.');
}

const BOT_TEAM = 'bot.';

function seatOf1(old: v.InferOutput<typeof seatTaken1>): RoomEvent {
	const bot = BOT_PROFILES.find((one) => old.team === BOT_TEAM + one) ?? null;
	return { ...old, team: bot === null ? old.team : old.role, bot };
}
