import type { OwnSectorEntry, SectorEntry } from '../schema/fleet.ts';
import type { ParameterEntry } from '../schema/setting.ts';

/** New sectors that are like one of the others, by id. */
export function likesOf(
	own: readonly OwnSectorEntry[],
	sectors: readonly Pick<SectorEntry, 'id'>[]
): ReadonlyMap<string, string> {
	const isNew = (id: string) => sectors.every((sector) => sector.id !== id);
	return new Map(
		own.flatMap(({ id, like }) => (like !== undefined && isNew(id) ? [[id, like] as const] : []))
	);
}

/**
 * A list of sectors with an author's own among them. The host shares that they say stand; the others keep their proportions
 * and make up what is left, so that the whole stays one.
 */
export function withOwnSectors(
	sectors: readonly SectorEntry[],
	own: readonly OwnSectorEntry[]
): readonly SectorEntry[] {
	if (own.length === 0) return sectors;
	const changed = sectors.map((sector) => ({
		...sector,
		...said(own.find(({ id, like }) => id === sector.id && like === undefined))
	}));
	const likes = likesOf(own, sectors);
	const added = own.flatMap((entry) => {
		const base = sectors.find(({ id }) => id === likes.get(entry.id));
		return base === undefined ? [] : [{ ...base, ...said(entry), id: entry.id }];
	});
	return inProportion([...changed, ...added], own);
}

/** What an entry says, without what it is like and what it leaves out. */
function said(entry: OwnSectorEntry | undefined): Partial<SectorEntry> {
	const { like: _like, ...rest } = entry ?? ({} as OwnSectorEntry);
	return Object.fromEntries(Object.entries(rest).filter(([, value]) => value !== undefined));
}

function inProportion(sectors: readonly SectorEntry[], own: readonly OwnSectorEntry[]): SectorEntry[] {
	const fixed = new Set(own.flatMap(({ id, hostShare }) => (hostShare === undefined ? [] : [id])));
	const sum = (of: readonly SectorEntry[]) => of.reduce((total, { hostShare }) => total + hostShare, 0);
	const stands = sum(sectors.filter(({ id }) => fixed.has(id)));
	const rest = sum(sectors.filter(({ id }) => !fixed.has(id)));
	const scale = rest > 0 ? Math.max(0, 1 - stands) / rest : 1;
	return sectors.map((sector) =>
		fixed.has(sector.id) ? sector : { ...sector, hostShare: sector.hostShare * scale }
	);
}

/** The model's values with those for sectors that are like one of its own. */
export function withLikes(
	entries: readonly ParameterEntry[],
	likes: ReadonlyMap<string, string>
): readonly ParameterEntry[] {
	if (likes.size === 0) return entries;
	return entries.map((entry) => {
		const { sectors } = entry;
		if (sectors === undefined) return entry;
		const inherited = [...likes].flatMap(([id, like]) =>
			Object.hasOwn(sectors, like) ? [[id, sectors[like]!] as const] : []
		);
		return { ...entry, sectors: { ...sectors, ...Object.fromEntries(inherited) } };
	});
}
