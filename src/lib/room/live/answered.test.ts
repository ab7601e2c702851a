import { expect, test } from 'vitest';
import { FakeClock } from '../testing/fake-clock.ts';
import { Answered } from './answered.ts';

test('R279: a request that was late on its way is not done again, however many others came in between', async () => {
	const clock = new FakeClock();
	const answered = new Answered(clock);
	let times = 0;
	const vote = () => answered.once('p1.a', async () => ({ kind: 'accepted', version: ++times }));
	const first = await vote();
	for (let n = 0; n < 5000; n++) await answered.once(`p2.${n}`, async () => ({ kind: 'behind', version: n }));
	clock.passNow(30_000);
	expect(await vote()).toEqual(first);
	expect(times).toBe(1);
	// Nobody sends anything again for so long, and rooms are open for days.
	clock.passNow(120_000);
	await answered.once('p2.later', async () => ({ kind: 'behind', version: 0 }));
	await vote();
	expect(times).toBe(2);
});

test('R279: where nobody could be answered the next copy is asked anew', async () => {
	const answered = new Answered(new FakeClock());
	const lost = answered.once('p1.a', () => Promise.reject(new Error('the thread has ended')));
	await expect(lost).rejects.toThrow('has ended');
	const answer = await answered.once('p1.a', async () => ({ kind: 'accepted', version: 1 }));
	expect(answer).toEqual({ kind: 'accepted', version: 1 });
});
