import { createWorld, seedFromText } from '../../sim/run.ts';
import type { Pack } from '../../room/scenario-library.ts';
import { mapFactsOf } from '../../room/map/map-facts.ts';
import type { MapFacts } from '../../room/map/map-facts.ts';
import type { MapSnapshot } from '../../sim/observe/map/map-snapshot.ts';
import { mapSnapshotOf } from '../../sim/observe/map/map-snapshot.ts';

/** Which hosts a seat stands for: those of its organisations, or those that run its agent. */
export interface SeatHosts {
	readonly role: string;
	/** Indices of organisations. */
	readonly organisations: readonly number[];
	/** Index of a vendor; null: the seat is none. */
	readonly vendor: number | null;
}

/** A scenario's world before anything happens. */
export interface MapPreview {
	readonly type: 'mapPreview';
	readonly scenarioId: string;
	readonly facts: MapFacts;
	readonly snapshot: MapSnapshot;
	readonly seats: readonly SeatHosts[];
}

const made = new WeakMap<Pack, MapPreview>();

/** The world of a scenario at minute 0; the same for every seed, as nothing has been drawn by then. */
export function mapPreview(pack: Pack): MapPreview {
	let preview = made.get(pack);
	if (preview !== undefined) return preview;
	const { scenario, model } = pack;
	const snapshot = mapSnapshotOf(createWorld(model, seedFromText('')));
	const indexOf = (things: readonly { readonly id: string }[], id: string) =>
		things.findIndex((one) => one.id === id);
	const seats = scenario.roles.map(({ id, vendor, organisations }) => ({
		role: id,
		organisations: organisations.map((one) => indexOf(model.organisations, one)).filter((one) => one >= 0),
		vendor: vendor === null ? null : indexOf(model.vendors, vendor)
	}));
	preview = {
		type: 'mapPreview',
		scenarioId: scenario.id,
		facts: mapFactsOf(scenario, model),
		snapshot,
		seats
	};
	made.set(pack, preview);
	return preview;
}
