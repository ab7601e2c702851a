import type { Localized } from '../fields.ts';
import type { ExerciseDecision, ExerciseInject, ExerciseScenario } from '../scenario.ts';

/** A small scenario for tests of the room: three roles, four decisions, four injects, a record; a grid of 1 and 5 min. */
export const SCENARIO: ExerciseScenario = {
	id: 'small',
	formatVersion: 1,
	contentHash: '0123456789abcdef',
	horizonMin: 600,
	spans: [
		{ untilMin: 120, stepMin: 1 },
		{ untilMin: 600, stepMin: 5 }
	],
	phases: ['briefing', 'preparation', 'incident', 'recovery', 'hotWash', 'summit', 'nextOutages', 'debrief'],
	roles: [{ id: 'vendor' }, { id: 'airline' }, { id: 'government' }],
	decisions: [
		decision('second-vendor', 'airline', { phases: ['preparation'], parameter: 'fleet.secondVendorShare' }),
		decision('halt', 'vendor', { parameter: 'rollout.order', afterMin: 10 }),
		decision('explain', 'vendor', { requires: ['halt'], parameter: 'vendor.statement' }),
		decision('stay-off', 'airline', { fromMin: 30, untilMin: 240, parameter: 'activity.stayOff' }),
		decision('lend-hands', 'airline', { phases: ['recovery'], parameter: 'repair.mutualAidShare' })
	],
	injects: [
		inject('first-calls', 0, { to: ['airline'] }),
		inject('first-news', 45, {}),
		inject('vendor-only', 60, { to: ['vendor'] }),
		inject('phishing', 90, { scheduled: false })
	],
	record: [
		{ atMin: 78, decision: 'halt' },
		{ atMin: 0, decision: 'second-vendor' },
		{ atMin: 78, setting: { parameter: 'repair.script', scope: { kind: 'world' }, value: 1 } },
		{ atMin: 133, decision: 'explain' },
		{ atMin: 300, decision: 'lend-hands' }
	],
	settingFault: ({ value }) => (value >= 0 && value <= 1 ? null : `the value ${value} is not within 0 and 1`)
};

export function english(en: string): Localized {
	return { en };
}

type Options = Partial<Omit<ExerciseDecision, 'effects'>> & { parameter: string; afterMin?: number };

function decision(
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
		effects: [{ parameter, scope: { kind: 'world' }, value: 1, afterMin }],
		...options
	};
}

function inject(id: string, plannedMin: number, options: Partial<ExerciseInject>): ExerciseInject {
	return {
		id,
		plannedMin,
		scheduled: true,
		channel: 'news',
		from: 'A newsroom',
		title: english(`Title of ${id}`),
		body: english(`Body of ${id}`),
		expected: english(`Expected after ${id}`),
		to: null,
		...options
	};
}
