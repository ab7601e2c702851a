import type { LiveRoomView } from '../../client/network/live-room.svelte.ts';
import type { WorldView } from '../../exercise/project/project.ts';
import type { ExerciseInject } from '../../exercise/scenario/scenario.ts';
import type { RequestBody } from '../../room/protocol/requests.ts';
import { inLocale } from '../../text/words.ts';
import { rowName } from '../hot-wash/time-rows.ts';

/** What opens over the desk. */
export type DeskDialogName = 'links' | 'keys' | 'start' | 'stage' | 'end' | 'agenda' | 'checks' | 'erase';

/** What several parts of the desk read off a room. */

/** Parts of the desk, of which a phone shows one at a time. */
export const DESK_PARTS = ['now', 'sheet', 'teams', 'stage'] as const;
export type DeskPartName = (typeof DESK_PARTS)[number];

/** The world that the desk looks at, with its id: that in which all act, or of many the one that was chosen. */
export function worldOf(room: LiveRoomView): { readonly id: string; readonly view: WorldView } | null {
	const looked = room.part('world');
	if (looked !== null) return looked;
	const all = Object.entries(room.part('view')?.projection.worlds ?? {});
	const chosen = room.part('me')?.team ?? null;
	const first = all.find(([, { team }]) => team === chosen) ?? all[0];
	return first === undefined ? null : { id: first[0], view: first[1] };
}

/** Messages that have not gone out in the world that the desk looks at, as they are planned; null: not told yet. */
export function aheadOf(room: Pick<LiveRoomView, 'part'>): readonly ExerciseInject[] | null {
	const [ids, injects] = [room.part('ahead'), room.part('injects')];
	if (ids === null || injects === null) return null;
	const ahead = new Set(ids);
	return injects.filter(({ id }) => ahead.has(id));
}

/** From where a step is asked for, so that two who press at once move the exercise by one step. */
export function stepFrom(room: LiveRoomView): Extract<RequestBody, { type: 'goOn' }>['from'] | null {
	const projection = room.part('view')?.projection;
	if (projection === undefined) return null;
	const { phase, step } = projection.position;
	return { phase, step, round: projection.rounds.at(-1)?.round ?? null };
}

/** Name of a role without what stands in brackets after it. */
export function roleName(room: LiveRoomView, id: string): string {
	const role = room.part('facts')?.scenario.roles.find((one) => one.id === id);
	return role === undefined ? id : rowName(inLocale(role.name));
}

/** Teams that have not said that they are ready. */
export function undecidedOf(room: LiveRoomView): number {
	const ready = room.part('ready');
	return ready === null ? 0 : ready.of - ready.ready;
}

/** Teams with people in them that a message to these roles (null: all) has come to in their world. */
export function teamsReached(
	room: LiveRoomView,
	inject: string,
	to: readonly string[] | null
): readonly string[] {
	const worlds = Object.values(room.part('view')?.projection.worlds ?? {});
	const hasCome = (team: string) => {
		const world = worlds.find((one) => one.team === team) ?? worlds.find((one) => one.team === null);
		return world?.injects.some((one) => one.inject === inject) === true;
	};
	return (room.part('desk')?.teams ?? [])
		.filter(
			({ seatsTaken, roles }) => seatsTaken > 0 && (to === null || to.some((one) => roles.includes(one)))
		)
		.map(({ id }) => id)
		.filter(hasCome);
}

/** What was answered to a message in the world that the desk looks at; null: it asks nothing. */
export interface DeskAnswer {
	/** Title of the answer and its minute; null: nobody has answered. */
	readonly given: { readonly title: string; readonly atMin: number } | null;
	/** Whether it can still be answered. */
	readonly isOpen: boolean;
	readonly unanswered: string;
}

export function answerTo(room: LiveRoomView, inject: string): DeskAnswer | null {
	const world = worldOf(room)?.view;
	const cards = (room.part('facts')?.decisions ?? []).filter((card) => card.answers?.includes(inject));
	if (world === undefined || cards.length === 0) return null;
	const act = world.decisions.find(({ decision }) => cards.some(({ id }) => id === decision));
	const title = cards.find(({ id }) => id === act?.decision)?.title;
	const unanswered = cards[0]!.default;
	return {
		given:
			act === undefined
				? null
				: { title: title === undefined ? act.decision : inLocale(title), atMin: act.atMin },
		isOpen: cards.some(({ id }) => ['open', 'decisionsClosed'].includes(world.standings[id]?.kind ?? '')),
		unanswered: unanswered === null ? '' : inLocale(unanswered)
	};
}
