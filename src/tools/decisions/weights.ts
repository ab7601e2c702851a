import type { DecisionWeight } from '../../lib/scenario/calibration/weights.ts';
import { roundsOf } from '../../lib/exercise/phases/rounds.ts';
import { injectOf, type ExerciseDecision } from '../../lib/exercise/scenario/scenario.ts';
import type { Scenario } from '../../lib/scenario/scenario.ts';
import { promisedBy } from './promises.ts';
import { quantitiesOf, type Quantities } from './quantities.ts';
import type { Others, Study, Taken } from './study.ts';

const WORLDS: readonly Others[] = ['record', 'others', 'nothing'];
const SEED = 'a';
const CUT = 'full';
/** Parts of a quantity below which a card on the table moves nothing; answers to messages are small, and may. */
const FELT = { card: 0.002, answer: 1e-5 } as const;

/** What each decision of a role saves, and which of its levers move nothing of what they are there to move. */
export function weightsOf(study: Study, scenario: Scenario, role: string): DecisionWeight[] {
	const mine = study.scenario.decisions.filter((one) => one.role === role);
	return mine.map((decision): DecisionWeight => {
		const pairs = WORLDS.map((others) => pairOf(study, scenario, decision, others));
		const isAnswer = decision.answers !== undefined;
		const felt = isAnswer ? FELT.answer : FELT.card;
		const moves = (parameter: string) =>
			promisedBy(parameter).some((quantity) =>
				pairs.some(({ without, having }) => shareMoved(without[quantity], having[quantity]) >= felt)
			);
		const parameters = [...new Set(decision.effects.map(({ parameter }) => parameter))];
		const best = savedIn(pairs).sort((a, b) => b.savedUsd - a.savedUsd)[0]!;
		return {
			decision: decision.id,
			costUsd: decision.costUsd,
			savedUsd: Math.round(Math.max(0, best.savedUsd)),
			of: best.of,
			idle: parameters.filter((parameter) => !moves(parameter))
		};
	});
}

interface Pair {
	readonly without: Quantities;
	readonly having: Quantities;
}

/** Chance moves losses by less than this share: it saves nobody anything. */
const CHANCE_SHARE = 0.001;

function savedIn(pairs: readonly Pair[]): Pick<DecisionWeight, 'savedUsd' | 'of'>[] {
	return pairs.flatMap(({ without, having }) => {
		const saved = (quantity: 'ownLossUsd' | 'worldLossUsd') => {
			const by = without[quantity] - having[quantity];
			return by > without[quantity] * CHANCE_SHARE ? by : 0;
		};
		return [
			{ savedUsd: saved('ownLossUsd'), of: 'own' as const },
			{ savedUsd: saved('worldLossUsd'), of: 'world' as const }
		];
	});
}

function shareMoved(from: number, to: number): number {
	return Math.abs(to - from) / Math.max(Math.abs(from), 1e-9);
}

/** A world without a decision and with it; what it requires is done in both. */
function pairOf(study: Study, scenario: Scenario, decision: ExerciseDecision, others: Others): Pair {
	const { id, role } = decision;
	const background = others === 'record' ? study.record(role).filter((act) => act.decision !== id) : [];
	const needed = [...background, ...study.requirements(decision)].filter(
		(act, index, acts) => acts.findIndex((one) => one.decision === act.decision) === index
	);
	const taken = [...needed, { decision: id, atMin: minuteOf(study, decision) }];
	const measured = (acts: readonly Taken[]) =>
		quantitiesOf(study, scenario, role, study.run(role, acts, others, SEED), acts, SEED);
	return { without: measured(needed), having: measured(taken) };
}

/** A card is taken as soon as may be, an answer in the first round after its message. */
function minuteOf(study: Study, decision: ExerciseDecision): number {
	const told = decision.answers === undefined ? undefined : injectOf(study.scenario, decision.answers[0]!);
	if (told === undefined) return study.firstMinute(decision);
	const round = roundsOf(study.scenario, CUT).find(({ atMin }) => atMin >= told.plannedMin);
	return round?.atMin ?? told.plannedMin;
}
