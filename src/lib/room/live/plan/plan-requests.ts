import type { CommandBody } from '../../../exercise/commands/commands.ts';
import { findAhead } from '../../../exercise/commands/plan-injects.ts';
import { onlyOpens } from '../../../exercise/commands/undo.ts';
import type { Sender } from '../../../exercise/commands/rule.ts';
import { injectsSeen } from '../../../exercise/injects/injects.ts';
import { entry } from '../../../exercise/state.ts';
import { minuteOf, runningWorlds } from '../../conductor/bot-acts.ts';
import { figuresFor } from '../../conductor/looks.ts';
import type { Step } from '../../perform.ts';
import type { Person } from '../../people/person.ts';
import type { RequestAnswer } from '../../protocol/refusals.ts';
import { accepted, answerOfStep, following, refused, type Handlers } from '../handlers.ts';
import type { Live } from '../live.ts';

const FACILITATOR: Sender = { kind: 'facilitator' };

/** Commands that change the plan of injects. */
export const PLAN_COMMANDS = [
	'editInject',
	'parkInject',
	'scheduleInject',
	'copyInject',
	'writeInject',
	'dropInject',
	'restoreInject'
] as const satisfies readonly CommandBody['type'][];

/** What facilitators ask for about injects, and the step taken back. */
export const planRequests: Handlers<'releaseInject' | 'callOffRelease' | 'writeAt' | 'undo'> = {
	async releaseInject(live, by, { inject, revision, landsMin, id }) {
		const { exercise, injects } = live;
		if (exercise.room.state.position.clock === 'paused') {
			const found = findAhead(exercise.room.view, inject, revision);
			if ('refusal' in found) return { kind: 'refused', refusal: found.refusal };
			await injects.wait(inject, by.id);
			return accepted(live);
		}
		const release = releaseStep(live, inject, revision, `${by.id}.${id}`);
		const answer = answerOfStep(await exercise.performNext(landsMin, [release]));
		if (answer.kind === 'accepted') await following(live, () => injects.did(inject, by.id));
		return answer;
	},

	async callOffRelease(live, _by, { inject }) {
		await live.injects.callOff(inject);
		return accepted(live);
	},

	async writeAt(live, by, { inject }) {
		live.injects.writes(by.id, inject);
		return accepted(live);
	},

	async undo(live, by, { of, id }) {
		const acted = actedSince(live);
		if (acted !== null) return { kind: 'refused', refusal: { code: 'cannotUndo', params: acted } };
		const body = { type: 'undo', payload: { of } } as const;
		const undone: Step = () => [{ by: FACILITATOR, body, id: `${by.id}.${id}` }];
		const answer = answerOfStep(await live.exercise.perform([undone]));
		if (answer.kind === 'accepted') {
			live.lastStepBy = by.name;
			live.lastStepAtMs = null;
			await following(live, () => live.timer.set(null, false));
		}
		return named(live, answer);
	}
};

/** A change of the plan. The minute that the world has come to is logged first: what is out by then is changed no more. */
export async function changePlan(
	live: Live,
	by: Person,
	{ type, payload }: { readonly type: string; readonly payload: Readonly<Record<string, unknown>> },
	id: string
): Promise<RequestAnswer> {
	const send = async (body: { type: string; payload: unknown }, id: string) =>
		answerOfStep(
			await live.exercise.perform([
				() => [{ by: FACILITATOR, body: body as CommandBody, id: `${by.id}.${id}` }]
			])
		);
	const answer = await send({ type, payload }, id);
	const inject = String(payload.as ?? payload.inject);
	if (answer.kind === 'accepted') {
		live.injects.writes(by.id, null);
		await following(live, () => live.injects.did(inject, by.id));
		// A facilitator who gives it another time has thought better of releasing it.
		if (type !== 'editInject' && type !== 'copyInject')
			await following(live, () => live.injects.callOff(inject));
		return answer;
	}
	const isOut = answer.kind === 'refused' && answer.refusal.code === 'alreadyReleased';
	if (type !== 'editInject' || !isOut) return answer;
	// It went out as it was saved before; what was being written is not lost.
	const draft = `${inject.slice(0, 40)}.draft-${live.exercise.room.state.version}`;
	const written = { inject: draft, text: payload.text, atMin: null, corrects: inject };
	const kept = await send({ type: 'writeInject', payload: written }, `${id}.draft`);
	if (kept.kind !== 'accepted') return answer;
	live.injects.writes(by.id, null);
	await following(live, () => live.injects.did(draft, by.id));
	return refused('keptAsDraft', { inject, draft });
}

/** What was to be released as soon as the exercise goes on. What is out already is passed over. */
export function waitingSteps(live: Live): Step[] {
	return live.injects.waiting.map(
		(inject): Step =>
			(room) =>
				worldsWithout(room, inject).length === 0 ? [] : releaseStep(live, inject, null, null)(room)
	);
}

/** The exercise has gone on: what waited for that is out. */
export function waitingAreOut(live: Live): Promise<void> {
	const { injects, exercise } = live;
	return following(live, async () => {
		for (const inject of injects.waiting)
			if (worldsWithout(exercise.room.view, inject).length === 0) await injects.callOff(inject);
	});
}

/** Releases an inject in every world that does not have it yet; where none is left, its refusal says so. */
function releaseStep({ exercise }: Live, inject: string, revision: number | null, id: string | null): Step {
	return (room) => {
		const without = worldsWithout(room, inject);
		const worlds = without.length > 0 ? without : runningWorlds(room.state).slice(0, 1);
		return worlds.map((world, index) => ({
			by: FACILITATOR,
			body: {
				type: 'releaseInject',
				payload: {
					world,
					inject,
					...(revision !== null && without.length > 0 && { revision }),
					...figuresFor(room, world, inject, () => exercise.world(world).look(minuteOf(room.state, world)))
				}
			},
			...(id !== null && { id: `${id}.${index}` })
		}));
	};
}

function worldsWithout({ scenario, state }: Live['exercise']['room']['view'], inject: string): string[] {
	return runningWorlds(state).filter(
		(world) => !injectsSeen(scenario, state, state.worlds[world]!).some((out) => out.inject === inject)
	);
}

/** The latest step, where it can be taken back unless somebody has acted on it. */
export function undoableStep({ exercise }: Live) {
	const { taken } = exercise.room.state;
	if (taken === null || !onlyOpens(taken) || taken.since?.because === 'timeMoved') return null;
	return taken;
}

type Acted = {
	readonly because: 'advised' | 'ready' | 'voted';
	readonly who: string | null;
};

/** What people have done since the latest step that stands in no log; null: nothing. */
function actedSince(live: Live): Acted | null {
	if (undoableStep(live) === null) return null;
	const { people, rounds, ballots } = live;
	for (const team of people.teams) {
		const [first] = rounds.advice(team.id);
		const name = people.find(first?.person ?? '')?.name || team.name;
		if (first !== undefined) return { because: 'advised', who: name };
		if (rounds.of(team.id).isReady) return { because: 'ready', who: team.name };
	}
	return ballots.shown?.state === 'open' && ballots.hasVotes ? { because: 'voted', who: null } : null;
}

/** Says the name of the team whose seat stood in the way. */
function named({ exercise, people }: Live, answer: RequestAnswer): RequestAnswer {
	if (answer.kind !== 'refused' || answer.refusal.code !== 'cannotUndo') return answer;
	const { because, who } = answer.refusal.params;
	const team = who === null ? undefined : entry(exercise.room.state.seats, who)?.team;
	const name = (team === undefined ? undefined : people.team(team)?.name) ?? null;
	return { kind: 'refused', refusal: { code: 'cannotUndo', params: { because, who: name } } };
}
