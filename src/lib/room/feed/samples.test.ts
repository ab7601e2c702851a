import { describe, expect, test } from 'vitest';
import { compileModel } from '../../scenario/compile/model.ts';
import { simEngine } from '../../exercise/world/engine.ts';
import { sampleOf, type Sample } from './samples.ts';
import { readSample, sentSample, type SentSample } from './sent-sample.ts';
import { withSamples } from './with-samples.ts';
import { playedPack } from '../testing/played-pack.ts';

const PACK = playedPack();

const facts = {
	sectors: PACK.scenario.sectors.map(({ id, name, unit }) => ({ id, name, unit, undone: null })),
	mine: ['hospital'],
	scenario: {
		trustIn: PACK.exercise.trustIn,
		roles: PACK.scenario.roles.map(({ id, organisations }) => ({
			id,
			organisations: organisations.map((one) => ({ id: one }))
		}))
	}
};
const run = simEngine(compileModel(PACK.scenario), '1').start();
run.advance([], 60);
const frame = run.frame();

test('a sample reads the world, every sector and the person’s own organisations off a frame', () => {
	const sample = sampleOf(frame, facts);
	expect(sample).toMatchObject({ minute: 60, down: frame.world.down, lossCents: frame.lossCents });
	expect(sample.down).toBeGreaterThan(0);
	expect(sample.sectors.map(({ output }) => output)).toEqual(
		facts.sectors.map(({ id }) => frame.services[id].output)
	);
	expect(sample.own).toMatchObject([{ organisation: 'harbour-hospital', hosts: 101 }]);
	expect(sampleOf(frame, { ...facts, mine: ['vendor'] }).own).toEqual([]);
});

test('R216: a sample travels as numbers, and every curve is drawn through the same points as before', () => {
	const exact = sampleOf(frame, facts);
	const sent = JSON.stringify(sentSample(exact));
	expect(sent.length).toBeLessThan(JSON.stringify(exact).length / 1.5);
	const read = readSample(JSON.parse(sent) as SentSample);
	expect(Object.keys(read).sort()).toEqual(Object.keys(exact).sort());
	const numbers = (value: unknown): number[] => {
		if (typeof value === 'number') return [value];
		return typeof value === 'object' ? Object.values(value ?? {}).flatMap(numbers) : [];
	};
	const [told, real] = [numbers({ ...exact, ...read }), numbers(exact)];
	expect(told).toHaveLength(real.length);
	for (const [place, one] of real.entries()) expect(told[place]! - one).toBeCloseTo(0, one > 1e4 ? -1 : 2);
	expect(read.own.map(({ organisation }) => organisation)).toEqual(['harbour-hospital']);
});

describe('the samples of a run', () => {
	const at = (minute: number): Sample => ({ ...sampleOf(frame, facts), minute });
	const minutes = (samples: readonly Sample[]) => samples.map(({ minute }) => minute);

	test('are added in order, and none twice', () => {
		const samples = withSamples([at(0), at(5)], [at(5), at(3), at(9)]);
		expect(minutes(samples)).toEqual([0, 5, 9]);
	});

	test('stay few, with the first, the last and what is recent in full', () => {
		let samples: readonly Sample[] = [];
		for (let minute = 0; minute < 5000; minute++) samples = withSamples(samples, [at(minute)]);
		expect(samples.length).toBeLessThanOrEqual(800);
		expect(samples.length).toBeGreaterThan(400);
		expect(samples[0].minute).toBe(0);
		expect(minutes(samples).slice(-200)).toEqual(Array.from({ length: 200 }, (_, i) => 4800 + i));
		expect(minutes(samples)).toEqual([...minutes(samples)].sort((a, b) => a - b));
	});
});
