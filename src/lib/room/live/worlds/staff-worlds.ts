import { injectsAhead } from '../../../exercise/injects/injects.ts';
import { project, type Projection, type WorldView } from '../../../exercise/project/project.ts';
import type { ExerciseInject } from '../../../exercise/scenario/scenario.ts';
import { entry } from '../../../exercise/state.ts';
import { asPlanned } from '../../../exercise/injects/plan.ts';
import type { FeedKey } from '../../feed/audience-key.ts';
import type { Parts, Shown } from '../audiences.ts';
import type { Live } from '../live.ts';
import { onlyWorlds } from './only-worlds.ts';
import { clockWorld, isParallel, worldOf } from './worlds.ts';

/**
 * What the staff are told of worlds: the one that they look at in full, every other one as a row. Texts of messages that have
 * not gone out are told once, and then only which of them are still ahead.
 */

/** Texts of messages by id. They change where somebody writes one. */
export function planTexts(live: Live, { state }: Pick<Shown, 'state'>): readonly ExerciseInject[] {
	const { injects } = asPlanned(live.pack.exercise, state);
	let told = inWords.get(injects);
	if (told === undefined) inWords.set(injects, (told = injects.map(({ figured: _, ...inject }) => inject)));
	return told;
}

/** Planned messages in words: which figures a text asks for is no news to anybody. The same list is told once. */
const inWords = new WeakMap<readonly ExerciseInject[], readonly ExerciseInject[]>();

/** Of the world that a feed of the staff looks at: what is still ahead, and, where there are many, the world itself. */
export function lookedAt(live: Live, feed: FeedKey, { state }: Pick<Shown, 'state'>): Parts {
	const team = feed.startsWith('staff:') ? feed.slice('staff:'.length) : '';
	const id = team === '' ? clockWorld(live) : worldOf(live, team);
	const { exercise } = live.pack;
	const world = entry(state.worlds, id);
	if (world === undefined) return {};
	const ahead = injectsAhead(exercise, state, world).map((inject) => inject.id);
	if (!isParallel(live)) return { ahead };
	const view = project(exercise, onlyWorlds(state, [id]), { kind: 'evaluator' }).worlds[id]!;
	return { ahead, world: { id, view: { ...view, ahead: [] } } };
}

/** A view of the staff without what is told apart. */
export function staffView(live: Live, projection: Projection): Projection {
	const asTold = isParallel(live) ? asRow : withoutAhead;
	const worlds = Object.entries(projection.worlds).map(([id, world]) => [id, asTold(world)] as const);
	return { ...projection, worlds: Object.fromEntries(worlds) };
}

const withoutAhead = (world: WorldView): WorldView => ({ ...world, ahead: [] });

/** What was told and decided there, without the texts and without where each card stands. */
function asRow(world: WorldView): WorldView {
	const injects = world.injects.map((inject) => ({ ...inject, body: NO_TEXT }));
	return { ...world, injects, standings: {}, asked: [], balances: {}, settings: [], ahead: [] };
}

const NO_TEXT = { en: '' };
