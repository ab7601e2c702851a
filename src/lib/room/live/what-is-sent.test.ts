import { describe, expect, test } from 'vitest';
import { EVENT_TYPES } from '../../exercise/log/events.ts';
import type { FeedKey } from '../feed/audience-key.ts';
import { BEN, onTo, WAYS, written, type Opened } from '../testing/written-room.ts';

/*
 * Every kind of event and every kind of audience, in both ways of playing: somebody writes something of their own
 * wherever people can write, and everything that ever went out is searched for it.
 */

const STAFF: readonly FeedKey[] = ['facilitator', 'evaluator'];

/** The feeds to which anything with this text ever went. */
const toldTo = ({ sent }: Opened, secret: string) =>
	[...new Set([...sent].flatMap(([feed, text]) => (text.includes(secret) ? heardBy(feed) : [])))].sort();

/** What the staff's page shows of one world is heard by all of them. */
const heardBy = (feed: FeedKey): readonly FeedKey[] =>
	feed.startsWith('staff:') ? ['facilitator', 'evaluator'] : [feed];

describe.each(Object.entries(WAYS))(
	'R211: what is sent in a room where the way of playing is %s',
	(_name, way) => {
		const { own, other } = way;
		const team: FeedKey = `team:${own}`;
		/** Whoever plays the role that something was written for. */
		const ward: readonly FeedKey[] =
			way === WAYS.parallel ? ['one', 'two', 'three'].map((id) => `team:${id}` as const) : [team];
		const everybody: readonly FeedKey[] = [
			...STAFF,
			...way.summary.setup.teams.map(({ id }) => `team:${id}` as const),
			...(['stage', 'observer'] as const)
		];

		test('is what its audience may see, of every kind of event', async () => {
			const room = await written(way);
			const types = new Set((await room.log()).map(({ type }) => type));
			const expected: Readonly<Record<string, readonly FeedKey[]>> = {
				'SECRET-pad': [team],
				'SECRET-advice': [`person:${BEN}`],
				'SECRET-reason': [...STAFF, team],
				'SECRET-amended': [...STAFF, team],
				'SECRET-again': [...STAFF, team],
				// Who is asked reads why; who asks knows it.
				'SECRET-asked': [...STAFF, way === WAYS.parallel ? team : `team:${other}`],
				'SECRET-evaluator-note': STAFF,
				'SECRET-facilitator-note': ['facilitator'],
				'SECRET-rating': STAFF,
				'SECRET-planned': STAFF,
				'SECRET-one-role': [...STAFF, ...ward],
				'SECRET-public': [...everybody, 'phone'],
				'SECRET-question': [...STAFF, team],
				'repair.script': STAFF,
				'a seed': ['facilitator']
			};
			for (const [secret, feeds] of Object.entries(expected))
				expect(toldTo(room, secret), secret).toEqual([...feeds].sort());
			expect(toldTo(room, 'SECRET-ben')).not.toContain(`team:${other}`);
			// What is sent of a summit stands in summit.test.ts: this scenario has none.
			const asked = way === WAYS.parallel ? ['decisionAsked', 'decisionDeclined'] : [];
			expect(EVENT_TYPES.filter((type) => !types.has(type))).toEqual([...asked, 'negotiated', 'revealed']);
		});

		test('opens reasons and messages of the part that is revealed, and nothing else', async () => {
			const room = await written(way);
			await onTo(room, () => room.step().phase === 'hotWash');
			await room.clock.pass(500);
			expect((await room.log()).map(({ type }) => type)).toContain('revealed');
			// A world of one's own stays one's own.
			const opens = (before: readonly FeedKey[]) => (way === WAYS.parallel ? before : everybody);
			for (const [secret, before] of [
				['SECRET-again', [...STAFF, team]],
				['SECRET-one-role', [...STAFF, ...ward]]
			] as const)
				expect(toldTo(room, secret), secret).toEqual([...opens(before)].sort());
			for (const [secret, feeds] of [
				['SECRET-pad', [team]],
				['SECRET-advice', [`person:${BEN}`]],
				['SECRET-planned', STAFF],
				['SECRET-rating', STAFF],
				['a seed', ['facilitator']]
			] as const)
				expect(toldTo(room, secret), secret).toEqual([...feeds].sort());
		});
	}
);
