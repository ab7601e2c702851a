import * as v from 'valibot';
import { EVENTS, type Author } from '../log/events.ts';
import { bodyField } from '../log/fields.ts';
import { PHASES } from '../phases/phases.ts';
import { refuse, type Refusal } from './refusals.ts';
import { commandRule, findSeat, type ExerciseRoom, type Sender } from './rule.ts';

const { team, subject, mark, observation, seen } = EVENTS.rated.entries;
const WRITERS: readonly Sender['kind'][] = ['facilitator', 'evaluator', 'seat'];

/**
 * Rates how a critical task was performed, by an evaluator or, of one's own team, by a player. The latest mark of an
 * author holds; those before it stay. After the end too: what was written without a network arrives late.
 */
export const rate = commandRule({
	type: 'rate',
	payload: v.strictObject({ team, subject, mark, observation, seen }),
	senders: WRITERS,
	phases: PHASES.filter((phase) => phase !== 'lobby'),
	whilePaused: true,
	decide(room, payload, by) {
		const author = authorOf(room, by);
		if ('refusal' in author) return author;
		if (author.kind === 'seat' && findTeam(room, author.seat) !== payload.team) {
			return refuse('notYourTeam', { team: payload.team });
		}
		return { events: [{ type: 'rated', author, ...payload }] };
	}
});

/** Writes down a note that stays with its author, or, from an evaluator, with the exercise's staff. */
export const note = commandRule({
	type: 'note',
	payload: v.strictObject({ text: bodyField, seen }),
	senders: WRITERS,
	phases: PHASES,
	whilePaused: true,
	decide(room, payload, by) {
		const author = authorOf(room, by);
		return 'refusal' in author ? author : { events: [{ type: 'noted', author, ...payload }] };
	}
});

function findTeam(room: ExerciseRoom, seat: string): string | null {
	const found = findSeat(room, seat);
	return 'refusal' in found ? null : found.value.team;
}

function authorOf(room: ExerciseRoom, by: Sender): Author | { refusal: Refusal } {
	if (by.kind === 'facilitator') return { kind: by.kind };
	if (by.kind === 'evaluator')
		return by.seat === undefined ? { kind: by.kind } : { kind: by.kind, seat: by.seat };
	if (by.kind !== 'seat') return refuse('notAllowed', { command: 'note', senders: WRITERS, by: by.kind });
	const seat = findSeat(room, by.seat);
	return 'refusal' in seat ? seat : { kind: 'seat', seat: by.seat };
}
