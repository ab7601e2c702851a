import type { RoomEvent } from '../../exercise/log/events.ts';
import type { NewRun } from './open-room.ts';
import { TABLE } from '../../room/facts/room-facts.ts';
import { OFFERED_BOTS, type BotProfile } from '../../room/facts/scenario-summary.ts';

/** A role's team: of the whole table all sit in one. */
export function teamOf(role: string, setup: Pick<NewRun, 'role'>): string {
	return setup.role === TABLE ? TABLE : role;
}

/** How the bot in a role's seat plays; null: the person plays the role. */
export function botIn(role: string, setup: Pick<NewRun, 'role' | 'bots'>): BotProfile | null {
	return setup.role === TABLE || setup.role === role ? null : profileOf(role, setup);
}

export function profileOf(role: string, { bots }: Pick<NewRun, 'bots'>): BotProfile {
	return Object.hasOwn(bots, role) ? bots[role] : 'record';
}

/** How the run of a log was set up; null where nobody played it alone. */
export function setupOf(events: readonly RoomEvent[]): NewRun | null {
	const [created] = events;
	if (created?.type !== 'exerciseCreated' || created.ways !== 'shared' || created.cut === null) return null;
	const seats = events.filter((event) => event.type === 'seatTaken');
	const bots: Record<string, BotProfile> = {};
	for (const { role, bot } of seats) {
		const profile = OFFERED_BOTS.find((one) => one === bot);
		if (profile !== undefined) bots[role] = profile;
	}
	const own = seats.filter(({ bot }) => bot === null);
	const isTable = own.length > 0 && own.every(({ team }) => team === TABLE);
	if (!isTable && (own.length !== 1 || own[0].team !== own[0].role)) return null;
	const { scenarioId, cut, seed, signal } = created;
	const role = isTable ? TABLE : own[0].role;
	return { scenarioId, role, cut, seed, bots, ...(signal !== undefined && { signal }) };
}

/** The same past under another seed: another log. */
export function withSeed(events: readonly RoomEvent[], seed: string): RoomEvent[] {
	return events.map((event) => (event.type === 'exerciseCreated' ? { ...event, seed } : event));
}
