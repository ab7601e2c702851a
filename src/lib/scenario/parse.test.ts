import { describe, expect, test } from 'vitest';
import { BUILT_IN } from './packs/built-in.ts';
import { faultLine, scenarioFaultText } from '../text/scenario-fault-text.ts';
import { parseModelParameters, parseScenario, type Fault } from './parse.ts';
import { library, modelText, PACKS } from './testing/pack.ts';
import { SMALL, smallWith } from './testing/small.ts';

function faultsOf(text: string): readonly Fault[] {
	const parsed = parseScenario(text, 'small.yaml', library);
	return parsed.ok ? [] : parsed.faults;
}

/** Line and column (from 1) at which a piece of the text begins. */
function placeOf(text: string, piece: string): { line: number; column: number } {
	const before = text.slice(0, text.indexOf(piece)).split('\n');
	return { line: before.length, column: before.at(-1)!.length + 1 };
}

describe('a sound scenario is read', () => {
	test('the small one has no faults', () => expect(faultsOf(SMALL).map(faultLine)).toEqual([]));

	test('JSON is YAML: the same scenario as JSON reads the same', () => {
		const parsed = parseScenario(SMALL, 'small.yaml', library);
		if (!parsed.ok) throw new Error('the small scenario does not parse');
		const again = parseScenario(JSON.stringify(parsed.source), 'small.json', library);
		expect(again.ok && again.scenario).toEqual(parsed.scenario);
	});

	test('times are minutes, elapsed time or UTC, and mean the same', () => {
		for (const at of ['87', "'01:27'", '2024-07-19T05:27Z']) {
			const parsed = parseScenario(smallWith("at: '00:40'", `at: ${at}`), 'small.yaml', library);
			expect(parsed.ok && parsed.scenario.injects[0].atMin).toBe(87);
		}
	});

	test('an act gives its decision’s orders after lead time and delay; own is each organisation of the role', () => {
		const parsed = parseScenario(SMALL, 'small.yaml', library);
		if (!parsed.ok) throw new Error('the small scenario does not parse');
		expect(parsed.scenario.record.acts[0].orders).toEqual([
			{ parameter: 'rollout.order', scope: { kind: 'vendor', id: 'corvane' }, value: 3, atMin: 87 + 2 + 3 }
		]);
		expect(parsed.scenario.decisions[1].effects).toEqual([
			{
				parameter: 'service.manualShare',
				scope: { kind: 'organisation', id: 'harbour-hospital' },
				value: 0.8,
				afterMin: 0
			}
		]);
	});

	test('the scenario’s parameters come after the model’s, and within each the broad before the narrow', () => {
		const text = smallWith(
			'parameters:\n',
			`parameters:
  - { set: repair.failShare, scope: 'organisation:harbour-hospital', value: 0.3, assumed: x }
  - { set: repair.failShare, scope: 'sector:hospitals', value: 0.2, assumed: x }
  - { set: repair.failShare, value: 0.1, assumed: x }
`
		);
		const parsed = parseScenario(text, 'small.yaml', library);
		if (!parsed.ok) throw new Error(parsed.faults.map(faultLine).join('\n'));
		const settings = parsed.scenario.settings.filter(({ parameter }) => parameter === 'repair.failShare');
		expect(settings.map(({ value }) => value)).toEqual([0.08, 0.1, 0.2, 0.3]);
	});

	test('the index names the built-in scenarios as they name themselves', () => {
		for (const { id, file, title } of BUILT_IN) {
			const { text } = PACKS.find((pack) => pack.file === file)!;
			const parsed = parseScenario(text, file, library);
			expect(parsed.ok && parsed.scenario).toMatchObject({ id, title });
		}
	});
});

/** What is wrong │ a part of the sound text │ what stands there instead │ path │ piece that the fault points at │ words. */
const CASES = String.raw`
a misspelt key │ phase: incident │ fase: incident │ decisions[0].fase │ fase: │ Did you mean 'phase'
an unknown parameter │ set: rollout.order │ set: rollout.ordre │ decisions[0].effects[0].set │ rollout.ordre │ 'rollout.order'
an unknown vendor │ - { vendor: corvane, at │ - { vendor: corvan, at │ releases[0].vendor │ corvan, at │ 'corvane'
an unknown metro │ metro: sydney-au │ metro: sidney-au │ organisations[0].sites[0].metro │ sidney-au │ 'sydney-au'
an unknown role │ role: hospital⏎    vendors │ role: hospitol⏎    vendors │ organisations[0].role │ hospitol │ 'hospital'
an unknown sector │ sectorIndex: { airlines │ sectorIndex: { airlanes │ fleet.vendors[0].sectorIndex.airlanes │ airlanes │ 'airlines'
an unknown fact │ [f-revert] }⏎  measured │ [f-rivert] }⏎  measured │ record.acts[0].facts[0] │ f-rivert │ 'f-revert'
an unknown profile │ demandByHour: flat │ demandByHour: flot │ sectors[0].demandByHour │ flot │ 'flat'
an unknown model │ model: standard │ model: standart │ model │ standart │ 'standard'
an unknown choice │ value: rolledBack │ value: rolledback │ decisions[0].effects[0].value │ rolledback │ 'rolledBack'
an unknown ring plan │ value: everyone │ value: everybody │ parameters[0].value │ everybody │ 'everyone'
a switch with a number │ set: service.manualShare, scope: own, value: 0.8 │ set: repair.script, scope: own, value: 1 │ decisions[1].effects[0].value │ 1 }]⏎    requires │ true or false
a value out of range │ value: 0.8 │ value: 1.8 │ decisions[1].effects[0].value │ 1.8 │ between 0 and 1
a scope of the wrong kind │ scope: 'vendor:corvane' │ scope: 'sector:airlines' │ decisions[0].effects[0].scope │ 'sector:airlines' │ belongs to a vendor
own without an organisation │ role: hospital⏎    phase │ role: vendor⏎    phase │ decisions[1].effects[0].scope │ own, value │ no organisation
a class where none is │ value: 0.8 } │ value: 0.8, class: server } │ decisions[1].effects[0].class │ server } │ not set by host class
a decision too late for its lever │ set: service.manualShare │ set: fleet.secondVendorShare │ decisions[1].effects[0].set │ fleet.secondVendorShare │ before the incident
decisions that need one another │     leadMin: 2⏎ │     leadMin: 2⏎    requires: [paper]⏎ │ decisions[0].requires │ [paper] │ roll-back → paper → roll-back
dependencies in a circle │   - { sector: airlines, on: hospitals, weight: 0.1 } │   - { sector: airlines, on: hospitals, weight: 0.1 }⏎  - { sector: hospitals, on: airlines, weight: 0.1 } │ dependencies[0] │ { sector: airlines, on │ airlines → hospitals → airlines
rings that do not add up │ { share: 0.9, bakeMin: 0 } │ { share: 0.8, bakeMin: 0 } │ ringPlans[1].rings │ [{ share: 0.1 │ add up to 0.9
sectors that do not add up │ hostShare: 0.6 │ hostShare: 0.5 │ sectors │ - id: hospitals │ add up to 0.9
a class mix that does not add up │ kiosk: 0.3, cloud: 0.1 │ kiosk: 0.3, cloud: 0.2 │ sectors[1].classMix │ { server: 0.2, workstation: 0.3 │ add up to 1.1
vendors of an organisation that do not add up │ { corvane: 0.5, other: 0.5 } │ { corvane: 0.5, other: 0.4 } │ organisations[0].vendors │ { corvane: 0.5, other: 0.4 │ add up to 0.9
an organisation larger than its sector │ hosts: 101 │ hosts: 9000 │ organisations[0].sites[0].hosts │ 9000 │ hospitals has \d+ there
a fleet larger than its world │ hosts: 4000 │ hosts: 9900 │ fleet.vendors │ - { vendor: corvane, hosts │ do not fit
a grid that does not fill │ until: '03:30', step: 1 │ until: '03:31', step: 1 │ clock.grid[1] │ { until: end │ do not fill
a grid that ends early │ until: end │ until: '40:00' │ clock.grid │ - { until: '03:30' │ ends at 2400
an inject after the end │ at: '00:40' │ at: '50:00' │ injects[0].at │ '50:00' │ after the exercise ends
an act before the start │ at: 2024-07-19T05:27Z │ at: 2024-07-18T05:27Z │ record.acts[0].at │ 2024-07-18 │ before the exercise starts
a day that does not exist │ start: 2024-07-19 │ start: 2024-07-32 │ clock.start │ 2024-07-32 │ no day 32
an id that stands twice │ id: phased │ id: everyone │ ringPlans[1].id │ everyone, rings: [{ share: 0.1 │ stands twice
a parameter without a source │ assumed: The author says so │ note: none │ parameters[0] │ { set: rollout.plan │ nothing says where
a text in place of a number │ managedHosts: 10000 │ managedHosts: many │ fleet.managedHosts │ many │ a number is needed here, not "many"
a missing key │ id: small-town⏎ │  │ id │ format: 1 │ the key 'id' is missing
a key without a value │ leadMin: 2 │ leadMin: │ decisions[0].leadMin │ ⏎    availableFrom │ a number is needed here, not nothing
a world that does not hold together │ country: AU │ country: NZ │ world.metros[0].country │ NZ │ no country 'NZ'
a tab │   countries: │ 	countries: │ (root) │ 	countries │ not YAML
a key twice │ days: 2 │ days: 2⏎  days: 3 │ clock.days │ days: 3 │ stands twice`
	.trim()
	.split('\n')
	.map(
		(row) =>
			row.split(' │ ').map((part) => part.replaceAll('⏎', '\n')) as [
				string,
				string,
				string,
				string,
				string,
				string
			]
	);

describe('every fault names its place, its path and a way out', () => {
	test.each(CASES)('%s', (_name, from, to, path, piece, words) => {
		const text = smallWith(from, to);
		const faults = faultsOf(text);
		const fault = faults.find((one) => one.path === path);
		expect(faults.map(faultLine).join('\n')).toMatch(new RegExp(words));
		expect(fault, faults.map(faultLine).join('\n')).toBeDefined();
		expect(scenarioFaultText(fault!).remedy).not.toBe('');
		if (piece.startsWith('\n')) return;
		expect({ line: fault!.line, column: fault!.column }).toEqual(placeOf(text, piece));
	});

	test('a scenario without a model says so, or which values of its own it lacks beside them', () => {
		const said = (text: string) => faultsOf(text).map(faultLine);
		expect(said(smallWith('model: standard\n', ''))).toEqual([
			expect.stringMatching(/no model is named.*standard/)
		]);
		const habits = 'habits: { server: H, workstation: H, laptop: H, kiosk: H, cloud: H }\n';
		const own = habits.replaceAll('H', '{ weekday: 1, weekend: 1 }');
		expect(said(smallWith('model: standard\n', own))).toEqual([
			expect.stringMatching(/ parameters have no value: .*activity\./)
		]);
	});

	test('what is wrong once is said once', () => {
		const wrong: [string, string, RegExp][] = [
			['  countries:', '\tcountries:', /tab/],
			['model: standard', 'model: standart', /'standart'.*'standard'/],
			['phase: incident', 'fase: incident', /'fase'.*'phase'/],
			['id: hospital, kind', 'id: hospice, kind', /no role 'hospital' \(also on line/]
		];
		for (const [from, to, words] of wrong)
			expect(faultsOf(smallWith(from, to)).map(faultLine)).toEqual([expect.stringMatching(words)]);
	});

	test('a newer format is refused by name, and nothing else is said about it', () => {
		const faults = faultsOf(smallWith('format: 1', 'format: 2').replace('clock:', 'klock:'));
		expect(faults).toHaveLength(1);
		expect(faults[0]).toMatchObject({
			line: 1,
			path: 'format',
			code: 'newerFormat',
			params: { format: 2 }
		});
	});

	const cardWith = (from: string, to: string) => {
		if (!modelText.includes(from)) throw new Error(`the model has no "${from}"`);
		const parsed = parseModelParameters(modelText.replace(from, to), 'model.yaml');
		return parsed.ok ? [] : parsed.faults;
	};
	const CHOICES = 'either: [asTheyCome, serversFirst]';

	test.each([
		['one that there is not', '[asTheyCome, serverFirst]', /either\[1\]/, /no choice[^]*'serversFirst'/],
		['only one', '[asTheyCome]', /either$/, /fewer than two choices/],
		['one twice', '[asTheyCome, serversFirst, asTheyCome]', /either\[2\]/, /stands twice/],
		['others than its value', '[kiosksFirst, serversFirst]', /either$/, /does not hold 'asTheyCome'/]
	])('plausible choices of which the model names %s', (_, either, path, words) => {
		const [fault, ...more] = cardWith(CHOICES, `either: ${either}`);
		expect(more).toEqual([]);
		expect(fault!.path).toMatch(path);
		expect(faultLine(fault!)).toMatch(words);
		expect(scenarioFaultText(fault!).remedy).not.toBe('');
	});

	test('plausible choices are for names, bounds for numbers', () => {
		const texts = (from: string, to: string) => cardWith(from, to).map(faultLine);
		expect(texts('range: [0.01, 0.25]', 'either: [few, many]')).toEqual([
			expect.stringMatching(/no.* list of names[^]*range or factor/)
		]);
		expect(texts(CHOICES, 'factor: [0.5, 2]')).toEqual([expect.stringMatching(/for numbers[^]*either/)]);
	});

	test('model parameters are checked by themselves', () => {
		const text = modelText.replace('facts: [cs-jgold-cost, cs-hosts]', 'facts: [cs-gold]');
		const parsed = parseModelParameters(text, 'model.yaml');
		expect(parsed.ok ? [] : parsed.faults.map(faultLine)).toEqual([
			expect.stringContaining("there is no fact 'cs-gold'")
		]);
	});
});
