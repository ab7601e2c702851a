type Identified = { readonly id: string };

const known = new WeakMap<readonly Identified[], ReadonlyMap<string, unknown>>();

/** A list by the ids of its items. Lists never change, so each is put in order once. */
export function byId<Item extends Identified>(items: readonly Item[]): ReadonlyMap<string, Item> {
	const before = known.get(items) as ReadonlyMap<string, Item> | undefined;
	if (before !== undefined) return before;
	const made = new Map(items.map((item) => [item.id, item]));
	known.set(items, made);
	return made;
}
