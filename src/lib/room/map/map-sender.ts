import type { Model } from '../../sim/model.ts';
import type { MapSnapshot } from '../../sim/observe/map/map-snapshot.ts';
import { coarseMapOf, type CoarseMap } from './coarse-map.ts';
import { encodeInts } from './int-code.ts';
import type { MapFacts } from './map-facts.ts';
import { mapNumbers, type MapNumbers } from './map-numbers.ts';
import { stepped, stepTo } from './map-steps.ts';
import {
	besideNumbers,
	changedBeside,
	sentMapFacts,
	type BesideNumbers,
	type SentMapFacts,
	type SentPicture,
	type SentStep
} from './sent-map.ts';

/** What one audience is told of a map: a whole picture, and step by step what has changed since it. */
export interface ToldMap {
	readonly whole: SentPicture;
	readonly steps: readonly SentStep[];
}

/** A picture as it was told. */
interface Latest {
	readonly of: MapSnapshot;
	readonly isExact: boolean;
	readonly number: number;
	readonly numbers: MapNumbers;
	readonly beside: BesideNumbers;
}

/** Whoever comes late is told the whole picture with its steps: there are never more of them. */
export const MAP_STEPS_MOST = 40;

/** Tells an audience of a map. Who has been told everything needs the latest step alone. */
export class MapSender {
	readonly facts: SentMapFacts;
	readonly #shape: Pick<MapFacts, 'metros' | 'sectors' | 'cells'>;
	readonly #coarse: CoarseMap;
	#latest: Latest | null = null;
	/** Several feeds may be told the same. */
	#told: ToldMap | null = null;
	/** Characters of the steps since the whole picture. */
	#stepsLength = 0;

	/** @param own ids of the organisations that the audience may see */
	constructor(facts: MapFacts, model: Model, own: readonly string[]) {
		const indices = new Set(
			facts.organisations.flatMap(({ id }, index) => (own.includes(id) ? [index] : []))
		);
		this.#coarse = coarseMapOf(model, indices);
		this.#shape = { ...facts, cells: this.#coarse.cells };
		this.facts = sentMapFacts(facts, this.#coarse);
	}

	/** What there is to tell once the map shows this. While time passes it is not told to the last host. */
	tell(snapshot: MapSnapshot, isMoving: boolean): ToldMap {
		const before = this.#latest;
		const told = this.#told;
		if (before?.of === snapshot && (before.isExact || isMoving)) return told!;
		const real = mapNumbers(this.#coarse, snapshot);
		const beside = besideNumbers(snapshot);
		if (before === null || told === null) {
			this.#latest = { of: snapshot, isExact: true, number: 1, numbers: real, beside };
			return (this.#told = { whole: wholeOf(this.#latest), steps: [] });
		}
		const isExact = !isMoving;
		const step = stepTo(this.#shape, before.numbers, real, isExact);
		const numbers = stepped(this.#shape, before.numbers, step, isExact);
		this.#latest = { of: snapshot, isExact, number: before.number + 1, numbers, beside };
		const sent = {
			...{ number: this.#latest.number, minute: snapshot.minute, numbers: encodeInts(step), isExact },
			...changedBeside(before.beside, beside)
		};
		this.#told = this.#areStepsTooLong(told)
			? { whole: wholeOf(before), steps: [sent] }
			: { whole: told.whole, steps: [...told.steps, sent] };
		const isFirst = this.#told.steps.length === 1;
		this.#stepsLength = (isFirst ? 0 : this.#stepsLength) + sent.numbers.length;
		return this.#told;
	}

	#areStepsTooLong({ whole, steps }: ToldMap): boolean {
		return steps.length >= MAP_STEPS_MOST || this.#stepsLength > whole.numbers.length;
	}
}

function wholeOf({ number, of: { minute }, numbers, beside }: Latest): SentPicture {
	return { number, minute, numbers: encodeInts(numbers), ...beside };
}
