import type { Model, Order } from '../../model.ts';
import type { OptionalParameterId } from '../../optional-parameters.ts';
import type { ParameterId } from '../../parameters.ts';
import {
	applySetting,
	firstValues,
	optionalAt,
	valueAt,
	valueLayout,
	type ValueLayout
} from '../../values.ts';

/** Parameter values as they stand, and the orders that change them. Looking values up is shared with the kernel. */
export class Parameters {
	readonly layout: ValueLayout;
	readonly values: Float64Array;
	readonly #model: Model;
	readonly #orders: readonly Order[];
	#next = 0;

	constructor(model: Model, orders: readonly Order[]) {
		this.#model = model;
		this.#orders = orders;
		this.layout = valueLayout(model);
		this.values = new Float64Array(this.layout.size);
		firstValues(model, this.layout, this.values);
	}

	of(id: ParameterId, owner: number, hostClass = 0): number {
		return valueAt(this, id, owner, hostClass);
	}

	optional(id: OptionalParameterId, owner: number, hostClass = 0): number {
		return optionalAt(this, id, owner, hostClass);
	}

	/** Puts every order up to `minute` into force and returns those that are new. */
	obey(minute: number): readonly Order[] {
		const from = this.#next;
		while (this.#next < this.#orders.length && this.#orders[this.#next]!.atMin <= minute) {
			applySetting(this.#model, this.layout, this.values, this.#orders[this.#next++]!);
		}
		return this.#orders.slice(from, this.#next);
	}
}
