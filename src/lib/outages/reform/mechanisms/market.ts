import type { Change } from '../change.ts';
import { inSectors, type Mechanism } from '../mechanism.ts';

/** Share of the work on servers and desks that leans on the platform owner's sign-in where its agent guards them (assumed). */
const LEANS = 0.3;

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
	'ma-switch': (own) => {
		const { platformVendor } = own;
		if (platformVendor === null) return [];
		const share = own.value('share') / 100;
		return [...own.sectors].flatMap(([sector, adoption]): Change[] => [
			{ kind: 'goOver', sector, vendor: platformVendor, share: adoption * share },
			// Agent, sign-in and repair have one owner by then.
			...(['server', 'workstation'] as const).map((hostClass): Change => ({
				kind: 'set',
				parameter: 'controlPlane.leaningShare',
				scope: { kind: 'sector', id: sector },
				hostClass,
				value: adoption * share * LEANS
			}))
		]);
	}
};
