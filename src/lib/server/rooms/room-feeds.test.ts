import { expect, test } from 'vitest';
import { RoomFeeds } from './room-feeds.ts';

const ANA = ['team:a', 'person:p1'] as const;
const ANA_MOVED = ['team:b', 'person:p1'] as const;

function filled() {
	const feeds = new RoomFeeds();
	feeds.update('team:a', { clock: '1', cards: '[]' });
	feeds.update('team:b', { clock: '2' });
	feeds.update('person:p1', { you: '"Ana"' });
	feeds.update('person:p2', { you: '"Ben"' });
	return feeds;
}

test('R49: a person is shown the feed of their audience and their own, and no other', () => {
	expect(filled().since(ANA, null)).toMatchObject({
		all: true,
		parts: { clock: '1', cards: '[]', you: '"Ana"' }
	});
});

test('R50: whoever comes back with a cursor is sent what has changed since, and nothing twice', () => {
	const feeds = filled();
	const { cursor } = feeds.since(ANA, null);
	expect(feeds.since(ANA, cursor)).toEqual({ cursor, all: false, parts: {} });
	feeds.update('team:a', { cards: null });
	feeds.update('team:a', { clock: '5' });
	feeds.update('team:b', { clock: '6' });
	const later = feeds.since(ANA, cursor);
	expect(later).toMatchObject({ all: false, parts: { cards: null, clock: '5' } });
	expect(feeds.since(ANA, later.cursor).parts).toEqual({});
});

test('R50: a cursor of another time is answered with everything', () => {
	const feeds = filled();
	const { cursor } = filled().since(ANA, null);
	for (const unknown of [cursor, '', 'x', `${feeds.cursor(ANA)}~1`, feeds.cursor(ANA).replace(/\d+$/, '99')])
		expect(feeds.since(ANA, unknown)).toMatchObject({ all: true, parts: { clock: '1' } });
});

test('R51: whoever has moved to another team is sent everything of that one', () => {
	const feeds = filled();
	expect(feeds.since(ANA_MOVED, feeds.cursor(ANA))).toMatchObject({
		all: true,
		parts: { clock: '2', you: '"Ana"' }
	});
});

test('a change is made into text once for all who have seen the same', () => {
	const feeds = filled();
	const change = feeds.update('team:a', { clock: '5', cards: null })!;
	const cursor = feeds.cursor(ANA);
	expect(change.message(cursor)).toBe(change.message(cursor));
	expect(JSON.parse(change.message(cursor).toString())).toEqual({
		type: 'changes',
		cursor,
		all: false,
		parts: { clock: '5', cards: null }
	});
	expect(feeds.update('team:a', { clock: '5' })).toBeNull();
});
