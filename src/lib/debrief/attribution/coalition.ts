/** Items that are kept, by index, ascending; all others are left out. */
export type Coalition = readonly number[];

/** The same items have the same key. */
export function keyOf(coalition: Coalition): string {
	return coalition.join(' ');
}

/** A coalition of these items, in whatever order they come. */
export function coalitionOf(items: Iterable<number>): Coalition {
	return [...new Set(items)].sort((a, b) => a - b);
}

/** What worlds came to, by coalition: several measures of one world, always in the same order. */
export class KnownWorlds {
	readonly #values = new Map<string, readonly number[]>();

	/** So many worlds are known. */
	get count(): number {
		return this.#values.size;
	}

	has(coalition: Coalition): boolean {
		return this.#values.has(keyOf(coalition));
	}

	/** @throws RangeError where nobody has said what that world came to */
	of(coalition: Coalition): readonly number[] {
		const found = this.#values.get(keyOf(coalition));
		if (found === undefined) throw new RangeError(`the world of [${keyOf(coalition)}] is not known`);
		return found;
	}

	set(coalition: Coalition, values: readonly number[]): void {
		this.#values.set(keyOf(coalition), values);
	}
}
