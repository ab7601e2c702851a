import { chanceWithin } from '../../exact/exp.ts';
import type { Model, Release } from '../../model.ts';
import type { OptionalParameterId } from '../../optional-parameters.ts';
import { ROLLOUT_ORDERS } from '../../parameters.ts';
import { nextState, REFUSED } from '../../table/compile.ts';
import { rolloutTable } from '../../table/tables.ts';
import type { Generator } from './generator.ts';
import { Plane } from './plane.ts';
import type { Parameters } from './parameters.ts';

const TABLE = rolloutTable('moreRings');
const EVENT = { live: 'RESUME', paused: 'PAUSE', halted: 'HALT', rolledBack: 'ROLL_BACK' } as const;

/** The release as the oracle runs it: rings with the minute each opened, and what the vendor sees. */
export class Rollout {
	readonly plane: Plane;
	readonly vendor: number;
	readonly release: Release;
	installs = 0;
	crashes = 0;
	firstCrashMin: number | null = null;
	noticedMin: number | null = null;
	state = TABLE.initial;
	order: number | null = null;
	readonly #openedMin: number[] = [];
	readonly #model: Model;
	#seenInstalls = 0;
	#silent = 0;
	#seenCrashes = 0;
	#servedUntilMin = -1;
	#isMisled: boolean | null = null;
	#mistaken: (typeof ROLLOUT_ORDERS)[number] | null = null;

	/** Installs on all hosts, for each on one that the defect concerns. */
	readonly #dilution: number;

	constructor(model: Model, parameters: Parameters, dilution = 1) {
		this.plane = new Plane(model, parameters);
		this.#dilution = dilution;
		this.#model = model;
		this.release = model.releases[0]!;
		this.vendor = this.release.vendor;
	}

	get rolledBack(): boolean {
		return this.state === TABLE.state.rolledBack;
	}

	offers(minute: number): boolean {
		if (this.release.expires === true) return this.state !== TABLE.initial;
		return TABLE.tags.shipping[this.state] === 1 || minute < this.#servedUntilMin;
	}

	/** Whether hosts fetch the content from before. */
	reverted(minute: number): boolean {
		return this.rolledBack && minute >= this.#servedUntilMin;
	}

	/** Whether the vendor knows the fault, and can offer a way back. */
	knowsFault(parameters: Parameters, minute: number): boolean {
		if (this.noticedMin === null) return false;
		return minute - this.noticedMin >= parameters.of('vendor.diagnoseMin', this.vendor);
	}

	/** Minute at which the release was no longer on offer; never after `minute` once it is so. */
	servedUntil(minute: number): number {
		return Math.min(minute, this.#servedUntilMin);
	}

	/** Whether a host of this ring is reached by now; one that takes content late waits after its own ring opened. */
	reaches(ring: number, lateMin: number, minute: number): boolean {
		const openedMin = this.#openedMin[ring];
		return openedMin !== undefined && minute - openedMin >= lateMin;
	}

	step(parameters: Parameters, chance: Generator, minute: number, stepMin: number): void {
		this.plane.at(minute);
		if (this.state === TABLE.initial && minute >= this.#model.releases[0]!.atMin) {
			this.#send('RELEASE', parameters, minute);
			this.#openedMin.push(minute);
		}
		const gain = chanceWithin(stepMin, parameters.of('rollout.telemetryMin', this.vendor));
		this.#seenInstalls += gain * (this.installs - this.#seenInstalls);
		const silenceMin = parameters.of('rollout.silenceMin', this.vendor);
		this.#silent += chanceWithin(stepMin, silenceMin) * (this.crashes - this.#silent);
		this.#seenCrashes += gain * (this.#silent - this.#seenCrashes);
		const isRefused = this.plane.refuses('carriesHalt', this.vendor);
		if (this.state !== TABLE.initial && !isRefused) this.#obey(parameters, chance, minute);
		if (this.state === TABLE.state.running) this.#bake(parameters, chance, minute);
		else if (this.state === TABLE.state.complete) this.#lookOn(parameters, chance, minute);
		const stopped = this.state !== TABLE.initial && TABLE.tags.shipping[this.state] !== 1;
		if (stopped || this.#seenCrashes >= parameters.of('vendor.noticeCrashes', this.vendor))
			this.noticedMin ??= minute;
	}

	/** An order that meets other content first is obeyed once the mistake is found. */
	#obey(parameters: Parameters, chance: Generator, minute: number): void {
		const of = (id: OptionalParameterId) => parameters.optional(id, this.vendor);
		const certainMin = this.#model.releases[0]!.atMin + of('rollout.certainMin');
		if (this.order !== null) {
			const order = ROLLOUT_ORDERS[this.order]!;
			this.order = null;
			this.#mistaken = null;
			const misledShare = of('rollout.misledShare');
			const doubts = order !== 'live' && misledShare > 0 && minute < certainMin;
			if (doubts && (this.#isMisled ??= chance.happens(misledShare))) this.#mistaken = order;
			else this.#send(EVENT[order], parameters, minute);
		}
		if (this.#mistaken === null || minute < certainMin + of('rollout.mistakeMin')) return;
		this.#send(EVENT[this.#mistaken], parameters, minute);
		this.#mistaken = null;
	}

	#bake(parameters: Parameters, chance: Generator, minute: number): void {
		const { rings } =
			this.#model.ringPlans[this.release.ringPlan ?? parameters.of('rollout.plan', this.vendor)]!;
		const open = this.#openedMin.length - 1;
		const { bakeMin, gatePerMille } = rings[open]!;
		if (this.#isUnhealthy(gatePerMille, parameters, chance))
			return this.#send('GATE_FAILED', parameters, minute);
		if (minute - this.#openedMin[open]! < bakeMin) return;
		if (open + 1 < rings.length) this.#openedMin.push(minute);
		else this.state = nextState(rolloutTable('lastRing'), this.state, 'RING_BAKED');
	}

	#lookOn(parameters: Parameters, chance: Generator, minute: number): void {
		const { rings } =
			this.#model.ringPlans[this.release.ringPlan ?? parameters.of('rollout.plan', this.vendor)]!;
		const { bakeMin, gatePerMille } = rings[rings.length - 1]!;
		const openMin = minute - this.#openedMin[this.#openedMin.length - 1]!;
		if (openMin - bakeMin > parameters.of('rollout.gateWatchMin', this.vendor)) return;
		if (this.#isUnhealthy(gatePerMille, parameters, chance)) this.#send('GATE_FAILED', parameters, minute);
	}

	#isUnhealthy(gatePerMille: number | null, parameters: Parameters, chance: Generator): boolean {
		const least = Math.max(1e-300, parameters.of('rollout.gateInstalls', this.vendor));
		const installs = this.#seenInstalls * this.#dilution;
		if (gatePerMille === null || installs < least) return false;
		const noise = 1 + parameters.of('rollout.telemetryNoise', this.vendor) * chance.normal();
		return (1000 * this.#seenCrashes * noise) / installs > gatePerMille;
	}

	#send(event: keyof typeof TABLE.event, parameters: Parameters, minute: number): void {
		const to = nextState(TABLE, this.state, event);
		if (to === REFUSED) return;
		const wasShipping = TABLE.tags.shipping[this.state] === 1;
		this.state = to;
		if (TABLE.tags.shipping[to] === 1) this.#servedUntilMin = -1;
		else if (wasShipping) {
			const reachMin = Math.floor(parameters.of('rollout.haltReachMin', this.vendor));
			this.#servedUntilMin = this.#openedMin[0] === minute ? minute : minute + reachMin;
		}
	}
}
