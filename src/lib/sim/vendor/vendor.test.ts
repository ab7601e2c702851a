import { describe, expect, test } from 'vitest';
import { observe } from '../observe/observe.ts';
import {
	downHostMinutes,
	HALTED,
	order,
	REVERTED,
	ROLLED_BACK,
	runPlay,
	watchPlay
} from '../testing/play.ts';
import { smallModel, type SmallWorld } from '../testing/small-model.ts';

const model = (set: SmallWorld['set'] = {}) => smallModel({ days: 4, stepMin: 5, set });
const SAYS = { silent: 0, acknowledged: 1, explained: 2, apologised: 3, denied: 4 } as const;

/** The vendor's states in the order it came to them. */
function course(orders: Parameters<typeof runPlay>[0]['orders'], set: SmallWorld['set'] = {}): string[] {
	const seen: string[] = [];
	watchPlay({ model: model(set), orders }, 1, (world) => {
		const { vendorState } = observe(world).releases[0]!;
		if (seen.at(-1) !== vendorState) seen.push(vendorState);
	});
	return seen;
}

describe('a vendor’s own incident', () => {
	test('goes from quiet over investigating, halted and a fix on offer to recovered', () => {
		const orders = [
			order(60, 'rollout.order', HALTED),
			order(87, 'rollout.order', ROLLED_BACK),
			order(150, 'vendor.workaround', 1),
			order(400, 'vendor.automatedFix', 1)
		];
		expect(course(orders, { 'repair.hostsPerTechnician': 20 })).toEqual([
			'quiet',
			'investigating',
			'halted',
			'fixFound',
			'fixOffered',
			'automatedFixOffered',
			'recovered'
		]);
	});

	test('stays at investigating when the rollout goes on', () => {
		expect(course([])).toEqual(['quiet', 'investigating']);
	});

	test('is not noticed where crashes are few', () => {
		expect(course([], { 'vendor.noticeCrashes': 1e9 })).toEqual(['quiet']);
	});
});

describe('a way back from the vendor', () => {
	const orders = [order(20, 'vendor.workaround', 1), order(87, 'rollout.order', ROLLED_BACK)];
	const set = { 'repair.communityMin': 525_600, 'repair.rebootRaceMin': 1e5 };
	const down = (more: SmallWorld['set']) => downHostMinutes({ model: model({ ...set, ...more }), orders }, 1);

	test('cannot be had before the vendor knows the fault, and it starts to look when enough crashes show', () => {
		const byNotice = (crashes: number) => down({ 'vendor.noticeCrashes': crashes, 'vendor.diagnoseMin': 30 });
		expect(byNotice(1)).toBeLessThan(0.95 * byNotice(1e9));
	});

	test('comes the later the longer the vendor looks', () => {
		const byDiagnosis = [0, 60, 240, 960].map((diagnoseMin) => down({ 'vendor.diagnoseMin': diagnoseMin }));
		expect(byDiagnosis).toEqual(byDiagnosis.toSorted((a, b) => a - b));
		expect(byDiagnosis[3]).toBeGreaterThan(1.2 * byDiagnosis[0]!);
	});

	test('is looked for from the stop of a release at the latest, and a stop is enough', () => {
		const stages = course([order(10, 'rollout.order', HALTED), order(20, 'vendor.workaround', 1)], {
			'vendor.noticeCrashes': 1e9,
			'vendor.diagnoseMin': 60
		});
		expect(stages).toEqual(['quiet', 'halted', 'fixOffered']);
	});
});

describe('trust in the vendor', () => {
	const trust = (statement: keyof typeof SAYS, minute: number) => {
		const orders = [order(60, 'vendor.statement', SAYS[statement]), ...REVERTED];
		return observe(runPlay({ model: model(), orders }, 1, minute)).releases[0]!.trust;
	};

	test('falls with the share of its fleet that is down, most with customers', () => {
		const { public: people, customers, government } = trust('silent', 1440);
		expect(customers).toBeLessThan(government);
		expect(government).toBeLessThan(people);
		expect(people).toBeLessThan(1);
		expect(customers).toBeGreaterThan(0);
	});

	test('falls less the more openly it speaks, and most when it denies', () => {
		const customers = (['denied', 'silent', 'acknowledged', 'explained', 'apologised'] as const).map(
			(statement) => trust(statement, 1440).customers
		);
		expect(customers).toEqual(customers.toSorted((a, b) => a - b));
		expect(new Set(customers).size).toBe(5);
	});

	test('falls with hosts that run without protection, by their weight, and not at all where they have none', () => {
		const bare = (weight: number) => {
			const set = {
				'update.component': 1,
				'trust.unprotectedWeight': weight,
				'exposure.compromisePerDay': 0
			};
			const world = runPlay({
				model: smallModel({ days: 2, stepMin: 5, defect: 'agentFailure', set }),
				orders: []
			});
			return observe(world).releases[0]!.trust.customers;
		};
		expect(bare(0)).toBe(1);
		const trusts = [0.1, 0.3, 1].map(bare);
		expect(trusts).toEqual(trusts.toSorted((a, b) => b - a));
		expect(trusts[1]).toBeLessThan(0.9);
	});

	test('mends only when the vendor speaks', () => {
		expect(trust('apologised', 5760).customers).toBeGreaterThan(trust('apologised', 2880).customers);
		expect(trust('silent', 5760).customers).toBeLessThanOrEqual(trust('silent', 2880).customers);
	});
});
