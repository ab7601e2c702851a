import type { Change } from '../change.ts';
import { inSectors, type Mechanism } from '../mechanism.ts';

/** Who runs whose agent. Strengths are assumed. */
export const MARKET: Readonly<Record<string, Mechanism>> = {
	'ma-two-vendors': (own) => {
		const share = own.value('share') / 100;
		return [
			...[...own.sectors].map(([sector, adoption]): Change => ({
				kind: 'secondVendor',
				sector,
				share: adoption * share
			})),
			// Two consoles, two ways to mend a host.
			...inSectors(own, 'repair.failShare', 1 + 0.8 * share)
		];
	},
	'ma-cap': (own) =>
		[...own.sectors.keys()].map((sector) => ({
			kind: 'cap',
			sector,
			most: own.value('share') / 100,
			kept: own.overall
		})),
	'ma-no-preference': (own) => [{ kind: 'drift', factor: 1 - own.overall }],
	'ma-switch': (own) =>
		own.platformVendor === null
			? []
			: [...own.sectors].map(([sector, adoption]): Change => ({
					kind: 'goOver',
					sector,
					vendor: own.platformVendor!,
					share: (adoption * own.value('share')) / 100
				}))
};
