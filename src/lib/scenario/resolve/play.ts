import type { Order } from '../../sim/model.ts';
import { minuteOf } from '../parse/point-in-time.ts';
import type { Act, Cut, Decision, Expert, Inject, Objective, Question, Role } from '../scenario.ts';
import type { ScenarioFile } from '../schema/scenario.ts';
import { expressionOf } from './expression.ts';
import { withFigures } from './figured.ts';
import { effectsOf, type Names } from './settings.ts';

interface Course {
	readonly startMinute: number;
	readonly horizonMin: number;
	readonly roles: readonly Role[];
	readonly names: Names;
}

export function decisionsOf({ decisions, injects }: ScenarioFile, course: Course): Decision[] {
	return decisions.map(({ availableFrom, availableUntil, effects, ...decision }) => ({
		...decision,
		unless: [...decision.unless, ...rivalsOf(decision, decisions)],
		effects: effectsOf(effects, ownOf(course.roles, decision.role), course.names),
		availableFromMin: minuteOf(availableFrom, course.startMinute),
		availableUntilMin:
			availableUntil === undefined ? course.horizonMin : minuteOf(availableUntil, course.startMinute),
		default: decision.default ?? unansweredOf(decision, injects),
		evidence: (decision.facts ?? []).length > 0 ? 'sourced' : 'assumed',
		facts: decision.facts ?? [],
		assumed: decision.assumed ?? null
	}));
}

type Answering = Pick<ScenarioFile['decisions'][number], 'id' | 'answers'>;

/** The other answers to the messages that it answers: one is given, and no more. */
function rivalsOf({ id, answers = [] }: Answering, decisions: readonly Answering[]): string[] {
	const rivals = decisions.filter((one) => one.id !== id && one.answers?.some((to) => answers.includes(to)));
	return rivals.map((one) => one.id);
}

function unansweredOf({ answers = [] }: Answering, injects: ScenarioFile['injects']) {
	return injects.find(({ id }) => id === answers[0])?.unanswered ?? null;
}

/** Orders that a decision gives to the physics when it is taken at a minute, in the order in which they fall due. */
export function ordersOf(decision: Pick<Decision, 'effects' | 'leadMin'>, atMin: number): Order[] {
	return decision.effects
		.map(({ afterMin, ...setting }) => ({ ...setting, atMin: atMin + decision.leadMin + afterMin }))
		.sort((a, b) => a.atMin - b.atMin);
}

export function injectsOf({ injects }: ScenarioFile, { startMinute }: Course): Inject[] {
	return injects
		.map(({ at, until, when, role, expected, facts, claims, ...inject }) => ({
			...inject,
			...withFigures(inject),
			...(claims !== undefined && { claims: claims.map(expressionOf) }),
			atMin: minuteOf(at, startMinute),
			untilMin: until === undefined ? null : minuteOf(until, startMinute),
			when: when === undefined ? null : expressionOf(when),
			role: role ?? null,
			expected: expected ?? null,
			facts: facts ?? []
		}))
		.sort((a, b) => a.atMin - b.atMin);
}

export function cutsOf({ cuts }: ScenarioFile, { startMinute }: Course): Cut[] {
	return cuts.map(({ stops, recoveryFrom, ...cut }) => ({
		...cut,
		stops: stops.map((stop) => minuteOf(stop, startMinute)),
		recoveryFromMin: minuteOf(recoveryFrom, startMinute)
	}));
}

export function questionsOf({ questions }: ScenarioFile, { startMinute }: Course): Question[] {
	return questions.map(({ at, options, ...question }) => ({
		...question,
		at: at === 'before' || at === 'after' ? at : minuteOf(at, startMinute),
		options: options.map(({ text, decision }) => ({ text, decision: decision ?? null }))
	}));
}

export function objectivesOf({ objectives }: ScenarioFile, course: Course): Objective[] {
	const everybody = course.roles.map(({ id }) => id);
	return objectives.map(({ roles = everybody, tasks, ...objective }) => ({
		...objective,
		roles,
		tasks: tasks.map(({ met: { P, S, M }, ...task }) => ({
			...task,
			roles: task.roles ?? roles,
			met: { P: expressionOf(P), S: expressionOf(S), M: expressionOf(M) }
		}))
	}));
}

export function expertsOf({ experts }: ScenarioFile, { startMinute }: Course): Expert[] {
	return experts.map(({ role, plays }) => ({
		role,
		plays: plays.map(({ decision, at }) => ({
			decision,
			atMin: at === undefined ? 0 : minuteOf(at, startMinute)
		}))
	}));
}

export function actsOf({ record }: ScenarioFile, decisions: readonly Decision[], course: Course): Act[] {
	return record.acts
		.map(({ at, role, does, decision, set, facts, assumed }) => {
			const atMin = minuteOf(at, course.startMinute);
			const taken = decisions.find(({ id }) => id === decision);
			const effects = effectsOf(set ?? [], ownOf(course.roles, role), course.names);
			return {
				atMin,
				role: role ?? null,
				does,
				decision: decision ?? null,
				orders: ordersOf(taken ?? { effects, leadMin: 0 }, atMin),
				facts: facts ?? [],
				assumed: assumed ?? null
			};
		})
		.sort((a, b) => a.atMin - b.atMin);
}

function ownOf(roles: readonly Role[], role: string | undefined): readonly string[] {
	return roles.find(({ id }) => id === role)?.organisations ?? [];
}
