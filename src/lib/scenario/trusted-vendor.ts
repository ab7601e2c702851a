import type { Scenario } from './scenario.ts';

/** Id of the vendor that `trust` is about: the scenario's choice, or the only one that releases something; else null. */
export function trustedVendor({
	trustIn,
	vendors,
	releases
}: Pick<Scenario, 'trustIn' | 'releases'> & {
	readonly vendors: readonly { readonly id: string }[];
}): string | null {
	if (trustIn !== undefined) return trustIn;
	const [only, ...others] = new Set(releases.map(({ vendor }) => vendor));
	return only === undefined || others.length > 0 ? null : vendors[only]!.id;
}
