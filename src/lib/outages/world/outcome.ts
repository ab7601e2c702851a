import type { Frame } from '../../sim/observe/frame.ts';

/** What one shock comes to. Plain data. */
export interface Outcome {
	/** Vendor whose release it was. */
	readonly vendor: string;
	/** Found before it shipped: nothing happened. */
	readonly isCaught: boolean;
	readonly lossUsd: number;
	readonly hostsCrashed: number;
	readonly hostHoursDown: number;
	readonly compromised: number;
	/** In the order of the scenario's sectors: losses, and units of service never delivered. */
	readonly sectorLossUsd: readonly number[];
	readonly sectorLostUnits: readonly number[];
}

export function outcomeOf(vendor: string, end: Frame, hostHoursDown: number): Outcome {
	const services = Object.values(end.services);
	return {
		vendor,
		isCaught: false,
		lossUsd: end.lossCents / 100,
		hostsCrashed: end.world.everCrashed,
		hostHoursDown,
		compromised: end.world.everCompromised,
		sectorLossUsd: services.map(({ lossCents }) => lossCents / 100),
		sectorLostUnits: services.map(({ lostUnits }) => lostUnits)
	};
}

export function nothingHappened(vendor: string, sectors: number): Outcome {
	const none = Array.from({ length: sectors }, () => 0);
	return {
		...{ vendor, isCaught: true, lossUsd: 0, hostsCrashed: 0, hostHoursDown: 0, compromised: 0 },
		sectorLossUsd: none,
		sectorLostUnits: none
	};
}
