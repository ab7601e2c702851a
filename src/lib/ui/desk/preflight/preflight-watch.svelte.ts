import type { LiveRoomView } from '../../../client/network/live-room.svelte.ts';
import { RoomsApi } from '../../../client/network/rooms-api.ts';
import { webNetwork } from '../../../client/network/web-network.ts';
import { preflightLines, type PreflightLine } from '../../../room/preflight/preflight.ts';
import type { ServerFacts } from '../../../room/preflight/server-facts.ts';
import { inLocale } from '../../../text/words.ts';
import { rowName } from '../../hot-wash/time-rows.ts';

const ASK_EVERY_MS = 10_000;

/** The checks before people come, as they stand. Made in a component: it asks as long as that lives. */
export class PreflightWatch {
	readonly #room: () => LiveRoomView;
	readonly #api = new RoomsApi(webNetwork);
	#server = $state.raw<ServerFacts | null>(null);
	#isCharging = $state.raw<boolean | null>(null);

	constructor(room: () => LiveRoomView) {
		this.#room = room;
		$effect(() => {
			void this.#look();
			const timer = setInterval(() => void this.#look(), ASK_EVERY_MS);
			return () => clearInterval(timer);
		});
	}

	get lines(): readonly PreflightLine[] {
		const room = this.#room();
		const desk = room.part('desk');
		const preflight = room.part('preflight');
		const agenda = room.part('agenda');
		const facts = room.part('facts');
		if (desk === null || preflight === null || agenda === null || facts === null) return [];
		const played = desk.teams.flatMap(({ roles }) => roles);
		return preflightLines({
			server: this.#server,
			...{ desk, room: preflight, agenda },
			connection: connectionOf(room.status.kind),
			device: { dateMs: Date.now(), isCharging: this.#isCharging },
			botRoles: facts.scenario.roles
				.filter(({ id }) => !played.includes(id))
				.map(({ name }) => rowName(inLocale(name)))
		});
	}

	/** Looks again at once, and computes the world once where nothing goes on yet. */
	async again(): Promise<void> {
		const room = this.#room();
		if (room.part('step')?.phase === 'lobby') await room.sendQuietly({ type: 'tryWorld' });
		await this.#look();
	}

	async #look(): Promise<void> {
		this.#server = await this.#api.preflight(this.#room().seat);
		this.#isCharging = await isCharging();
	}
}

/** Null: the browser does not say. */
async function isCharging(): Promise<boolean | null> {
	const { getBattery } = navigator as { getBattery?: () => Promise<{ charging: boolean }> };
	try {
		return (await getBattery?.call(navigator))?.charging ?? null;
	} catch {
		return null;
	}
}

function connectionOf(kind: LiveRoomView['status']['kind']): 'live' | 'polling' | 'other' {
	return kind === 'live' || kind === 'polling' ? kind : 'other';
}
