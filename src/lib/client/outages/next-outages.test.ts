import { describe, expect, test } from 'vitest';
import type { ComparedShock } from '../../outages/evaluate/compared-shock.ts';
import type { Agreement } from '../../outages/reform/agreement.ts';
import type { HearBroken } from '../worker/open-worker.ts';
import type { OutagesMessage, OutagesRequest } from './messages.ts';
import { NextOutages } from './next-outages.svelte.ts';

const AGREEMENT = { items: [], signatories: [], imposed: [], trust: {} } as unknown as Agreement;
const shock = (kind: string, number: number, months = 36) => ({ kind, number, months }) as ComparedShock;

/** The next outages of a page whose workers say what a test has them say. */
function page() {
	const workers: { asked: OutagesRequest[]; say(message: OutagesMessage): void; breaks: HearBroken }[] = [];
	const outages = new NextOutages((say, breaks) => {
		const asked: OutagesRequest[] = [];
		workers.push({ asked, say, breaks });
		return { ask: (request) => asked.push(request), close: () => {} };
	});
	outages.prepare({ kind: 'builtIn', id: 'july-2024' }, 36);
	outages.settle(AGREEMENT, 36);
	return { outages, workers };
}

describe('R333: a shock that is watched', () => {
	test('is being run until it comes', () => {
		const { outages, workers } = page();
		outages.watch('attack', 3);
		expect(outages.watching).toBe('running');
		workers[0]!.say({ type: 'shock', shock: shock('attack', 3) });
		expect([outages.watching, outages.shock?.kind]).toEqual(['there', 'attack']);
	});

	test('has failed where it cannot be run, and may be asked for again', () => {
		const { outages, workers } = page();
		outages.watch('attack', 3);
		workers[0]!.say({ type: 'shockFailed', kind: 'attack', number: 3 });
		expect([outages.watching, outages.hasFailed]).toEqual(['failed', false]);
		outages.watch('attack', 3);
		workers[0]!.say({ type: 'shock', shock: shock('attack', 3) });
		expect(outages.watching).toBe('there');
	});

	test('has not failed where another one has that was asked for before', () => {
		const { outages, workers } = page();
		outages.watch('attack', 3);
		outages.watch('attack', 4);
		workers[0]!.say({ type: 'shockFailed', kind: 'attack', number: 3 });
		expect(outages.watching).toBe('running');
	});

	test('has failed where its worker breaks, which is replaced by who tries again', () => {
		const { outages, workers } = page();
		outages.watch('attack', 3);
		workers[0]!.breaks('out of memory', true);
		expect([outages.watching, outages.hasFailed]).toEqual(['failed', true]);
		outages.goOn();
		expect([outages.watching, outages.hasFailed]).toEqual(['none', false]);
		expect(workers[1]!.asked.map(({ type }) => type)).toEqual(['prepare', 'settle']);
	});
});
