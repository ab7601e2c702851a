import { BOT_TEXTS } from '../facts/bot-texts.ts';
import { localTimesOf } from '../facts/local-times.ts';
import { roomFacts } from '../facts/make-facts.ts';
import { TABLE, type RoomFacts } from '../facts/room-facts.ts';
import { mapFactsOf } from '../map/map-facts.ts';
import { MapSender } from '../map/map-sender.ts';
import type { LiveRoomParts } from './live-room-contract.ts';
import { StopMaps } from './worlds/stop-maps.ts';

/** Makes something for each set of roles once, and where it is of a world, for each world. */
export function onceForRoles<Value>(
	make: (roles: readonly string[]) => Value
): (roles: readonly string[], world?: string) => Value {
	const known = new Map<string, Value>();
	return (roles, world = '') => {
		const key = [world, ...roles].join(' ');
		let value = known.get(key);
		if (value === undefined) known.set(key, (value = make(roles)));
		return value;
	};
}

/** What those who play these roles are told of the room once. */
export function factsFor({ pack, id, summary }: LiveRoomParts, roles: readonly string[]): RoomFacts {
	const role = roles.length === 1 ? roles[0]! : TABLE;
	const { cut } = summary.setup;
	// Who is played by a bot is for the staff to know.
	const facts = roomFacts(pack, { runId: id, role, mine: roles, cut, bots: {} }, BOT_TEXTS);
	const { scenario, model } = pack;
	// The staff see every role and own no hosts: a desk's picture of the stage shows the hours that the stage shows.
	return roles.length < scenario.roles.length
		? facts
		: { ...facts, localTimes: localTimesOf(scenario, model, []) };
}

/** What tells them of the map. */
export function mapFor({ pack }: LiveRoomParts, roles: readonly string[]): MapSender {
	const { scenario, model } = pack;
	return new MapSender(mapFactsOf(scenario, model), model, organisationsOf(pack, roles));
}

/** Maps of the worlds of teams that all play these roles. */
export function stopMapsFor(
	{ pack }: LiveRoomParts,
	roles: readonly string[],
	stops: readonly number[]
): StopMaps {
	return new StopMaps(mapFactsOf(pack.scenario, pack.model), organisationsOf(pack, roles), stops);
}

function organisationsOf({ scenario }: LiveRoomParts['pack'], roles: readonly string[]): readonly string[] {
	return scenario.roles.filter(({ id }) => roles.includes(id)).flatMap((role) => role.organisations);
}

/** Minutes at which the world halts in a cut. */
export function stopsOf({ cuts }: LiveRoomParts['pack']['scenario'], cut: string): readonly number[] {
	return cuts.find(({ id }) => id === cut)?.stops ?? [];
}
