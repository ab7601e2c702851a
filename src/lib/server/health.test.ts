import { expect, test } from 'vitest';
import { healthAnswer } from './health.ts';

const healthy = { instance: 'abc', notReady: () => null };

test('a process that answers is alive, and says which one it is', () => {
	const answer = healthAnswer('/healthz', healthy)!;
	expect(answer.status).toBe(200);
	expect(JSON.parse(answer.body)).toEqual({ status: 'ok', instance: 'abc' });
});

test('people are sent here until it stops; then the reason is given, and it still lives', () => {
	expect(healthAnswer('/readyz', healthy)?.status).toBe(200);
	const stopping = { ...healthy, notReady: () => 'stopping' };
	expect(healthAnswer('/readyz', stopping)).toMatchObject({ status: 503 });
	expect(JSON.parse(healthAnswer('/readyz', stopping)!.body)).toEqual({
		status: 'notReady',
		reason: 'stopping'
	});
	expect(healthAnswer('/healthz', stopping)?.status).toBe(200);
});

test('other addresses are no questions about health', () => {
	for (const path of ['/', '/healthz/', '/health']) expect(healthAnswer(path, healthy)).toBeNull();
});
