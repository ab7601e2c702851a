import { HOST_CLASSES, type Model } from '../model.ts';

export const NO_RELEASE = -1;

/** What follows from a model's releases alone; worked out once for each model. */
interface Concerned {
	readonly ofCell: Int8Array;
	/** By release. */
	readonly shares: readonly number[];
}

const known = new WeakMap<Model, Concerned>();

/** By cell: the release that concerns its hosts, or {@link NO_RELEASE}. The same array again for the same model. */
export function releaseOfCells(model: Model): Int8Array {
	return concerned(model).ofCell;
}

/** Hosts that a release concerns, as a share of all that take what its vendor releases. */
export function concernedShare(model: Model, release: number): number {
	return concerned(model).shares[release]!;
}

function concerned(model: Model): Concerned {
	let of = known.get(model);
	if (of === undefined) known.set(model, (of = workedOut(model)));
	return of;
}

function workedOut(model: Model): Concerned {
	const { releases, cells } = model;
	const ofCell = Int8Array.from({ length: cells.count }, (_, cell) =>
		releases.findIndex((__, release) => isMeant(model, release, cell))
	);
	const shares = releases.map((_, release) => {
		let [some, all] = [0, 0];
		for (let cell = 0; cell < cells.count; cell++) {
			if (!takesFrom(model, release, cell)) continue;
			all += cells.hosts[cell]!;
			if (ofCell[cell] === release) some += cells.hosts[cell]!;
		}
		return some > 0 ? some / all : 1;
	});
	return { ofCell, shares };
}

function isMeant(model: Model, release: number, cell: number): boolean {
	const { defect, classes, countries } = model.releases[release]!;
	if (defect === 'controlPlaneDown' || !takesFrom(model, release, cell)) return false;
	const { metros, sites, cells } = model;
	const { country } = metros[sites.metro[cells.site[cell]!]!]!;
	return (
		(classes === undefined || classes.includes(HOST_CLASSES[cells.hostClass[cell]!]!)) &&
		(countries === undefined || countries.includes(country))
	);
}

function takesFrom({ releases, cells }: Model, release: number, cell: number): boolean {
	const { toEveryHost, vendor } = releases[release]!;
	return toEveryHost === true || cells.vendor[cell] === vendor;
}
