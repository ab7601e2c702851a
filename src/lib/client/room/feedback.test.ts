import { expect, test } from 'vitest';
import { openHost, PACK, runsOf } from './testing/solo-host.ts';

test('the first stop too says what has changed of what the person is judged by', async () => {
	const host = openHost({ runMany: runsOf(PACK) });
	await host.toFirstRound();
	await host.until(() => (host.latest('feedback') ?? null) !== null);
	const { feedback } = host.latest('feedback')!;
	expect(feedback.sinceMin).toBe(0);
	expect(feedback.minute).toBeGreaterThan(0);
	expect(feedback.terms.length).toBeGreaterThan(0);
	// Nothing has been decided so far.
	for (const { yours } of feedback.terms) expect(yours).toBe(0);
});
