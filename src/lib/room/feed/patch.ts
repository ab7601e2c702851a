/**
 * What has changed of a value that travels as JSON: what is set, what has changed within, and what is gone (keys; of a list
 * its new length). Nought: nothing of this kind. What is empty at the end is left off.
 */
export type Patch = readonly [
	set?: Readonly<Record<string, unknown>> | 0,
	within?: Readonly<Record<string, Patch>> | 0,
	gone?: readonly string[] | number
];

type Fields = Readonly<Record<string, unknown>>;

/** Null: told whole it is as short, or the patch would lead to another order of keys. Empty: nothing has changed. */
export function patchOf(before: unknown, after: unknown): Patch | null {
	if (Object.is(before, after)) return [];
	if (!isHolder(before) || !isHolder(after) || Array.isArray(before) !== Array.isArray(after)) return null;
	const [keysBefore, keys] = [keysOf(before), keysOf(after)];
	const set: Record<string, unknown> = {};
	const within: Record<string, Patch> = {};
	for (const key of keys) {
		// The one key that no object takes by assigning.
		if (key === '__proto__') return null;
		const patch = Object.hasOwn(before, key) ? patchOf(before[key], after[key]) : null;
		if (patch === null) set[key] = after[key] ?? null;
		else if (patch.length > 0) within[key] = patch;
	}
	if (Array.isArray(after)) {
		// Every place of a list is named in a patch: where most have changed, the list is shorter.
		if (Object.keys(set).length * 2 > after.length) return null;
		return shortest(set, within, after.length < keysBefore.length ? after.length : undefined);
	}
	const known = new Set(keys);
	const [kept, gone] = [
		keysBefore.filter((key) => known.has(key)),
		keysBefore.filter((key) => !known.has(key))
	];
	if (kept.some((key, place) => keys[place] !== key)) return null;
	return shortest(set, within, gone.length > 0 ? gone : undefined);
}

/** The value that a patch was made for, from the one that was before. */
export function patched(before: unknown, [set, within, gone]: Patch): unknown {
	const after = (Array.isArray(before) ? [...(before as unknown[])] : { ...(before as Fields) }) as Fields & {
		length?: number;
		[key: string]: unknown;
	};
	if (typeof gone === 'number') after.length = gone;
	else for (const key of gone ?? []) delete after[key];
	for (const key in within || {}) after[key] = patched(after[key], (within as Record<string, Patch>)[key]!);
	return Object.assign(after, set);
}

function isHolder(value: unknown): value is Fields {
	return typeof value === 'object' && value !== null && !ArrayBuffer.isView(value);
}

/** As JSON has them. */
function keysOf(value: Fields): string[] {
	const keys = Object.keys(value);
	return Array.isArray(value) ? keys : keys.filter((key) => value[key] !== undefined);
}

function shortest(
	set: Record<string, unknown>,
	within: Record<string, Patch>,
	gone: readonly string[] | number | undefined
): Patch {
	const isSet = Object.keys(set).length > 0;
	const isWithin = Object.keys(within).length > 0;
	if (gone !== undefined) return [isSet ? set : 0, isWithin ? within : 0, gone];
	if (isWithin) return [isSet ? set : 0, within];
	return isSet ? [set] : [];
}
