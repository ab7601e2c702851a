import { describe, expect, it } from 'vitest';
import type { Frame } from '../../sim/observe/frame.ts';
import { injectsDue, injectsWaiting } from './injects-due.ts';
import { injectsSeen } from './injects.ts';
import { accept, commit, FACILITATOR, refusalOf, roomIn, runTo, seat } from '../testing/room.ts';
import { english, SCENARIO } from '../testing/scenario.ts';

const CLOCK = { kind: 'clock' } as const;
const at = (minute: number) => ({ minute }) as Frame;
const due = ({ state }: ReturnType<typeof roomIn>, minute: number) =>
	injectsDue(SCENARIO, state, state.worlds.shared, at(minute));
const release = (inject: string) =>
	({ type: 'releaseInject', payload: { world: 'shared', inject } }) as const;

const started = roomIn('incident');
const halted = accept(started, seat('vendor'), commit('halt'));
const explained = accept(halted, seat('vendor'), commit('explain'));

describe('an inject that waits for a condition', () => {
	it('is due while it holds, not before its earliest minute and not after its last', () => {
		expect([59, 89, 90, 99, 131].map((minute) => due(started, minute))).toEqual([
			[],
			[],
			['phishing'],
			['phishing'],
			['phishing']
		]);
		expect([99, 100, 130, 135].map((minute) => due(halted, minute).includes('too-silent'))).toEqual([
			false,
			true,
			true,
			false
		]);
	});

	it('is not due where players have done what it would ask for', () => {
		expect(due(explained, 100)).toEqual(['too-soon']);
	});

	it('is not due before the incident', () => {
		expect(due(roomIn('preparation'), 100)).toEqual([]);
	});

	it('is released once, by the room’s clock, at the minute that the log says', () => {
		const later = accept(runTo(halted, 100), CLOCK, release('too-silent'));
		expect(later.events.at(-1)).toMatchObject({ inject: 'too-silent', atMin: 100 });
		expect(due(later, 100)).toEqual(['phishing', 'too-soon']);
		expect(refusalOf(later, CLOCK, release('too-silent'))).toBe('alreadyReleased');
		const seen = injectsSeen(SCENARIO, later.state, later.state.worlds.shared);
		expect(seen.filter(({ inject }) => inject === 'too-silent')).toHaveLength(1);
	});

	it('can be released by the facilitator instead, and then waits no more', () => {
		const early = accept(started, FACILITATOR, release('phishing'));
		expect(due(early, 90)).toEqual([]);
	});

	it('is waited for until its last minute', () => {
		const waiting = (minute: number) =>
			injectsWaiting(SCENARIO, started.state, started.state.worlds.shared, minute).map(({ id }) => id);
		expect(waiting(0)).toEqual(['phishing', 'too-silent', 'too-soon']);
		expect(waiting(131)).toEqual(['phishing', 'too-soon']);
	});
});

it('the clock writes no injects of its own', () => {
	const inject = {
		inject: 'mine',
		channel: 'ticket' as const,
		from: 'x',
		title: english('t'),
		body: english('b'),
		to: null
	};
	const body = { type: 'releaseInject', payload: { world: 'shared', inject } } as const;
	expect(refusalOf(started, CLOCK, body)).toBe('clockCannotWrite');
	expect(refusalOf(started, FACILITATOR, body)).toBeNull();
});
