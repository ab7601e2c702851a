import {
	DEFECTS,
	HOST_CLASSES,
	OTHER_DEFECTS,
	type Model,
	type Order,
	type Release,
	type RingPlan,
	type Scope
} from '../model.ts';
import { isOptional, OPTIONAL_PARAMETER_IDS, type OptionalParameterId } from '../optional-parameters.ts';
import { PARAMETER_IDS, parameterSpec, type LeverId } from '../parameters.ts';
import { Generator } from './oracle/generator.ts';
import { PLAIN_VALUES } from './plain-values.ts';
import type { Play } from './play.ts';
import { smallModel } from './small-model.ts';

const OFFSETS = [600, 570, 330, 60, 0, -240, -360, -600];

/**
 * A small world of chance, with orders of chance: any place, size, grid, defect and ring plan, and any lever at any
 * minute, on the grid or off it. The same number always gives the same play. With `otherDefects` its release may wait,
 * expire, or do harm in any way, whatever the agent, and the control plane may fail.
 */
export function randomPlay(seed: number, { otherDefects = false } = {}): Play {
	const chance = new Generator(seed);
	const pick = <T>(things: readonly T[]): T => things[chance.below(things.length)]!;
	const metros = Array.from({ length: 1 + chance.below(3) }, (_, i) => ({
		id: `metro-${i}`,
		utcOffsetMin: pick(OFFSETS)
	}));
	const sizes = () => HOST_CLASSES.map(() => (chance.happens(0.2) ? 0 : chance.below(300)));
	const horizonMin = 1440;
	const model = smallModel({
		metros,
		sectors: ['retail', 'banks'],
		organisations: [{ id: 'harbour-bank', sector: 1 }],
		dependencies: chance.happens(0.5) ? [{ sector: 0, on: 1, weight: chance.uniform() }] : [],
		sites: metros.flatMap((_, metro) =>
			Array.from({ length: 1 + chance.below(3) }, () => {
				const sector = chance.below(2);
				const named = sector === 1 && chance.happens(0.4) ? { organisation: 0 } : {};
				const others = chance.happens(0.5) ? { others: sizes() } : {};
				return { metro, hosts: sizes(), score: chance.normal(), sector, ...others, ...named };
			})
		),
		days: horizonMin / 1440,
		spans: pick([
			[{ untilMin: horizonMin, stepMin: pick([1, 3, 5, 15]) }],
			[
				{ untilMin: 120, stepMin: 1 },
				{ untilMin: 480, stepMin: 4 },
				{ untilMin: horizonMin, stepMin: 20 }
			]
		]),
		defect: pick(DEFECTS),
		releaseMin: chance.below(60),
		ringPlans: [randomRings(chance, 'first'), randomRings(chance, 'second')],
		set: { 'repair.hostsPerTechnician': 5 + chance.below(100) }
	});
	if (otherDefects) return withOtherDefects(chance, model);
	const orders = randomOrders(chance, model, []);
	return { model, orders };
}

function randomOrders(chance: Generator, model: Model, more: readonly OptionalParameterId[]): Order[] {
	const orders = Array.from({ length: chance.below(25) }, () => randomOrder(chance, model, more));
	if (chance.happens(0.5)) orders.push(secondVendor(chance));
	return orders.sort((a, b) => a.atMin - b.atMin);
}

/** The same world with another release, and orders that move what only such a one needs. */
function withOtherDefects(chance: Generator, plain: Model): Play {
	const pick = <T>(things: readonly T[]): T => things[chance.below(things.length)]!;
	const reaching = OTHER_DEFECTS.filter((defect) => defect !== 'controlPlaneDown');
	const release: Release = {
		...plain.releases[0]!,
		defect: pick([...DEFECTS, ...reaching]),
		...(chance.happens(0.3) && { toEveryHost: true }),
		...(chance.happens(0.3) && { expires: true }),
		...(chance.happens(0.6) && { dormantUntilMin: chance.below(600) }),
		...(chance.happens(0.2) && { classes: [pick(HOST_CLASSES), pick(HOST_CLASSES)] }),
		...(chance.happens(0.2) && { countries: ['ME'] }),
		...(chance.happens(0.3) && { ringPlan: chance.below(plain.ringPlans.length) })
	};
	const failure: Release = { vendor: 1, atMin: chance.below(600), defect: 'controlPlaneDown' };
	const named = OPTIONAL_PARAMETER_IDS.filter(() => chance.happens(0.7));
	const settings = named.map((parameter) => {
		const value = randomOptional(chance, parameter);
		return { parameter, scope: { kind: 'world' } as const, value };
	});
	const model = {
		...plain,
		releases: chance.happens(0.3) ? [release, failure] : [release],
		settings: [...plain.settings, ...settings]
	};
	return { model, orders: randomOrders(chance, model, named) };
}

/** Shares and flags by chance; times of hours at most, so that something comes of them. */
function randomOptional(chance: Generator, parameter: OptionalParameterId): number {
	const { unit, min, max } = parameterSpec(parameter)!;
	if (unit === 'flag') return chance.below(2);
	if (unit === 'share') return chance.uniform();
	return Math.min(max, min + chance.uniform() * (unit === 'min' ? 400 : 5));
}

function randomRings(chance: Generator, id: string): RingPlan {
	const weights = Array.from({ length: 1 + chance.below(4) }, () => chance.below(5));
	weights[0]! += 1;
	const all = weights.reduce((sum, weight) => sum + weight, 0);
	const rings = weights.map((weight) => ({
		share: weight / all,
		bakeMin: chance.below(60),
		gatePerMille: chance.happens(0.3) ? chance.below(1500) : null
	}));
	return { id, rings };
}

function secondVendor(chance: Generator): Order {
	const scope = { kind: 'organisation', id: 'harbour-bank' } as const;
	return { atMin: 0, parameter: 'fleet.secondVendorShare', scope, value: chance.uniform() };
}

function randomOrder(chance: Generator, model: Model, more: readonly OptionalParameterId[]): Order {
	const parameters: LeverId[] = PARAMETER_IDS.filter((id) => parameterSpec(id)!.before !== true);
	parameters.push(...more);
	// Orders to the rollout shape a play more than any other.
	const parameter = chance.happens(0.3) ? 'rollout.order' : parameters[chance.below(parameters.length)]!;
	const { perClass } = parameterSpec(parameter)!;
	const hostClass =
		perClass === true && chance.happens(0.5) ? { hostClass: HOST_CLASSES[chance.below(5)]! } : {};
	return {
		atMin: chance.below(model.clock.horizonMin),
		parameter,
		scope: randomScope(chance, parameter),
		value: randomValue(chance, parameter, model),
		...hostClass
	};
}

function randomScope(chance: Generator, parameter: LeverId): Scope {
	const { owner } = parameterSpec(parameter)!;
	if (owner === 'vendor' && chance.happens(0.5)) return { kind: 'vendor', id: 'acme' };
	if (owner === 'group' && chance.happens(0.6)) {
		return chance.happens(0.5)
			? { kind: 'sector', id: chance.happens(0.5) ? 'retail' : 'banks' }
			: { kind: 'organisation', id: 'harbour-bank' };
	}
	return { kind: 'world' };
}

/** Around the plain value, now and then at the ends of what is allowed. */
function randomValue(chance: Generator, parameter: LeverId, model: Model): number {
	if (isOptional(parameter)) return randomOptional(chance, parameter);
	const { unit, min, max } = parameterSpec(parameter)!;
	if (parameter === 'rollout.plan') return chance.below(model.ringPlans.length);
	if (unit === 'flag' || unit === 'choice') return min + chance.below(max - min + 1);
	if (chance.happens(0.1)) return chance.happens(0.5) ? min : max;
	const plain = PLAIN_VALUES[parameter]!;
	const value = (typeof plain === 'number' ? plain : plain[0]!) * (0.1 + 3 * chance.uniform());
	return Math.min(max, Math.max(min, value));
}
