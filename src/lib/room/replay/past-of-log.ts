import type { RoomEvent } from '../../exercise/log/events.ts';

/**
 * The log of one world of a room, as if it had been the only one. What happens in a world depends on no other, so it comes to
 * the same. Its commands are called otherwise: ids that a room makes count its events, and here are fewer.
 */
export function logOfWorld(events: readonly RoomEvent[], world: string): RoomEvent[] {
	const opened = events.find((event) => event.type === 'worldOpened' && event.world === world);
	const team = opened?.type === 'worldOpened' ? opened.team : null;
	if (team === null) return [...events];
	const isOthers = (event: RoomEvent): boolean => {
		if ('world' in event) return event.world !== world;
		if (event.type === 'seatTaken') return event.team !== team;
		if (event.type === 'ballotClosed' || event.type === 'rated')
			return event.team !== null && event.team !== team;
		if (event.type === 'noted') return (event.seen?.world ?? world) !== world;
		return false;
	};
	return withoutLostReveals(events.filter((event) => !isOthers(event))).map(renamed);
}

function renamed(event: RoomEvent): RoomEvent {
	const command = `parent.${event.command}`;
	return event.type === 'stepUndone'
		? { ...event, command, of: `parent.${event.of}` }
		: { ...event, command };
}

/** A vote that is not there cannot be shown to anybody. */
function withoutLostReveals(events: readonly RoomEvent[]): RoomEvent[] {
	const counted = new Set(events.flatMap((event) => (event.type === 'ballotClosed' ? [event.ballot] : [])));
	return events.filter((event) => event.type !== 'ballotRevealed' || counted.has(event.ballot));
}

/**
 * The events of a log before its world came to a minute. Below 0: up to where preparation began; at 0: all of the preparation.
 * What was said of the exercise later than that is none of them.
 */
export function eventsBefore(events: readonly RoomEvent[], world: string, minute: number): RoomEvent[] {
	const isThere = (event: RoomEvent): boolean => {
		if (minute > 0) return event.type === 'timeAdvanced' && event.world === world && event.toMin >= minute;
		return event.type === 'phaseEntered' && event.phase === 'incident';
	};
	const reached = events.findIndex(isThere);
	const past = reached < 0 ? events : events.slice(0, reached);
	const prepared = past.findIndex((event) => event.type === 'phaseEntered' && event.phase === 'preparation');
	return minute < 0 && prepared >= 0 ? past.slice(0, prepared + 1) : [...past];
}
