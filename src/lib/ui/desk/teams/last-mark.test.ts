import { describe, expect, test } from 'vitest';
import type { Note, Rating } from '../../../exercise/state.ts';
import { lastSaidOf } from './last-mark.ts';

const eve = { kind: 'evaluator', seat: 'eve' } as const;
const rating = (team: string, subject: string, author: Rating['author'] = eve): Rating => ({
	...{ author, team, subject, mark: 'P', observation: null }
});
const note = (team: string, text: string): Note => ({
	author: eve,
	text,
	seen: { team, minute: 24 } as never
});

describe('R196: in a team’s row stands what evaluators have said of it last', () => {
	test('the latest mark and the latest note, each of this team alone', () => {
		const said = {
			ratings: [rating('sky', 'first'), rating('sky', 'second'), rating('ward', 'third')],
			notes: [note('sky', 'calm'), note('ward', 'loud')]
		};
		expect(lastSaidOf(said, 'sky').mark?.subject).toBe('second');
		expect(lastSaidOf(said, 'sky').note?.text).toBe('calm');
	});

	test('and nothing of what a team says of itself or a facilitator notes', () => {
		const ratings = [
			rating('sky', 'own', { kind: 'seat', seat: 'airline' }),
			rating('sky', 'desk', { kind: 'facilitator' })
		];
		const notes: Note[] = [{ author: { kind: 'facilitator' }, text: 'entered by hand' }];
		expect(lastSaidOf({ ratings, notes }, 'sky')).toEqual({ mark: null, note: null });
	});
});
