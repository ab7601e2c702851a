import { seedFromText } from '../../sim/run.ts';
import type { ExerciseRoom } from '../commands/rule.ts';
import { nextStop } from '../phases/rounds.ts';
import { isPreparation } from '../state.ts';
import { possible } from './plan.ts';
import { botOf, type Bot, type Moment } from './policy.ts';

/** How likely it takes a decision that is open, each time it looks. */
const LIKELY = 0.25;
/** How often it looks where no cut says when decisions are taken. */
const EVERY_MIN = 60;

/**
 * Takes open decisions by chance: what a role comes to without judgement. The same seed makes the same choices, whatever
 * it is asked in between.
 */
export function randomBot(seed: string): Bot {
	return botOf('random', { en: 'Takes open decisions by chance, within its budget.' }, (role) => ({
		name: 'random',
		acts(room, moment) {
			const at = isPreparation(moment.minute) ? moment.minute : lookAt(room, moment);
			if (at === null) return [];
			const drawn = room.scenario.decisions
				.filter((decision) => decision.role === role)
				.map(({ id }) => {
					const { hi, lo } = seedFromText(`${seed} ${role} ${id} ${at}`);
					return { decision: id, chance: hi / 4_294_967_296, order: lo };
				});
			const wanted = drawn.filter(({ chance }) => chance < LIKELY).sort((a, b) => a.order - b.order);
			return possible(room, moment, role, wanted);
		},
		nextMin: nextLook
	}));
}

/** The last minute at which it looks, of those that a moment covers; null: none. */
function lookAt(room: ExerciseRoom, { sinceMin, minute }: Moment): number | null {
	let at: number | null = null;
	for (let next = nextLook(room, sinceMin); next !== null && next <= minute; next = nextLook(room, next))
		at = next;
	return at;
}

function nextLook({ scenario, state }: ExerciseRoom, minute: number): number | null {
	const cut = state.exercise?.cut ?? null;
	if (cut !== null) return nextStop(scenario, cut, minute);
	const next = (Math.floor(minute / EVERY_MIN) + 1) * EVERY_MIN;
	return next < scenario.horizonMin ? next : null;
}
