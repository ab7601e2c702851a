import { chanceWithin } from '../exact/exp.ts';
import { CLASS_COUNT, groupCount } from '../model.ts';
import type { ParameterId } from '../parameters.ts';
import { valueAt } from '../values.ts';
import type { World } from '../world/world.ts';

/** The services' parameters by group, laid out for the loop; brought up to date when a value or the step changes. */
export class ServiceValues {
	readonly halfDownShare: Float64Array;
	readonly manualShare: Float64Array;
	readonly manualSetupMin: Float64Array;
	readonly deferShare: Float64Array;
	readonly shedShare: Float64Array;
	readonly shedPerUnitUsd: Float64Array;
	readonly breachPerDayUsd: Float64Array;
	readonly slackShare: Float64Array;
	readonly disruption: Float64Array;
	readonly disruptionHours: Float64Array;
	readonly lossPerUnitUsd: Float64Array;
	readonly delayPerUnitUsd: Float64Array;
	/** Share of a missing level that comes back within the step. */
	readonly restart: Float64Array;
	/** Share of waiting demand that gives up within the step. */
	readonly givesUp: Float64Array;
	/** By cell: weight of one of its hosts in the site's service; the weights of a site sum to 1. */
	readonly hostWeight: Float64Array;
	normalAbove = 1;
	downBelow = 0;

	/** By group and class, as the weights were last worked out from; NaN: never. */
	readonly #criticality: Float64Array;
	readonly #world: World;
	readonly #groups: number;
	#version = -1;
	#stepMin = -1;

	constructor(world: World) {
		this.#world = world;
		this.#groups = groupCount(world.model);
		const column = () => new Float64Array(this.#groups);
		this.halfDownShare = column();
		this.manualShare = column();
		this.manualSetupMin = column();
		this.deferShare = column();
		this.shedShare = column();
		this.shedPerUnitUsd = column();
		this.breachPerDayUsd = column();
		this.slackShare = column();
		this.disruption = column();
		this.disruptionHours = column();
		this.lossPerUnitUsd = column();
		this.delayPerUnitUsd = column();
		this.restart = column();
		this.givesUp = column();
		this.hostWeight = new Float64Array(world.model.cells.count);
		this.#criticality = new Float64Array(this.#groups * CLASS_COUNT).fill(NaN);
	}

	prepare(stepMin: number, valuesVersion: number): void {
		if (valuesVersion === this.#version && stepMin === this.#stepMin) return;
		this.#version = valuesVersion;
		this.#stepMin = stepMin;
		this.normalAbove = valueAt(this.#world, 'service.normalAbove', 0);
		this.downBelow = valueAt(this.#world, 'service.downBelow', 0);
		for (let group = 0; group < this.#groups; group++) {
			const value = (id: ParameterId) => valueAt(this.#world, id, group);
			this.halfDownShare[group] = value('service.halfDownShare');
			this.manualShare[group] = value('service.manualShare');
			this.manualSetupMin[group] = value('service.manualSetupMin');
			this.deferShare[group] = value('service.deferShare');
			this.shedShare[group] = value('service.shedShare');
			this.shedPerUnitUsd[group] = value('service.shedPerUnitUsd');
			this.breachPerDayUsd[group] = value('exposure.breachPerDayUsd');
			this.slackShare[group] = value('service.slackShare');
			this.disruption[group] = value('service.disruption');
			this.disruptionHours[group] = value('service.disruptionHours');
			this.lossPerUnitUsd[group] = value('service.lossPerUnitUsd');
			this.delayPerUnitUsd[group] = value('service.delayPerUnitUsd');
			this.restart[group] = chanceWithin(stepMin, value('service.restartMin'));
			this.givesUp[group] = chanceWithin(stepMin, value('service.patienceMin'));
		}
		if (this.#criticalityHasChanged()) this.#weighHosts();
	}

	#criticalityHasChanged(): boolean {
		const { values, layout } = this.#world;
		const now = values.subarray(layout.offset['service.criticality']).subarray(0, this.#criticality.length);
		if (this.#criticality.every((value, i) => value === now[i])) return false;
		this.#criticality.set(now);
		return true;
	}

	/** A class counts by how critical it is, not by how many hosts it has; its weight is shared out over its hosts. */
	#weighHosts(): void {
		const { sites, cells } = this.#world.model;
		const hostsOfClass = new Float64Array(CLASS_COUNT);
		for (let site = 0; site < sites.count; site++) {
			const start = sites.cellStart[site]!;
			const end = sites.cellStart[site + 1]!;
			const group = sites.group[site]!;
			hostsOfClass.fill(0);
			for (let cell = start; cell < end; cell++) hostsOfClass[cells.hostClass[cell]!]! += cells.hosts[cell]!;
			let critical = 0;
			for (let c = 0; c < CLASS_COUNT; c++) {
				if (hostsOfClass[c]! > 0) critical += valueAt(this.#world, 'service.criticality', group, c);
			}
			for (let cell = start; cell < end; cell++) {
				const c = cells.hostClass[cell]!;
				const weight = valueAt(this.#world, 'service.criticality', group, c);
				this.hostWeight[cell] =
					critical > 0 && hostsOfClass[c]! > 0 ? weight / critical / hostsOfClass[c]! : 0;
			}
		}
	}
}
