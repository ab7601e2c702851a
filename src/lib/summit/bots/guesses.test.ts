import { expect, test } from 'vitest';
import { TestSummit } from '../testing/room.ts';
import { summitOf } from '../testing/worked-examples.ts';
import { toOthers } from './guesses.ts';
import { mindOf } from './mind.ts';

const summit = summitOf('july-2024');

test('whoever objects may be brought in by what it objects to; whoever has given its word to say yes need not be', () => {
	const room = TestSummit.bargaining(summit, { 'sd-rings': 'airline' });
	const strike = [{ kind: 'strike', measure: 'sd-rings' }] as const;
	const helps = () => toOthers(mindOf(summit, room.state, 'government'), strike, 'government').helps;
	expect(helps()).toBe(0);
	const because = { kind: 'freedom', measure: 'sd-rings' } as const;
	room.say('security-vendor', 'takeStance', { isContent: false, because });
	expect(helps()).toBeGreaterThan(0);
	room.say('security-vendor', 'pledge', { to: 'bank', promises: 'keepMeasure', measure: 'sd-rings' });
	expect(helps()).toBeGreaterThan(0);
	room.say('security-vendor', 'pledge', { to: 'bank', promises: 'sayYes', measure: null });
	expect(helps()).toBe(0);
});
