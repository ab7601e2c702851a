import type { Frame } from '../../sim/observe/frame.ts';
import { trustIn, unprotectedOf } from '../../sim/observe/frame.ts';
import { figuresOf, hostHours } from '../figures/figures.ts';

/** A quantity that the end of a run comes to, and that decisions share in. */
export interface Measure {
	/** With the sector's id after a colon, where it is one of a sector. */
	readonly id: string;
	readonly kind:
		| 'harm'
		| 'hostsCrashed'
		| 'hostHoursDown'
		| 'lossUsd'
		| 'unprotectedHostHours'
		| 'trust'
		| 'sectorLossUsd'
		| 'sectorLostUnits';
	/** Id of the sector, or the group that trusts; null: of the world. */
	readonly of: string | null;
}

const WHO_TRUSTS = ['public', 'customers', 'government'] as const;

/**
 * What decisions are judged by, the same for every scenario: first the harm to what the roles played are judged by, where
 * they are judged by something; then the world's hosts, losses and trust, and each sector.
 */
export function measuresOf(
	sectors: readonly { readonly id: string }[],
	hasGoal: boolean,
	hasTrust: boolean
): Measure[] {
	const world = ['hostsCrashed', 'hostHoursDown', 'lossUsd', 'unprotectedHostHours'] as const;
	return [
		...(hasGoal ? [{ id: 'harm', kind: 'harm', of: null } as const] : []),
		...world.map((kind): Measure => ({ id: kind, kind, of: null })),
		...(hasTrust ? WHO_TRUSTS.map((of): Measure => ({ id: `trust:${of}`, kind: 'trust', of })) : []),
		...sectors.map(({ id }): Measure => ({ id: `sectorLossUsd:${id}`, kind: 'sectorLossUsd', of: id })),
		...sectors.map(({ id }): Measure => ({ id: `sectorLostUnits:${id}`, kind: 'sectorLostUnits', of: id }))
	];
}

/** Whether more of a measure is better. */
export function isMoreBetter({ kind }: Pick<Measure, 'kind'>): boolean {
	return kind === 'trust';
}

/**
 * What a run comes to, in the order of the measures.
 *
 * @param frames the run from its start to its end
 * @param harm its harm index; null: its roles are judged by nothing
 * @param vendor whose trust is measured
 */
export function readMeasures(
	measures: readonly Measure[],
	frames: readonly Frame[],
	harm: number | null,
	vendor: string | null
): number[] {
	const end = frames.at(-1)!;
	const world = figuresOf(frames, null, 0);
	const trust = trustIn(end, vendor);
	return measures.map(({ kind, of }) => {
		switch (kind) {
			case 'harm':
				return harm ?? 0;
			case 'hostsCrashed':
				return world.hostsCrashed;
			case 'hostHoursDown':
				return world.hostHoursDown;
			case 'lossUsd':
				return world.lossCents / 100;
			case 'unprotectedHostHours':
				return hostHours(frames, (frame) => unprotectedOf(frame.world));
			case 'trust':
				return trust?.[of as (typeof WHO_TRUSTS)[number]] ?? 0;
			case 'sectorLossUsd':
				return (end.services[of!]?.lossCents ?? 0) / 100;
			case 'sectorLostUnits':
				return end.services[of!]?.lostUnits ?? 0;
		}
	});
}
