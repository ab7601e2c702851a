import { describe, expect, test } from 'vitest';
import { CONTRADICTIONS, type ContradictionName } from '../../lib/exercise/contradictions/contradiction.ts';
import { contradictionsIn } from '../../lib/exercise/contradictions/contradictions.ts';
import type {
	ExerciseDecision,
	ExerciseInject,
	ExerciseScenario
} from '../../lib/exercise/scenario/scenario.ts';
import { decision, english, expression, inject } from '../../lib/exercise/testing/scenario.ts';
import { compileModel } from '../../lib/scenario/compile/model.ts';
import { loadPack } from '../packs.ts';
import { courseOf, tellingScenario } from './course.ts';

/*
 * One fault of each kind that has a name, written into July 2024 itself and met in a play of it: what looks for them sees
 * the messages, the decisions and the world of a play, and not what stands beside them in a test.
 */

const ROLE = 'security-vendor';
const PLANTED = 'planted';

const { scenario, exercise } = loadPack('july-2024');
const model = compileModel(scenario, 'sketch');

/** What one role of a scenario is told and offered where everybody does what was done. */
function played(changed: ExerciseScenario) {
	const casting = { cut: 'full', role: ROLE, player: 'record', others: 'record', seed: PLANTED } as const;
	return courseOf(changed, model, casting);
}

/** What is wrong in a play with these messages and decisions in it. */
function foundWith(injects: readonly ExerciseInject[], decisions: readonly ExerciseDecision[] = []) {
	const changed = {
		...exercise,
		injects: [...exercise.injects, ...injects],
		decisions: [...exercise.decisions, ...decisions]
	};
	return contradictionsIn(tellingScenario(scenario, changed), played(changed).events);
}

/** A message to the role at a minute of the play, with what is wrong in it. */
function message(atMin: number, body: string, more: Partial<ExerciseInject> = {}): ExerciseInject {
	return inject(PLANTED, atMin, { to: [ROLE], body: english(body), ...more });
}

/** A decision of the role that is offered in every round. */
function offer(effects: ExerciseDecision['effects']): ExerciseDecision {
	return { ...decision(PLANTED, ROLE, { parameter: 'vendor.statement' }), effects };
}

const sound = played(exercise);
const taken = exercise.decisions.find(
	({ id }) => id === sound.acts.find(({ atMin }) => atMin > 0)!.decision
)!;
const PAUSE: ExerciseDecision['effects'] = [
	{ parameter: 'rollout.order', scope: { kind: 'vendor', id: 'corvane' }, value: 1, afterMin: 0 }
];

const FAULTS: Record<ContradictionName, () => ReturnType<typeof foundWith>> = {
	// Minutes before the update goes out.
	nobodyDown: () => foundWith([message(2, 'All of our screens are dark.')]),
	alreadyDecided: () => foundWith([message(400, 'Do it.', { callsFor: [taken.id] })]),
	claimFails: () =>
		foundWith([message(400, 'Most of it.', { claims: [expression('world.down > 99_000_000')] })]),
	hourPassed: () =>
		foundWith([
			message(10, 'Call us by 05:00 UTC.', {
				...{ kind: 'contingency', scheduled: false, when: expression('minute >= 120') }
			})
		]),
	// It is withdrawn 87 minutes after the exercise begins.
	rolloutOtherwise: () => foundWith([message(30, 'The content of 04:09 is withdrawn.')]),
	hasSpoken: () => foundWith([message(1000, 'Corvane does not answer.')]),
	saidTwice: () =>
		foundWith([
			message(50, 'They grow.', { id: 'first', title: english('Queues') }),
			message(60, 'They grow.', { title: english('Queues') })
		]),
	noAnswer: () => {
		const late = decision('late', ROLE, { parameter: 'vendor.statement', answers: [PLANTED], untilMin: 1 });
		return foundWith([message(400, 'Shall we?')], [late]);
	},
	changesNothing: () => foundWith([], [offer(taken.effects)]),
	// What is withdrawn would be paused.
	goesBack: () => foundWith([], [offer(PAUSE)])
};

describe('a contradiction that is written into the scenario is met in a play of it', () => {
	test('and without one nothing is', () => {
		expect(contradictionsIn(tellingScenario(scenario, exercise), sound.events)).toEqual([]);
	});

	test.each(CONTRADICTIONS)('%s', (name) => {
		const found = FAULTS[name]().map((one) => `${one.name} ${one.of}`);
		expect([...new Set(found)]).toEqual([`${name} ${PLANTED}`]);
	});
});
