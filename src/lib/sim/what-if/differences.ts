import { type Model, type Order } from '../model.ts';
import { parameterSpec, type LeverId } from '../parameters.ts';
import { gridMinuteFrom } from '../time/grid.ts';
import { applySetting, firstValues, ownerCount, valueLayout, width, type ValueLayout } from '../values.ts';
import { NEVER } from '../world/world.ts';

/** What is said and felt about a vendor: nothing that happens at a site follows from it. */
const READ_AT_NO_SITE: ReadonlySet<string> = new Set([
	'vendor.statement',
	'trust.harmPerDay',
	'trust.unprotectedWeight',
	'trust.mendMin',
	'trust.doubtShare',
	'trust.mistakeShare'
] satisfies LeverId[]);

/** The orders of one run, and the values that are in force by those applied so far. */
interface Side {
	orders: readonly Order[];
	readonly values: Float64Array;
	applied: number;
}

/** Who is under other values in one run than in another, up to a minute. It moves forward with the runs. */
export class Differences {
	/** First minute of the grid at which anything differs, or NEVER. */
	firstMin = NEVER;
	/** Groups whose sites are under other values. */
	readonly groups = new Set<number>();
	/** Something differs that sites of every group read. */
	concernsAll = false;
	/** In either run organisations lend one another technicians. */
	anyoneLends = false;
	readonly #model: Model;
	readonly #layout: ValueLayout;
	readonly #sides: readonly [Side, Side];

	constructor(model: Model, orders: readonly Order[]) {
		this.#model = model;
		this.#layout = valueLayout(model);
		const side = (orders: readonly Order[]): Side => {
			const values = new Float64Array(this.#layout.size);
			firstValues(model, this.#layout, values);
			return { orders, values, applied: 0 };
		};
		this.#sides = [side(orders), side([])];
		this.#noteLending();
	}

	/** Takes what the other run is ordered in its steps before `untilMin`. Orders it had before must be the same again. */
	takeUntil(orders: readonly Order[], untilMin: number): void {
		this.#sides[1].orders = orders;
		for (;;) {
			const minute = Math.min(...this.#sides.map((side) => this.#nextMin(side)));
			if (minute === NEVER || minute >= untilMin) return;
			this.#compare(minute, ...this.#sides.map((side) => this.#apply(side, minute)));
		}
	}

	/** Minute of the step in which the next order takes effect. */
	#nextMin({ orders, applied }: Side): number {
		const next = orders[applied];
		return next === undefined ? NEVER : gridMinuteFrom(this.#model.clock.spans, Math.max(0, next.atMin));
	}

	#apply(side: Side, minute: number): Order[] {
		const now: Order[] = [];
		while (this.#nextMin(side) <= minute) {
			const order = side.orders[side.applied++]!;
			applySetting(this.#model, this.#layout, side.values, order);
			now.push(order);
		}
		return now;
	}

	#compare(minute: number, ...[mine = [], theirs = []]: Order[][]): void {
		const given = (orders: readonly Order[]) =>
			JSON.stringify(
				orders.filter(({ parameter }) => parameter === 'rollout.order').map((one) => [one.scope, one.value])
			);
		if (given(mine) !== given(theirs)) this.#note(minute, 'all');
		for (const parameter of new Set([...mine, ...theirs].map((order) => order.parameter)))
			this.#compareValues(minute, parameter as LeverId);
		this.#noteLending();
	}

	#compareValues(minute: number, parameter: LeverId): void {
		const spec = parameterSpec(parameter)!;
		const from = this.#layout.offset[parameter]!;
		const [mine, theirs] = this.#sides;
		for (let owner = 0; owner < ownerCount(spec, this.#model); owner++) {
			const at = from + owner * width(spec);
			let differs = false;
			for (let c = 0; c < width(spec); c++) differs ||= mine.values[at + c] !== theirs.values[at + c];
			if (!differs) continue;
			this.#note(minute, READ_AT_NO_SITE.has(parameter) ? 'none' : spec.owner === 'group' ? owner : 'all');
		}
	}

	#note(minute: number, whom: 'all' | 'none' | number): void {
		this.firstMin = Math.min(this.firstMin, minute);
		if (whom === 'all') this.concernsAll = true;
		else if (whom !== 'none') this.groups.add(whom);
	}

	#noteLending(): void {
		const from = this.#layout.offset['repair.mutualAidShare'];
		const count = ownerCount(parameterSpec('repair.mutualAidShare')!, this.#model);
		const lends = ({ values }: Side) => values.subarray(from, from + count).some((share) => share > 0);
		this.anyoneLends ||= this.#sides.some(lends);
	}
}
