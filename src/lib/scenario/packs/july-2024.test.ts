import { describe, expect, test } from 'vitest';
import { PARAMETER_IDS } from '../../sim/parameters.ts';
import { CHANNELS, INJECT_KINDS } from '../schema/inject.ts';
import { formatFault, parseModelParameters } from '../parse.ts';
import { modelText, packOf } from '../testing/pack.ts';

const { scenario } = packOf('july-2024');
const ordersOnRecord = scenario.record.acts.flatMap(({ orders }) => orders);

/** Minute 0 of the exercise is 04:00 UTC. */
const at = (hours: number, minutes: number) => (hours - 4) * 60 + minutes;

describe('July 2024 as it was', () => {
	test('the content goes out at 04:09 and is taken back at 05:27, 78 minutes later', () => {
		const revert = scenario.record.acts.find(({ decision }) => decision === 'roll-back')!;
		expect(scenario.releases.map(({ atMin, defect }) => [atMin, defect])).toEqual([[at(4, 9), 'bootCrash']]);
		expect(revert.orders.map(({ parameter, atMin }) => [parameter, atMin])).toEqual([
			['rollout.order', at(5, 27)]
		]);
		expect(revert.atMin - scenario.releases[0].atMin).toBe(78);
	});

	test('the vendor acknowledges, explains, and apologises, in this order on the first day', () => {
		const said = ordersOnRecord
			.filter(({ parameter }) => parameter === 'vendor.statement')
			.sort((a, b) => a.atMin - b.atMin);
		expect(said.map(({ value }) => value)).toEqual([1, 2, 3]);
		expect(said[1].atMin).toBe(at(9, 45));
		expect(said[2].atMin).toBeLessThan(24 * 60);
	});

	test('orders of the record fall due within the exercise', () => {
		expect(ordersOnRecord.length).toBeGreaterThan(0);
		for (const { atMin } of ordersOnRecord) expect(atMin).toBeLessThanOrEqual(scenario.clock.horizonMin);
	});

	test('ten days, minute by minute while the content is out and never finer afterwards', () => {
		const { horizonMin, spans } = scenario.clock;
		const steps = spans.map(({ stepMin }) => stepMin);
		expect(horizonMin).toBe(10 * 24 * 60);
		expect(steps[0]).toBe(1);
		expect(spans[0].untilMin).toBeGreaterThan(at(5, 27));
		expect(steps).toEqual([...steps].sort((a, b) => a - b));
	});
});

describe('what is in the pack', () => {
	test('what others order never leaves a decision with nothing to do, unless it says so', () => {
		const orderOf = ({
			parameter,
			scope,
			hostClass,
			value
		}: (typeof scenario.decisions)[number]['effects'][number]) =>
			JSON.stringify([parameter, scope, hostClass ?? null, value]);
		const repeated = scenario.decisions.filter(({ id, effects, unless = [] }) => {
			const others = scenario.decisions.filter((one) => one.id !== id && !unless.includes(one.id));
			const ordered = new Set(others.flatMap((one) => one.effects.map(orderOf)));
			return (
				effects.length > 0 &&
				effects.every((effect) => effect.multiplies !== true && ordered.has(orderOf(effect)))
			);
		});
		expect(repeated.map(({ id }) => id)).toEqual([]);
	});

	test('six roles, and decisions for each of them', () => {
		expect(scenario.roles).toHaveLength(6);
		expect(scenario.decisions.length).toBeGreaterThanOrEqual(48);
		for (const role of scenario.roles) {
			expect(
				scenario.decisions.some((decision) => decision.role === role.id),
				role.id
			).toBe(true);
		}
	});

	test('at least twelve sectors, the named ones among them', () => {
		expect(scenario.sectors.length).toBeGreaterThanOrEqual(12);
		expect(scenario.sectors.map(({ id }) => id)).toEqual(
			expect.arrayContaining(
				'airlines hospitals banks retail government emergency-services media logistics manufacturing energy'.split(
					' '
				)
			)
		);
	});

	test('every customer role owns an organisation', () => {
		for (const { kind, organisations } of scenario.roles) {
			if (kind === 'customer') expect(organisations).not.toHaveLength(0);
		}
	});

	test('every decision sets a lever and rests on a fact or says what was assumed', () => {
		for (const { id, effects, facts, assumed } of scenario.decisions) {
			expect(effects.length, id).toBeGreaterThan(0);
			expect(facts.length > 0 || assumed !== null, id).toBe(true);
		}
	});

	test('every decision says what happens where nobody takes it', () => {
		for (const decision of scenario.decisions) expect(decision.default, decision.id).not.toBeNull();
	});

	test('every act of the record cites a fact', () => {
		for (const act of scenario.record.acts) expect(act.facts.length, act.does.en).toBeGreaterThan(0);
	});

	test('texts that players read name nobody real', () => {
		const REAL =
			/crowdstrike|falcon|microsoft|windows|azure|google|delta air|united air|providence health|mass general|\bcisa\b/i;
		const { record: _record, facts: _facts, ...played } = scenario;
		const words = (key: string, value: unknown) => (key === 'facts' ? undefined : value);
		const texts = [
			played.title,
			played.summary,
			played.briefing,
			played.vendors,
			played.roles,
			played.organisations
		]
			.concat([played.decisions, played.injects] as never[])
			.map((part) => JSON.stringify(part, words));
		for (const text of texts) expect(text).not.toMatch(REAL);
	});
});

describe('injects', () => {
	const { injects, roles } = scenario;

	test('are standard, contingency and adaptive, on all eight channels', () => {
		expect(new Set(injects.map(({ kind }) => kind))).toEqual(new Set(INJECT_KINDS));
		expect(new Set(injects.map(({ channel }) => channel))).toEqual(new Set(CHANNELS));
	});

	test('each role gets six or more of its own, and everybody some', () => {
		for (const { id } of roles) {
			expect(injects.filter(({ role }) => role === id).length, id).toBeGreaterThanOrEqual(6);
		}
		expect(injects.filter(({ role }) => role === null).length).toBeGreaterThanOrEqual(10);
	});

	test('reach from the first minute to the tenth day', () => {
		expect(injects[0].atMin).toBe(0);
		expect(injects.at(-1)!.atMin).toBeGreaterThan(9 * 24 * 60);
	});

	test('say what staff may expect, and are short enough to be read in a round', () => {
		for (const { id, expected, title, body } of injects) {
			expect(expected, id).not.toBeNull();
			expect(title.en.length, id).toBeLessThanOrEqual(60);
			expect(body.en.split(' ').length, id).toBeLessThanOrEqual(75);
		}
	});

	test.each([
		['gates-dark', 'gates-dark-crews-known', 'standby-crew-system'],
		['crews-lost', 'crews-known', 'standby-crew-system'],
		['queue-outside', 'queue-outside-drilled', 'drill-by-hand'],
		['wards-on-paper', 'wards-on-copy', 'paper-drill'],
		['theatre-lists', 'theatre-hosts-run', 'theatre-hosts-late'],
		['forty-eight-digits', 'keys-for-laptops', 'open-disks'],
		['few-hosts', 'few-hosts-drilled', 'paper-drill'],
		['key-server', 'keys-at-hand', 'keys-elsewhere'],
		['sydney-cut-off', 'sydney-on-standby', 'standby-payments'],
		['desks-go-blue', 'desks-go-blue-branches-run', 'second-vendor-branches'],
		['branches-open', 'branches-without-balances', 'second-vendor-branches'],
		['duty-handover', 'duty-handover-after-drill', 'national-drill'],
		['quiet-report', 'quiet-report-after-drill', 'national-drill'],
		['dispatch-consoles', 'two-consoles-in-three', 'buying-rules'],
		['two-computers', 'place-in-the-queue', 'technician-reserve'],
		['nothing-starts', 'startup-asks', 'startup-recovery'],
		['startup-recovers', 'startup-recovers-in-offices', 'wider-startup-recovery'],
		['keys-to-the-kernel', 'same-interface', 'user-mode-interface'],
		['near-miss', 'first-hundredth', 'delivery-conditions'],
		['notice-of-claim', 'notice-of-claim-with-choice', 'content-control'],
		['preliminary-review', 'preliminary-review-of-choice', 'content-control'],
		['preliminary-review', 'preliminary-review-of-waves', 'ship-in-rings'],
		['preliminary-review-of-waves', 'preliminary-review-of-gates', 'health-gates']
	])('who prepared gets another message than %s: %s, after %s', (without, prepared, decision) => {
		const found = (id: string) => injects.find((inject) => inject.id === id)!;
		const [one, other] = [found(without), found(prepared)];
		expect(one.when!.text).toContain(`not taken('${decision}')`);
		expect(other.when!.text).toContain(`taken('${decision}')`);
		expect(other.when!.text).not.toContain(`not taken('${decision}')`);
		expect([other.role, other.atMin, other.untilMin]).toEqual([one.role, one.atMin, one.untilMin]);
	});

	test('what nobody did is not an update of something that nobody saw', () => {
		for (const { from } of injects) expect(from).not.toMatch(/update \d/);
	});

	test('some answer to what players did', () => {
		const acted = injects.filter(({ when }) => when !== null && /taken/.test(when.text));
		expect(acted.length).toBeGreaterThanOrEqual(10);
	});
});

describe('each role', () => {
	test.each(scenario.roles)('$id knows what it owns, may spend, and is judged by', (role) => {
		expect(role.brief).not.toBeNull();
		expect(role.owns.length).toBeGreaterThanOrEqual(3);
		expect(role.budget).not.toBeNull();
		expect(role.goal!.terms.length).toBeGreaterThanOrEqual(3);
	});

	test.each(scenario.roles)('$id pays for what it does: its spending is part of its harm', ({ id, goal }) => {
		const spending = goal!.terms.filter(({ measure }) => measure.text.includes(`role.${id}.spentUsd`));
		expect(spending).toHaveLength(1);
		expect(spending[0].unit.en).toBe('US$');
	});

	test.each(scenario.roles)('$id has two objectives and five critical tasks or more', ({ id }) => {
		const own = scenario.objectives.filter(({ roles }) => roles.includes(id));
		const tasks = own.flatMap((objective) => objective.tasks).filter(({ roles }) => roles.includes(id));
		expect(own.length).toBeGreaterThanOrEqual(2);
		expect(tasks.length).toBeGreaterThanOrEqual(5);
	});
});

describe('the cuts', () => {
	const rounds = (id: string) => scenario.cuts.find((cut) => cut.id === id)!;

	test('the short one has about five rounds, the full one about eleven', () => {
		expect(rounds('short').stops).toHaveLength(5);
		expect(rounds('full').stops).toHaveLength(11);
	});

	test('the one for a room has five rounds: two on Friday morning, its end, recovery at ten, and Saturday', () => {
		const { stops, recoveryFromMin, minutes } = rounds('workshop');
		expect(stops).toEqual([24, 60, 120, 360, 24 * 60]);
		expect({ recoveryFromMin, minutes }).toEqual({ recoveryFromMin: 360, minutes: 75 });
	});

	test('all first stop when hosts have fallen silent and the vendor can still halt', () => {
		for (const { stops } of scenario.cuts) {
			expect(stops[0]).toBeGreaterThan(scenario.releases[0].atMin);
			expect(stops[0]).toBeLessThan(at(5, 27));
		}
	});
});

describe('the model parameters', () => {
	const parsed = parseModelParameters(modelText, 'model.yaml');
	if (!parsed.ok) throw new Error(parsed.faults.map(formatFault).join('\n'));
	const { parameters } = parsed.model;

	test('has a value for every parameter but the ring plan, which is the scenario’s', () => {
		const set = new Set(parameters.map((entry) => entry.set));
		expect(PARAMETER_IDS.filter((id) => !set.has(id))).toEqual(['rollout.plan']);
	});

	test('gives bounds for every number that is fitted or judged', () => {
		const bare = parameters.filter(
			({ value, range, factor }) => typeof value === 'object' && !range && !factor
		);
		expect(bare.map((entry) => entry.set)).toEqual([]);
	});
});
