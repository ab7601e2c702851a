import { gridMinuteFrom } from '../../sim/time/grid.ts';
import { answersByInject, closesAt } from '../availability/answers.ts';
import type { ExerciseRoom } from '../commands/rule.ts';
import { injectsSeen } from '../injects/injects.ts';
import { asPlanned } from '../injects/plan.ts';
import type { ExerciseDecision } from '../scenario/scenario.ts';
import { entry, isPreparation, type RoomState } from '../state.ts';
import { possible } from './plan.ts';
import { botOf, type Bot, type BotCommand, type Moment } from './policy.ts';

/** How a bot answers messages. */
export interface Manner {
	/** How long it takes over an answer; it does not let a question close meanwhile. */
	readonly afterMin: number;
	readonly chooses: 'sound' | 'cheapest';
}

/** A question that has come to a role, and when the bot answers it. */
interface Question {
	readonly answers: readonly ExerciseDecision[];
	readonly atMin: number;
}

/** A bot that also answers the messages that ask its roles something. */
export function answering(bot: Bot, manner: Manner): Bot {
	return botOf(bot.name, bot.text, (role) => {
		const own = bot.policyFor(role);
		return {
			name: own.name,
			acts(room, moment) {
				const acts = own.acts(room, moment);
				return [...acts, ...answers(room, moment, role, manner, acts)];
			},
			nextMin(room, minute) {
				const worlds = Object.keys(room.state.worlds);
				const later = worlds
					.flatMap((world) => questionsIn(room, world, role, manner))
					.flatMap(({ atMin }) => (atMin > minute ? [atMin] : []));
				const next = own.nextMin(room, minute);
				const all = next === null ? later : [next, ...later];
				return all.length === 0 ? null : Math.min(...all);
			}
		};
	});
}

function answers(
	room: ExerciseRoom,
	moment: Moment,
	role: string,
	manner: Manner,
	besides: readonly BotCommand[]
): BotCommand[] {
	if (isPreparation(moment.minute)) return [];
	const due = questionsIn(room, moment.world, role, manner).filter(({ atMin }) => atMin <= moment.minute);
	// Of one question at a time, so that one answer excludes the others of its own.
	return due.reduce<BotCommand[]>((sent, question) => {
		const wanted = inOrder(question.answers, manner).map(({ id }) => ({ decision: id }));
		return [...sent, ...possible(room, moment, role, wanted, [...besides, ...sent]).slice(0, 1)];
	}, []);
}

function inOrder(all: readonly ExerciseDecision[], { chooses }: Manner): ExerciseDecision[] {
	const unsound = ({ isSound }: ExerciseDecision) => (isSound === true ? 0 : 1);
	return [...all].sort(
		(a, b) => (chooses === 'cheapest' ? a.costUsd - b.costUsd : 0) || unsound(a) - unsound(b)
	);
}

/** What has been asked, worked out once for a state of a room: bots are asked in every step of its world. */
const known = new WeakMap<RoomState, Map<string, readonly Question[]>>();

/** What has been asked of a role in a world and not been answered. */
function questionsIn(room: ExerciseRoom, id: string, role: string, manner: Manner): readonly Question[] {
	const ofState = known.get(room.state) ?? new Map<string, readonly Question[]>();
	known.set(room.state, ofState);
	const key = JSON.stringify([id, role, manner.afterMin]);
	let found = ofState.get(key);
	if (found === undefined) ofState.set(key, (found = openQuestions(room, id, role, manner)));
	return found;
}

function openQuestions(
	{ scenario, state }: ExerciseRoom,
	id: string,
	role: string,
	{ afterMin }: Manner
): Question[] {
	const world = entry(state.worlds, id);
	const asked = answersByInject(scenario);
	if (world === undefined || asked.size === 0) return [];
	const seen = injectsSeen(scenario, state, world).flatMap(({ inject, atMin }) => {
		const own = asked.get(inject)?.filter((one) => one.role === role) ?? [];
		return own.length === 0 ? [] : [{ atMin, own }];
	});
	const taken = new Set(world.acts.flatMap((act) => (act.kind === 'decision' ? [act.decision] : [])));
	const planned = asPlanned(scenario, state);
	const cut = state.exercise?.cut ?? null;
	return seen.flatMap(({ atMin, own }): Question[] => {
		if (own.some((one) => taken.has(one.id))) return [];
		const untilMin = closesAt(planned, cut, atMin);
		if (untilMin === null) return [];
		return [{ answers: own, atMin: gridMinuteFrom(scenario.spans, Math.min(atMin + afterMin, untilMin)) }];
	});
}
