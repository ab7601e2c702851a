import { noneBot } from '../../exercise/bots/none.ts';
import { openRoom, play } from '../../exercise/bots/play.ts';
import { recordBot } from '../../exercise/bots/record.ts';
import { SHARED_WORLD } from '../../exercise/commands/create-exercise.ts';
import { worldOrders } from '../../exercise/orders.ts';
import { spotsOf } from '../../sim/map-frame.ts';
import type { Pack, Shelf } from '../worker/shelf.ts';
import type { MapFacts, MapNews, MapWish } from './messages.ts';
import { SpotRun } from './spot-run.ts';

/** Answers a map's wishes with counts by spot; knows nothing of workers. */
export class MapDesk {
	readonly #shelf: Shelf;
	readonly #tell: (news: MapNews) => void;
	#run: SpotRun | null = null;

	constructor(shelf: Shelf, tell: (news: MapNews) => void) {
		this.#shelf = shelf;
		this.#tell = tell;
	}

	answer(wish: MapWish): void {
		if (wish.type === 'at') {
			if (this.#run !== null) this.#tell({ type: 'frame', ...this.#run.at(wish.minute) });
			return;
		}
		const opened = this.#shelf.open({ kind: 'builtIn', id: wish.scenario });
		if (!opened.ok) {
			const { what, remedy } = opened.faults[0]!;
			return this.#tell({ type: 'failed', what: `${what}. ${remedy}` });
		}
		const { pack } = opened;
		const spots = spotsOf(pack.model);
		const bot = wish.lane === 'record' ? recordBot : noneBot;
		const { state } = play(openRoom(pack.exercise, wish.seed), [bot], pack.exercise.horizonMin);
		const world = state.worlds[SHARED_WORLD];
		const orders = world === undefined ? [] : worldOrders(pack.exercise, world);
		this.#run = new SpotRun(pack.model, wish.seed, orders, spots);
		const { ofCell: _, ...shown } = spots;
		this.#tell({ type: 'opened', facts: { ...factsOf(pack), spots: shown } });
	}
}

function factsOf({ scenario, model }: Pack): Omit<MapFacts, 'spots'> {
	return {
		title: scenario.title,
		clock: { startMinute: model.clock.startMinute },
		horizonMin: model.clock.horizonMin,
		metros: model.metros,
		countries: Object.fromEntries(scenario.world.countries.map(({ iso2, name }) => [iso2, name])),
		sectors: scenario.sectors.map(({ id, name }) => ({ id, name })),
		vendors: scenario.vendors.map(({ id, name }) => ({ id, name: { en: name } })),
		organisations: scenario.organisations.map(({ id, name }) => ({ id, name: { en: name } })),
		releaseMinutes: model.releases.map(({ atMin }) => atMin),
		acts: scenario.record.acts.map(({ atMin, does }) => ({ atMin, does }))
	};
}
