import { expect, test } from 'vitest';
import { exampleScenario } from '../example.ts';
import { parseScenario } from '../parse.ts';
import { library, scenarioOf } from '../testing/pack.ts';
import { SMALL } from '../testing/small.ts';

const withOwn = (text: string) => `${exampleScenario('Mine')}\nownSectors:\n${text}`;
const plain = scenarioOf(exampleScenario('Mine'));
const sector = (of: typeof plain, id: string) => of.sectors.find((one) => one.id === id)!;
const settingsFor = (of: typeof plain, id: string) =>
	of.settings.filter(({ scope }) => scope.kind === 'sector' && scope.id === id);

const OWN = withOwn('  - { id: universities, like: education, name: { en: Universities }, hostShare: 0.02 }');

test('R234: a new sector is like one of the model’s in everything that is not said', () => {
	const own = scenarioOf(OWN);
	const { id, name, hostShare, ...rest } = sector(own, 'universities');
	expect({ id, name, hostShare }).toEqual({
		id: 'universities',
		name: { en: 'Universities' },
		hostShare: 0.02
	});
	const { id: _id, name: _name, hostShare: _share, ...likewise } = sector(plain, 'education');
	expect(rest).toEqual(likewise);
	expect(settingsFor(own, 'universities').map(({ parameter, value }) => [parameter, value])).toEqual(
		settingsFor(plain, 'education').map(({ parameter, value }) => [parameter, value])
	);
	const dependsOn = (of: typeof plain, from: string) =>
		of.dependencies
			.filter((one) => of.sectors[one.sector]!.id === from)
			.map(({ on, weight }) => [of.sectors[on]!.id, weight]);
	expect(dependsOn(own, 'universities')).toEqual(dependsOn(plain, 'education'));
});

test('R234: host shares stay a whole, and the others keep their proportions', () => {
	const own = scenarioOf(OWN);
	expect(own.sectors.reduce((sum, { hostShare }) => sum + hostShare, 0)).toBeCloseTo(1, 9);
	const ratio = (of: typeof plain) => sector(of, 'retail').hostShare / sector(of, 'banks').hostShare;
	expect(ratio(own)).toBeCloseTo(ratio(plain), 9);
});

test('R234: a class mix of one’s own changes one sector and leaves twelve as they were', () => {
	const mix = { server: 0.1, workstation: 0.6, laptop: 0.1, kiosk: 0.15, cloud: 0.05 };
	const own = scenarioOf(withOwn(`  - { id: hospitals, classMix: ${JSON.stringify(mix)} }`));
	expect(sector(own, 'hospitals').classMix).toEqual(mix);
	expect(own.sectors.filter(({ id }) => id !== 'hospitals')).toEqual(
		plain.sectors.filter(({ id }) => id !== 'hospitals')
	);
});

test.each([
	['a new one that is like nothing', '  - { id: univercities, hostShare: 0.1 }', 'sectorLikeNone'],
	['one that is there and like another', '  - { id: banks, like: retail }', 'sectorTaken'],
	['one that is like none of the model’s', '  - { id: mills, like: manufactoring }', 'unknown'],
	[
		'a mix that is no whole',
		'  - { id: banks, classMix: { server: 1, workstation: 1, laptop: 0, kiosk: 0, cloud: 0 } }',
		'notWhole'
	]
])('R234: %s is refused at its entry, once', (_what, text, code) => {
	const parsed = parseScenario(withOwn(text), 'mine.yaml', library);
	expect(parsed.ok ? [] : parsed.faults.map((fault) => [fault.path.split('.')[0], fault.code])).toEqual([
		['ownSectors[0]', code]
	]);
});

test('R234: what is wrong in a scenario’s list of sectors is said of that list, beside sectors of one’s own too', () => {
	const faultsOf = (change: (text: string) => string) => {
		const own = `${SMALL}ownSectors:\n  - { id: airlines, unitsPerDay: 400 }\n`;
		const parsed = parseScenario(change(own), 'small.yaml', library);
		return parsed.ok ? [] : parsed.faults.map(({ path, code }) => [path, code]);
	};
	expect(faultsOf((text) => text)).toEqual([]);
	expect(faultsOf((text) => text.replace('demandByHour: flat', 'demandByHour: flet'))).toEqual([
		['sectors[0].demandByHour', 'unknown']
	]);
	expect(faultsOf((text) => text.replace('hostShare: 0.4', 'hostShare: 0.3'))).toEqual([
		['sectors', 'notWhole']
	]);
	const [first] = / {2}- id: hospitals[\s\S]*?(?= {2}- id: airlines)/.exec(SMALL)!;
	const twice = first.replace('0.4', '0');
	expect(faultsOf((text) => text.replace(first, first + twice))).toContainEqual(['sectors[1].id', 'idTwice']);
});

test('R234: host shares of one’s own that are more than the whole are refused', () => {
	const parsed = parseScenario(
		withOwn('  - { id: banks, hostShare: 0.7 }\n  - { id: retail, hostShare: 0.7 }'),
		'mine.yaml',
		library
	);
	expect(parsed.ok ? [] : parsed.faults.map(({ path, code }) => [path, code])).toContainEqual([
		'ownSectors',
		'notWhole'
	]);
});
