import { createRequire, syncBuiltinESMExports } from 'node:module';
import { seeded } from '../../fuzz/raw-requests.ts';

/** Draws of one place: the same seed and place draw the same, whatever was drawn elsewhere. */
export class Chance {
	readonly #draw: () => number;

	constructor(seed: number, place: number) {
		this.#draw = seeded(Math.imul(seed + 1, 0x9e3779b1) ^ Math.imul(place + 1, 0x85ebca6b));
		// Neighbours begin alike.
		for (let n = 0; n < 3; n++) this.#draw();
	}

	/** Between 0 and 1. */
	draw(): number {
		return this.#draw();
	}

	below(bound: number): number {
		return Math.floor(this.#draw() * bound);
	}

	between(least: number, most: number): number {
		return least + this.below(most - least + 1);
	}

	is(probability: number): boolean {
		return this.#draw() < probability;
	}

	pick<Item>(items: readonly Item[]): Item {
		return items[this.below(items.length)]!;
	}

	/** One of several, each as likely as its weight says. */
	weighed<Item>(items: readonly (readonly [weight: number, item: Item])[]): Item {
		let left = this.#draw() * items.reduce((sum, [weight]) => sum + weight, 0);
		for (const [weight, item] of items) if ((left -= weight) < 0) return item;
		return items.at(-1)![1];
	}
}

const crypto = createRequire(import.meta.url)('node:crypto') as {
	randomBytes: (size: number) => Buffer;
	randomInt: (bound: number) => number;
	randomUUID: () => string;
};

/**
 * Has this process draw its tokens, ids and codes from a seed, for what is done meanwhile: else two runs of one seed would
 * sort people differently. Returns how it is as before.
 */
export function drawFromSeed(seed: number): () => void {
	const { randomBytes, randomInt, randomUUID } = crypto;
	const chance = new Chance(seed, -1);
	const bytes = (size: number) => Buffer.from(Array.from({ length: size }, () => chance.below(256)));
	Object.assign(crypto, {
		randomBytes: bytes,
		randomInt: (bound: number) => chance.below(bound),
		randomUUID: () =>
			bytes(16)
				.toString('hex')
				.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
	});
	syncBuiltinESMExports();
	return () => {
		Object.assign(crypto, { randomBytes, randomInt, randomUUID });
		syncBuiltinESMExports();
	};
}
