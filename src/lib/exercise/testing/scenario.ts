import { parseExpression } from '../../scenario/expression/parser.ts';
import type { Budget, Expression, Goal } from '../../scenario/scenario.ts';
import type { Localized } from '../log/fields.ts';
import type { ExerciseDecision, ExerciseInject, ExerciseScenario } from '../scenario/scenario.ts';

/**
 * A small scenario for tests of the room: three roles, two of them with a budget and a goal; seven decisions, six injects,
 * two cuts, a record; a grid of 1 and 5 minutes.
 */
export const SCENARIO: ExerciseScenario = {
	id: 'small',
	formatVersion: 1,
	contentHash: '0123456789abcdef',
	isFormerHash: () => false,
	horizonMin: 600,
	spans: [
		{ untilMin: 120, stepMin: 1 },
		{ untilMin: 600, stepMin: 5 }
	],
	phases: ['briefing', 'preparation', 'incident', 'recovery', 'hotWash', 'summit', 'nextOutages', 'debrief'],
	roles: [
		{ id: 'vendor', budget: budget(0, 0, 900, 3), goal: goal({ spent: 'role.vendor.spentUsd' }) },
		{
			id: 'airline',
			budget: budget(500, 2, 600, 2),
			goal: goal({ down: 'world.down', spent: 'role.airline.spentUsd' })
		},
		{ id: 'government', budget: null, goal: null }
	],
	decisions: [
		decision('second-vendor', 'airline', {
			phases: ['preparation'],
			parameter: 'fleet.secondVendorShare',
			costUsd: 400
		}),
		decision('halt', 'vendor', { parameter: 'rollout.order', afterMin: 10, costUsd: 300 }),
		decision('explain', 'vendor', { requires: ['halt'], parameter: 'vendor.statement' }),
		decision('brief-everybody', 'vendor', { attention: 3, parameter: 'vendor.workaround' }),
		decision('pay-crews', 'vendor', { costUsd: 700, parameter: 'vendor.automatedFix' }),
		decision('stay-off', 'airline', {
			fromMin: 30,
			untilMin: 240,
			parameter: 'activity.stayOff',
			costUsd: 200
		}),
		decision('lend-hands', 'airline', {
			phases: ['recovery'],
			parameter: 'repair.mutualAidShare',
			costUsd: 400
		})
	],
	injects: [
		inject('first-calls', 0, { to: ['airline'] }),
		inject('first-news', 45, {}),
		inject('vendor-only', 60, { to: ['vendor'] }),
		inject('phishing', 90, {
			kind: 'contingency',
			scheduled: false,
			when: expression("not taken('explain')")
		}),
		inject('too-silent', 60, {
			kind: 'adaptive',
			scheduled: false,
			when: expression("minute >= 100 and taken('halt') and not taken('explain')"),
			untilMin: 130,
			stops: true
		}),
		inject('too-soon', 50, { kind: 'adaptive', scheduled: false, when: expression("takenBy('halt', 40)") })
	],
	cuts: [
		{ id: 'short', name: english('Short'), minutes: 20, stops: [24, 60, 300], recoveryFromMin: 300 },
		{
			id: 'full',
			name: english('Full'),
			minutes: 75,
			stops: [10, 24, 60, 120, 300, 480],
			recoveryFromMin: 300
		}
	],
	objectives: [
		{
			id: 'stop',
			name: english('Stop the spread'),
			capability: english('Cybersecurity'),
			roles: ['vendor'],
			tasks: [
				{
					id: 'halt-in-time',
					text: english('Halt in time'),
					roles: ['vendor'],
					met: {
						P: expression("takenBy('halt', 30)"),
						S: expression("takenBy('halt', 60)"),
						M: expression("taken('halt')")
					}
				}
			]
		}
	],
	experts: [
		{
			role: 'airline',
			plays: [
				{ decision: 'second-vendor', atMin: 0 },
				{ decision: 'stay-off', atMin: 40 },
				{ decision: 'lend-hands', atMin: 310 }
			]
		}
	],
	record: [
		{ atMin: 78, decision: 'halt' },
		{ atMin: 0, decision: 'second-vendor' },
		{ atMin: 78, role: null, setting: { parameter: 'repair.script', scope: { kind: 'world' }, value: 1 } },
		{ atMin: 133, decision: 'explain' },
		{ atMin: 300, decision: 'lend-hands' }
	],
	trustIn: 'acme',
	settingFault: ({ parameter, value }) =>
		value >= 0 && value <= 1
			? null
			: { code: 'outOfRange', params: { parameter, value, min: 0, max: 1, unit: 'share' } }
};

/** The same with a vendor that can be made to see more or less, and be held to the record: that has it halt at 78. */
export const WITH_SIGNAL: ExerciseScenario = {
	...SCENARIO,
	signal: {
		role: 'vendor',
		better: [{ parameter: 'rollout.telemetryNoise', scope: { kind: 'world' }, value: 0 }],
		blind: [{ parameter: 'rollout.telemetryNoise', scope: { kind: 'vendor', id: 'acme' }, value: 1 }]
	}
};

/** An expression that must be one. */
export function expression(text: string): Expression {
	const parsed = parseExpression(text);
	if (!parsed.ok) throw new Error(`${text}: ${parsed.code}`);
	return parsed.expression;
}

function budget(
	preparationUsd: number,
	preparationAttention: number,
	responseUsd: number,
	attentionPerRound: number
): Budget {
	return { preparationUsd, preparationAttention, responseUsd, attentionPerRound };
}

/** Terms of equal weight. */
function goal(measures: Readonly<Record<string, string>>): Goal {
	const all = Object.entries(measures);
	const terms = all.map(([id, measure]) => {
		return {
			id,
			name: english(id),
			unit: english('each'),
			weight: 1 / all.length,
			measure: expression(measure)
		};
	});
	return { name: english('Little harm'), terms };
}

export function english(en: string): Localized {
	return { en };
}

type Options = Partial<Omit<ExerciseDecision, 'effects'>> & { parameter: string; afterMin?: number };

export function decision(
	id: string,
	role: string,
	{ parameter, afterMin = 0, ...options }: Options
): ExerciseDecision {
	return {
		id,
		role,
		phases: ['incident', 'recovery'],
		fromMin: null,
		untilMin: null,
		requires: [],
		costUsd: 0,
		attention: 1,
		effects: [{ parameter, scope: { kind: 'world' }, value: 1, afterMin }],
		...options
	};
}

export function inject(id: string, plannedMin: number, options: Partial<ExerciseInject>): ExerciseInject {
	return {
		id,
		kind: 'standard',
		plannedMin,
		scheduled: true,
		when: null,
		untilMin: null,
		stops: false,
		channel: 'news',
		from: 'A newsroom',
		title: english(`Title of ${id}`),
		body: english(`Body of ${id}`),
		expected: english(`Expected after ${id}`),
		to: null,
		...options
	};
}
