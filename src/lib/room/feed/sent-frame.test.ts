import { expect, test } from 'vitest';
import { compileModel } from '../../scenario/compile/model.ts';
import { simEngine } from '../../exercise/world/engine.ts';
import { unprotectedOf } from '../../sim/observe/frame.ts';
import { sampleOf } from './samples.ts';
import { countriesOn } from '../map/countries-on.ts';
import { mapFactsOf } from '../map/map-facts.ts';
import { playedPack } from '../testing/played-pack.ts';
import { frameOf, sentFrame } from './sent-frame.ts';

const PACK = playedPack();
const run = simEngine(compileModel(PACK.scenario), '1').start();
run.advance([], 120);
const frame = run.frame();
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
const back = frameOf(JSON.parse(JSON.stringify(sentFrame(frame, facts))) as ReturnType<typeof sentFrame>);

test('R153: a frame travels as numbers, and every point of a curve and every figure is read off it as before', () => {
	expect(frame.world.down).toBeGreaterThan(0);
	const exact = sampleOf(frame, facts);
	const told = sampleOf(back, facts);
	expect({ ...told, sectors: [], own: [], trust: null }).toEqual({
		...exact,
		sectors: [],
		own: [],
		trust: null
	});
	for (const group of ['public', 'customers', 'government'] as const)
		expect(told.trust![group]).toBeCloseTo(exact.trust![group], 5);
	for (const [index, sector] of exact.sectors.entries()) {
		expect(told.sectors[index]!.lossCents).toBe(sector.lossCents);
		expect(told.sectors[index]!.lostUnits / (sector.lostUnits || 1)).toBeCloseTo(sector.lostUnits && 1, 4);
		expect(told.sectors[index]!.output).toBeCloseTo(sector.output, 3);
	}
	for (const key of ['bySector', 'byOrganisation'] as const)
		for (const [id, tally] of Object.entries(frame[key])) {
			const one = back[key][id]!;
			expect([one.hosts, one.down, one.counts.recovered, unprotectedOf(one)]).toEqual([
				tally.hosts,
				tally.down,
				tally.counts.recovered,
				unprotectedOf(tally)
			]);
		}
});

test('R153: no number of a frame is longer than what is seen of it', () => {
	const text = JSON.stringify(sentFrame(frame, facts));
	expect(text.match(/\d+\.\d+/g)!.filter((number) => number.length > 10)).toEqual([]);
});

test('R215: countries are not told once more: they are read off the map', () => {
	expect(JSON.stringify(sentFrame(frame, facts))).not.toContain('byCountry');
	const map = mapFactsOf(PACK.scenario, PACK.model);
	const read = frameOf(sentFrame(frame, facts), () => countriesOn(map, run.mapSnapshot())).byCountry;
	expect(Object.keys(read).sort()).toEqual(Object.keys(frame.byCountry).sort());
	for (const [country, { hosts, down, counts }] of Object.entries(frame.byCountry))
		expect(read[country]).toMatchObject({ hosts, down, counts });
});
