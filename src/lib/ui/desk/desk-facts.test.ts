import { expect, it } from 'vitest';
import type { LiveRoomView } from '../../client/network/live-room.svelte.ts';
import { aheadOf } from './desk-facts.ts';

const INJECTS = [{ id: 'first' }, { id: 'second' }, { id: 'third' }];
const told = (parts: Readonly<Record<string, unknown>>) => {
	const room = { part: (key: string) => parts[key] ?? null };
	return aheadOf(room as Pick<LiveRoomView, 'part'>)?.map(({ id }) => id) ?? null;
};

it('R217: a run sheet lists what is ahead once it is told, and nothing as long as that is on its way', () => {
	expect(told({ injects: INJECTS, ahead: ['second', 'third'] })).toEqual(['second', 'third']);
	expect(told({ injects: INJECTS, ahead: [] })).toEqual([]);
	expect(told({ injects: INJECTS })).toBeNull();
	expect(told({ ahead: ['second'] })).toBeNull();
});
