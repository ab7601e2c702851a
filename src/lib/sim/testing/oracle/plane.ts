import type { Model } from '../../model.ts';
import type { OptionalParameterId } from '../../optional-parameters.ts';
import type { Parameters } from './parameters.ts';

/** The control plane, by the minutes at which its states end. */
export class Plane {
	readonly #model: Model;
	readonly #parameters: Parameters;
	#failedMin: number | null = null;
	#missing = 0;
	#refuses = false;

	constructor(model: Model, parameters: Parameters) {
		this.#model = model;
		this.#parameters = parameters;
	}

	at(minute: number): void {
		const failure = this.#model.releases.find(({ defect }) => defect === 'controlPlaneDown');
		if (failure === undefined || minute < failure.atMin) return;
		this.#failedMin ??= minute;
		const of = (id: OptionalParameterId) => this.#parameters.optional(id, 0);
		const answersMin = this.#failedMin + Math.floor(of('controlPlane.failingMin'));
		const admitsMin = answersMin + Math.floor(of('controlPlane.mitigatedMin'));
		const calmMin = admitsMin + Math.floor(of('controlPlane.herdMin'));
		this.#refuses = minute < admitsMin;
		if (minute < answersMin) this.#missing = 1;
		else if (minute < admitsMin) this.#missing = 1 - of('controlPlane.mitigatedShare');
		else if (minute < calmMin) this.#missing = 1 - 1 / of('controlPlane.herdFactor');
		else this.#missing = 0;
	}

	refuses(what: 'holdsKeys' | 'carriesRepair' | 'carriesHalt', owner: number): boolean {
		return this.#refuses && this.#parameters.optional(`controlPlane.${what}`, owner) === 1;
	}

	/** Share of the work of a host that is not done for want of it. */
	stops(group: number, hostClass: number): number {
		return this.#missing * this.#parameters.optional('controlPlane.leaningShare', group, hostClass);
	}
}
