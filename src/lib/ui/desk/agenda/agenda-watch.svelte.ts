import type { LiveRoomView } from '../../../client/network/live-room.svelte.ts';
import { agendaStanding, type AgendaStanding } from '../../../room/agenda/agenda.ts';
import type { AgendaPart } from '../../../room/live/desk/staff-parts.ts';

/** What is said of being late changes no more often than this. */
const LOOK_EVERY_MS = 15_000;
/** Within so much it is on time. */
const ON_TIME_MIN = 1;

/** The agenda as it stands, looked at from time to time. Made in a component: it looks as long as that lives. */
export class AgendaWatch {
	readonly #room: () => LiveRoomView;
	nowMs = $state(0);

	constructor(room: () => LiveRoomView) {
		this.#room = room;
		$effect(() => {
			// A section that begins or another plan is told of at once.
			void this.part;
			this.nowMs = room().serverNowMs();
			const timer = setInterval(() => (this.nowMs = room().serverNowMs()), LOOK_EVERY_MS);
			return () => clearInterval(timer);
		});
	}

	get part(): AgendaPart | null {
		return this.#room().part('agenda');
	}

	/** Null: nothing has begun. */
	get standing(): AgendaStanding | null {
		return this.part === null ? null : agendaStanding(this.part, this.nowMs);
	}
}

export type Lateness = { readonly kind: 'onTime' | 'behind' | 'ahead'; readonly minutes: number };

/** Late or early in whole minutes. */
export function latenessOf({ lateMin }: Pick<AgendaStanding, 'lateMin'>): Lateness {
	const minutes = Math.round(Math.abs(lateMin));
	if (minutes <= ON_TIME_MIN) return { kind: 'onTime', minutes };
	return { kind: lateMin > 0 ? 'behind' : 'ahead', minutes };
}
