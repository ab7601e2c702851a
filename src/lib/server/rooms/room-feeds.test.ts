import { expect, test } from 'vitest';
import type { Changes } from '../../room/feed/feed.ts';
import { missedMessage, RoomFeeds } from './room-feeds.ts';

const ANA = ['team:a', 'person:p1'] as const;
const ANA_MOVED = ['team:b', 'person:p1'] as const;

const whole = (changes: Changes) => ({ changes, patches: {}, forLate: [] });

function filled() {
	const feeds = new RoomFeeds();
	feeds.update('team:a', whole({ clock: '1', cards: '[]' }));
	feeds.update('team:b', whole({ clock: '2' }));
	feeds.update('person:p1', whole({ you: '"Ana"' }));
	feeds.update('person:p2', whole({ you: '"Ben"' }));
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
	feeds.update('team:a', whole({ cards: null }));
	feeds.update('team:a', { ...whole({ clock: '5' }), patches: { clock: '[{}]' } });
	feeds.update('team:b', whole({ clock: '6' }));
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

test('R273: a map that a page has not shown is told whole once it does, and what it was told before is not told again', () => {
	const feeds = filled();
	const WITH_MAP = [...ANA, 'map:team:a'] as const;
	feeds.update('map:team:a', whole({ mapWhole: '1' }));
	const opened = feeds.since(WITH_MAP, feeds.cursor(ANA));
	expect(opened).toMatchObject({ all: false, parts: { mapWhole: '1' } });
	feeds.update('map:team:a', whole({ mapWhole: '2' }));
	expect(feeds.since(WITH_MAP, opened.cursor).parts).toEqual({ mapWhole: '2' });
	feeds.update('team:a', whole({ clock: '8' }));
	const folded = feeds.since(ANA, opened.cursor);
	expect(folded).toMatchObject({ all: false, parts: { clock: '8' } });
	expect(feeds.since(WITH_MAP, folded.cursor).parts).toEqual({ mapWhole: '2' });
});

test('R51: whoever has moved to another team is sent everything of that one', () => {
	const feeds = filled();
	expect(feeds.since(ANA_MOVED, feeds.cursor(ANA))).toMatchObject({
		all: true,
		parts: { clock: '2', you: '"Ana"' }
	});
});

test('R214: whoever has heard everything is told what has changed in a part, anybody else all of it', () => {
	const feeds = filled();
	feeds.update('team:a', { ...whole({ cards: '[1]' }), patches: { cards: '[{"0":1}]' } });
	const missed = feeds.since(ANA, null);
	expect(JSON.parse(missedMessage(missed))).toEqual({
		type: 'changes',
		cursor: missed.cursor,
		all: true,
		parts: { clock: 1, cards: [1], you: 'Ana' }
	});
});

test('a change is made into text once for all who have seen the same', () => {
	const feeds = filled();
	const change = feeds.update('team:a', {
		changes: { clock: '5', cards: null, view: '{"a":1,"b":2}', all: '"for who comes late"' },
		patches: { view: '[{"b":2}]' },
		forLate: ['all']
	})!;
	const cursor = feeds.cursor(ANA);
	expect(change.message(cursor)).toBe(change.message(cursor));
	expect(JSON.parse(change.message(cursor).toString())).toEqual({
		type: 'changes',
		cursor,
		all: false,
		parts: { clock: 5, cards: null },
		patches: { view: [{ b: 2 }] }
	});
	expect(feeds.update('team:a', whole({ clock: '5' }))).toBeNull();
});
