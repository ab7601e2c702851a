import type { Change, VendorPolicy } from './change.ts';

/** What a mechanism knows of its item: what was agreed, and how far each vendor and sector does it by now. */
export interface Adopted {
	/** The value of one of the measure's parameters. */
	readonly value: (parameter: string) => number;
	/** How strict the item is: 1 at the reference that its figures are for. */
	readonly strictness: number;
	/** By vendor and by sector: from 0 to 1. Sectors that nobody speaks for follow half as far (assumed). */
	readonly vendors: ReadonlyMap<string, number>;
	readonly sectors: ReadonlyMap<string, number>;
	/** Every vendor, whoever has to do it. */
	readonly everyVendor: readonly string[];
	/** Mean over everybody who would have to do it. */
	readonly overall: number;
	/** The vendor that is the platform owner's own; null: the scenario has none. */
	readonly platformVendor: string | null;
}

export type Mechanism = (adopted: Adopted) => readonly Change[];

/** A policy of each vendor that does it at all. */
export function policies(
	{ vendors }: Adopted,
	policy: (adoption: number, vendor: string) => Partial<VendorPolicy>
): Change[] {
	return [...vendors]
		.filter(([, adoption]) => adoption > 0)
		.map(([vendor, adoption]) => ({ kind: 'policy', vendor, policy: policy(adoption, vendor) }));
}

/** A policy of every vendor, whoever does it. */
export function forEveryVendor({ everyVendor, overall }: Adopted, policy: Partial<VendorPolicy>): Change[] {
	return overall === 0 ? [] : everyVendor.map((vendor) => ({ kind: 'policy', vendor, policy }));
}

/** A lever of each sector that does it, multiplied: by `factor` where it is done wholly, by less where it is not. */
export function inSectors(
	{ sectors }: Adopted,
	parameter: string,
	factor: number,
	hostClass?: Extract<Change, { kind: 'factor' }>['hostClass']
): Change[] {
	return [...sectors]
		.filter(([, adoption]) => adoption > 0)
		.map(([id, adoption]) => ({
			kind: 'factor',
			parameter,
			scope: { kind: 'sector', id },
			...(hostClass !== undefined && { hostClass }),
			value: partly(adoption, factor)
		}));
}

/** The same of a lever of vendors. */
export function ofVendors({ vendors }: Adopted, parameter: string, factor: number): Change[] {
	return [...vendors]
		.filter(([, adoption]) => adoption > 0)
		.map(([id, adoption]) => ({
			kind: 'factor',
			parameter,
			scope: { kind: 'vendor', id },
			value: partly(adoption, factor)
		}));
}

/** The same of a lever of the world. */
export function everywhereBy({ overall }: Adopted, parameter: string, factor: number): Change[] {
	if (overall === 0) return [];
	return [{ kind: 'factor', parameter, scope: { kind: 'world' }, value: partly(overall, factor) }];
}

/** A test of each vendor that runs it, by kind of shock. */
export function catches({ vendors }: Adopted, chances: Readonly<Record<string, number>>): Change[] {
	return [...vendors].flatMap(([vendor, adoption]) =>
		adoption === 0
			? []
			: Object.entries(chances).map(([shock, chance]): Change => ({
					kind: 'catch',
					vendor,
					shock,
					chance: adoption * chance
				}))
	);
}

/** On the way from 1 to a factor, by how far a thing is done. */
export function partly(adoption: number, factor: number): number {
	return 1 + adoption * (factor - 1);
}
