import { withPublicActs } from '../../../exercise/injects/public-acts.ts';
import { injectsSeen } from '../../../exercise/injects/injects.ts';
import type { Projection } from '../../../exercise/project/project.ts';
import type { ReleasedInject, RoomState } from '../../../exercise/state.ts';
import type { FeedKey } from '../../feed/audience-key.ts';
import type { Shown } from '../audiences.ts';
import type { Live } from '../live.ts';
import type { Headline } from '../parts.ts';
import { onlyWorlds } from './only-worlds.ts';
import { clockWorld, isParallel, worldOf, worldsOf } from './worlds.ts';

/** What each audience learns of many worlds. Of one that all share see the projection itself. */

/**
 * A projection without the worlds that its audience does not play in: a team has its own, whoever plays none has the one
 * that bots play, with no message but those that went to all. The staff look at all of them.
 */
export function ownWorldOnly(live: Live, feed: FeedKey, projection: Projection): Projection {
	if (!isParallel(live) || feed === 'facilitator' || feed === 'evaluator') return projection;
	const isTeam = feed.startsWith('team:');
	const id = isTeam ? worldOf(live, feed.slice('team:'.length)) : clockWorld(live);
	const world = projection.worlds[id];
	const { state } = live.exercise.room;
	const common = new Set(commonInjects(live, state).map(({ inject }) => inject));
	const isCommon = ({ inject }: { readonly inject: string }) => common.has(inject);
	const seats = Object.entries(projection.seats).filter(([, { team }]) => team === (world?.team ?? null));
	return {
		...projection,
		// How many things have been done in all worlds together is nobody's to know.
		version: 0,
		rounds: projection.rounds.map((round) => ({ ...round, version: 0 })),
		seats: Object.fromEntries(seats),
		worlds:
			world === undefined
				? {}
				: { [id]: isTeam ? world : { ...world, injects: world.injects.filter(isCommon) } }
	};
}

/** The room with the worlds of which an audience is told anything: of the others nothing has to be projected. */
export function worldsSeen(live: Live, feed: FeedKey, state: RoomState): RoomState {
	if (!isParallel(live) || feed === 'facilitator' || feed === 'evaluator') return state;
	const isTeam = feed.startsWith('team:');
	return onlyWorlds(state, [isTeam ? worldOf(live, feed.slice('team:'.length)) : clockWorld(live)]);
}

/** Messages to everybody, latest last. */
export function headlines(live: Live, { state }: Pick<Shown, 'state'>): Headline[] {
	return commonInjects(live, state).map(({ inject, atMin, from, title, body }) => {
		return { inject, atMin, from, title, body };
	});
}

/**
 * Messages to everybody. Of many worlds only those that went to all at one minute and with the same words, and that wait for
 * nothing that a team does: else what is on the big screen would say what somebody did.
 */
function commonInjects(live: Live, state: RoomState): readonly ReleasedInject[] {
	let common = commonOf.get(state);
	if (common === undefined) commonOf.set(state, (common = findCommon(live, state)));
	return common;
}

/** Every audience is told of the same state. */
const commonOf = new WeakMap<RoomState, readonly ReleasedInject[]>();

function findCommon(live: Live, state: RoomState): readonly ReleasedInject[] {
	const { exercise } = live.pack;
	const seenIn = (world: string) =>
		injectsSeen(exercise, state, state.worlds[world]!).filter(({ to }) => to === null);
	const first = seenIn(clockWorld(live));
	if (!isParallel(live)) return withPublicActs(first, exercise, state.worlds[clockWorld(live)]!);
	const others = worldsOf(state).map((world) => new Set(seenIn(world).map(wordsOf)));
	const waits = new Set(exercise.injects.flatMap(({ id, when }) => (when === null ? [] : [id])));
	return first.filter((one) => !waits.has(one.inject) && others.every((seen) => seen.has(wordsOf(one))));
}

function wordsOf({ inject, atMin, from, title, body }: ReleasedInject): string {
	return JSON.stringify([inject, atMin, from, title, body]);
}
