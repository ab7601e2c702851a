import { describe, expect, test } from 'vitest';
import { codeOf, deciding } from '../../testing/filled-room.ts';
import { openLiveRoom } from '../../testing/live-room.ts';
import { sharesOf } from '../ballots/shares.ts';

const message = (inject: string, words: number) => ({
	inject,
	title: { en: 'title' },
	body: { en: Array.from({ length: words }, () => 'word').join(' ') }
});

describe('what a team reads', () => {
	test('R191: the desk is told which teams have opened a message, and nobody else is', async () => {
		const { ask, part, sent, store, clock } = await deciding();
		const known = Object.values(part('team:ward', 'view')!.projection.worlds)[0]!.injects[0]!.inject;
		const before = sent.get('stage');
		expect(codeOf(await ask('p3', { type: 'openInjects', injects: [known, 'no-such-one'] }))).toBe(
			'accepted'
		);
		await clock.pass(300);
		expect(part('facilitator', 'plan')!.opened).toEqual({ [known]: ['ward'] });
		expect(sent.get('stage')).toBe(before);
		await ask('p4', { type: 'openInjects', injects: [known] });
		await clock.pass(300);
		expect(part('facilitator', 'plan')!.opened).toEqual({ [known]: ['makers', 'ward'] });
		const again = await openLiveRoom(store);
		expect(again.part('facilitator', 'plan')!.opened).toEqual({ [known]: ['makers', 'ward'] });
	});

	test('R192: new messages are shared out in turn, each to whoever has least to read so far', () => {
		const messages = [message('long', 100), message('short', 10), message('other', 20), message('last', 5)];
		const shares = { long: 'ana', short: 'ben', other: 'ben', last: 'ben' };
		expect(sharesOf(messages, ['ana', 'ben'])).toEqual(shares);
		expect(sharesOf([...messages, message('later', 9)], ['ana', 'ben'])).toMatchObject(shares);
		expect(sharesOf(messages, [])).toEqual({});
	});

	test('R192: a team shares among those who are here, sees who reads what, and can read everything after all', async () => {
		const { ask, part, room } = await deciding();
		const injects = Object.values(part('team:ward', 'view')!.projection.worlds)[0]!.injects;
		expect(part('team:ward', 'team')!.shares).toBeNull();
		await ask('p3', { type: 'shareReading', shared: true });
		const { shares } = part('team:ward', 'team')!;
		expect(Object.keys(shares!).sort()).toEqual(injects.map(({ inject }) => inject).sort());
		expect(Object.values(shares!).every((one) => one === 'p2' || one === 'p3')).toBe(true);
		expect(part('team:makers', 'team')!.shares).toBeNull();
		room.presence('p3', false);
		await ask('p2', { type: 'shareReading', shared: true });
		expect(new Set(Object.values(part('team:ward', 'team')!.shares!))).toEqual(new Set(['p2']));
		await ask('p2', { type: 'shareReading', shared: false });
		expect(part('team:ward', 'team')!.shares).toBeNull();
	});
});
