import { describe, expect, test } from 'vitest';
import { patched, type Patch } from './patch.ts';
import { ToldFeed } from './told-feed.ts';

const isForLate = (part: string, wasThere: boolean) => part === 'whole' && wasThere;
const feed = () => new ToldFeed({ textOf: (_part, value) => JSON.stringify(value), isForLate });
const messages = (count: number) =>
	Array.from({ length: count }, (_, n) => ({
		id: `m${n}`,
		body: 'As many words as a message has. '.repeat(3)
	}));

describe('what is told of a feed', () => {
	test('R214: of a long list is what was added; the whole of it is there for those who come late', () => {
		const told = feed();
		expect(told.update({ view: { messages: messages(20) } })!.patches).toEqual({});
		const { changes, patches } = told.update({ view: { messages: messages(21) } })!;
		expect(patches.view!.length).toBeLessThan(changes.view!.length / 10);
		const after = patched({ view: { messages: messages(20) } }.view, JSON.parse(patches.view!) as Patch);
		expect(after).toEqual(JSON.parse(changes.view!));
	});

	test('R214: is nothing where nothing has changed, and the whole part where most of it has', () => {
		const told = feed();
		told.update({ view: { messages: messages(9) }, step: 'lobby' });
		expect(told.update({ view: { messages: messages(9) }, step: 'lobby' })).toBeNull();
		const others = messages(9).map((one) => ({ ...one, body: one.body.toUpperCase() }));
		expect(told.update({ view: { messages: others } })!.patches).toEqual({});
	});

	test('names what tells nothing to those who have heard everything', () => {
		const told = feed();
		expect(told.update({ whole: 1 })!.forLate).toEqual([]);
		expect(told.update({ whole: 2, step: 3 })!.forLate).toEqual(['whole']);
	});

	test('a part that was gone is told whole when it comes back', () => {
		const told = feed();
		told.update({ view: { messages: messages(9) } });
		expect(told.update({ view: undefined })).toMatchObject({ changes: { view: null }, patches: {} });
		expect(told.update({ view: { messages: messages(10) } })!.patches).toEqual({});
	});
});
