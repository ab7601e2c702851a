import type { Model } from '../model.ts';

/** The different clocks of a world: metros with the same offset from UTC share a zone. */
export class Zones {
	/** By zone: minutes ahead of UTC. */
	readonly offsetMin: readonly number[];
	readonly ofMetro: Uint8Array;

	constructor(model: Model) {
		const offsets: number[] = [];
		this.ofMetro = Uint8Array.from(model.metros, ({ utcOffsetMin }) => {
			const known = offsets.indexOf(utcOffsetMin);
			return known >= 0 ? known : offsets.push(utcOffsetMin) - 1;
		});
		this.offsetMin = offsets;
	}
}
