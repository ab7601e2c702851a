import { describe, expect, test } from 'vitest';
import { openLiveRoom } from '../../testing/live-room.ts';
import { codeOf, filled } from '../../testing/filled-room.ts';

const set = { type: 'setWifi', name: 'Venue guests', password: 'SECRET-wifi' } as const;

describe('R197: the Wi-Fi that a facilitator names is shown to those who join, and is in no log', () => {
	test('the stage and the desks have its password, people who are in only its name', async () => {
		const room = await filled();
		expect(room.part('stage', 'wifi')).toBeUndefined();
		await room.ask('p1', set);
		await room.clock.pass(300);
		for (const feed of ['facilitator', 'stage'] as const)
			expect(room.part(feed, 'wifi')).toEqual({ name: set.name, password: set.password });
		for (const feed of ['team:ward', 'phone', 'door', 'evaluator'] as const) {
			expect(room.part(feed, 'wifi')).toEqual({ name: set.name, password: null });
			expect(room.sent.get(feed)).not.toContain('SECRET-wifi');
		}
	});

	test('nothing of it is in the log, and it is there again after a restart', async () => {
		const first = await filled();
		await first.ask('p1', set);
		expect(JSON.stringify(await first.log())).not.toContain('Venue');
		await first.room.close();
		const again = await openLiveRoom(first.store);
		expect(again.part('stage', 'wifi')).toEqual({ name: set.name, password: set.password });
	});

	test('an empty name takes it away; a player cannot set it', async () => {
		const room = await filled();
		await room.ask('p1', set);
		expect(codeOf(await room.ask('p2', set))).toBe('notForYou');
		await room.ask('p1', { type: 'setWifi', name: '', password: null });
		await room.clock.pass(300);
		expect(room.part('stage', 'wifi')).toBeUndefined();
	});
});
