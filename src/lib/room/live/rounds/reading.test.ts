import { expect, test } from 'vitest';
import { readingMin } from './reading.ts';

const words = (n: number) => ({ en: Array.from({ length: n }, () => 'word').join(' ') });
const inject = (atMin: number, n: number) => ({ atMin, title: words(0), body: words(n) });
const decision = (id: string, availableFromMin: number, n: number) =>
	({ id, availableFromMin, title: words(0), text: words(n) }) as never;

const reading = (step: 'situation' | 'decide', standings: object) =>
	readingMin({
		projection: {
			ownWorld: 'w',
			worlds: { w: { injects: [inject(5, 400), inject(25, 100)], standings } } as never,
			rounds: [{ round: 1, atMin: 20, part: 'incident', version: 1 }],
			position: { phase: 'incident', step, clock: 'running' }
		},
		decisions: [decision('old', 0, 200), decision('new', 30, 100), decision('other', 30, 1000)]
	});

test('R129: what a team has to read in a round is what has come since the round before, and cards that are new', () => {
	const standings = { old: { kind: 'decisionsClosed' }, new: { kind: 'decisionsClosed' } };
	// Before the second round: the message of minute 25 and the card that opens at 30, at 200 words a minute.
	expect(reading('situation', standings)).toBe(1);
	// In the first round everything is new, and only what can be taken is read.
	expect(reading('decide', { old: { kind: 'open' }, new: { kind: 'notYet', fromMin: 30 } })).toBe(3.5);
});
