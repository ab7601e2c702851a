import type { ExerciseDecision } from '../../exercise/scenario/scenario.ts';
import type { Scope } from '../../sim/model.ts';
import type { ParameterId } from '../../sim/parameters.ts';
import type { Own } from '../figures/own.ts';

/** Families of parameters that decide whether hosts go down, or when they come back. */
const FAMILIES = ['activity', 'update', 'rollout', 'platform', 'repair', 'fleet'];

/** The same of a family whose other parameters move no host: what a vendor says brings none back. */
const SINGLE: readonly ParameterId[] = [
	'vendor.noticeCrashes',
	'vendor.diagnoseMin',
	'vendor.workaround',
	'vendor.automatedFix',
	'vendor.automatedFixMin'
];

/** What has to be known of organisations to tell whose hosts a scope reaches. */
export interface Owned {
	readonly id: string;
	readonly sector: string;
	readonly vendors: Readonly<Record<string, number>>;
}

/**
 * How long after a decision the first of its effects holds that can move the number of hosts down; null: none can.
 * Services run by hand, cancelled work and statements move none, nor does what another organisation does at home.
 *
 * @param own whose hosts are counted; null: all of them, of which no single organisation has enough to move the sum
 */
export function movesHostsAfterMin(
	{ effects }: Pick<ExerciseDecision, 'effects'>,
	own: Own | null,
	organisations: readonly Owned[]
): number | null {
	const owned = own === null ? null : organisations.filter(({ id }) => own.ids.includes(id));
	const minutes = effects
		.filter(({ parameter, scope }) => isOfHosts(parameter) && reaches(scope, owned))
		.map(({ afterMin }) => afterMin);
	return minutes.length === 0 ? null : Math.min(...minutes);
}

function isOfHosts(parameter: string): boolean {
	return FAMILIES.includes(parameter.split('.')[0]!) || SINGLE.some((one) => one === parameter);
}

function reaches(scope: Scope, owned: readonly Owned[] | null): boolean {
	if (scope.kind === 'world') return true;
	if (owned === null) return scope.kind !== 'organisation';
	return owned.some(({ id, sector, vendors }) => {
		if (scope.kind === 'organisation') return scope.id === id;
		return scope.kind === 'sector' ? scope.id === sector : (vendors[scope.id] ?? 0) > 0;
	});
}
