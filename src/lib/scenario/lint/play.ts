import { gridMinuteFrom } from '../../sim/time/grid.ts';
import type { Finding } from '../faults/fault.ts';
import { readPointInTime } from '../parse/point-in-time.ts';
import { clockOf } from '../resolve/clock.ts';
import type { PointInTime } from '../schema/basic.ts';
import { parseUtcMinute } from '../worlds/calendar.ts';
import { distinct, reference, whole, type Linted } from './context.ts';
import { figureFaults } from './figures.ts';
import { expression, namesOf } from './expressions.ts';
import { clockRule } from './time.ts';

/** Injects that wait say for what; those that do not wait have nothing to wait for. */
export function* injectRule(linted: Linted): Generator<Finding> {
	const { file } = linted;
	const names = namesOf(linted);
	const roles = file.roles.map(({ id }) => id);
	const minute = minutesOf(linted);
	yield* distinct(['injects'], file.injects);
	for (const [i, { role, kind, when, at, until, callsFor = [], claims = [] }] of file.injects.entries()) {
		const path = ['injects', i];
		for (const [c, id] of callsFor.entries()) {
			const owned = file.decisions.filter((one) => role === undefined || one.role === role);
			yield* reference(
				[...path, 'callsFor', c],
				role === undefined ? 'decision' : 'decisionOfRole',
				id,
				owned.map((one) => one.id)
			);
		}
		for (const [c, claim] of claims.entries()) {
			yield* expression([...path, 'claims', c], claim, 'boolean', names);
		}
		yield* figureFaults(path, file.injects[i]!, names);
		if (role !== undefined) yield* reference([...path, 'role'], 'role', role, roles);
		if (when !== undefined) yield* expression([...path, 'when'], when, 'boolean', names);
		if (kind === 'standard') {
			for (const key of ['when', 'until'] as const) {
				if (file.injects[i]![key] === undefined) continue;
				yield { path: [...path, key], code: 'standardInjectWaits', params: { key }, onKey: true };
			}
		} else if (when === undefined) {
			yield { path, code: 'waitsForNothing', params: { kind } };
		}
		if (until !== undefined && minute(until) < minute(at)) {
			yield { path: [...path, 'until'], code: 'endsBeforeItBegins', params: {} };
		}
	}
}

/** A cut's stops ascend on the time grid, and its recovery starts at one of them. */
export function* cutRule(linted: Linted): Generator<Finding> {
	const { file } = linted;
	const minute = minutesOf(linted);
	yield* distinct(['cuts'], file.cuts);
	if ([...clockRule(linted)].length > 0) return;
	const { spans, horizonMin } = clockOf(file.clock);
	for (const [c, { stops, recoveryFrom }] of file.cuts.entries()) {
		const minutes = stops.map(minute);
		for (const [s, at] of minutes.entries()) {
			const path = ['cuts', c, 'stops', s];
			if (!(at >= 0 && at <= horizonMin)) continue;
			const next = gridMinuteFrom(spans, at);
			if (next !== at) yield { path, code: 'offGrid', params: { minute: at, next } };
			if (s > 0 && at <= minutes[s - 1]!) yield { path, code: 'outOfOrder', params: { of: 'stops' } };
		}
		if (!minutes.includes(minute(recoveryFrom))) {
			const params = { stops: stops.map(String) };
			yield { path: ['cuts', c, 'recoveryFrom'], code: 'recoveryAtNoStop', params };
		}
	}
}

/** Goals are measured in numbers whose weights make up a whole; no decision costs more than its role can ever have. */
export function* goalRule(linted: Linted): Generator<Finding> {
	const { file } = linted;
	const names = namesOf(linted);
	for (const [r, { goal }] of file.roles.entries()) {
		if (goal === undefined) continue;
		const path = ['roles', r, 'goal', 'terms'];
		yield* distinct(path, goal.terms);
		yield* whole(
			path,
			'weights',
			goal.terms.map(({ weight }) => weight)
		);
		for (const [t, { measure }] of goal.terms.entries()) {
			yield* expression([...path, t, 'measure'], measure, 'number', names);
		}
	}
	for (const [d, { role, phase, costUsd, attention }] of file.decisions.entries()) {
		const budget = file.roles.find(({ id }) => id === role)?.budget;
		if (budget === undefined) continue;
		const isBefore = phase === 'briefing' || phase === 'preparation';
		const usd = isBefore ? budget.preparationUsd : budget.responseUsd;
		const points = isBefore ? budget.preparationAttention : budget.attentionPerRound;
		const of = { role, isBefore };
		if (costUsd > usd) {
			const params = { ...of, of: 'usd', has: usd, needs: costUsd } as const;
			yield { path: ['decisions', d, 'costUsd'], code: 'overBudget', params };
		}
		if (attention > points) {
			const params = { ...of, of: 'attention', has: points, needs: attention } as const;
			yield { path: ['decisions', d, 'attention'], code: 'overBudget', params };
		}
	}
}

/** Critical tasks are the roles' and their marks conditions. */
export function* objectiveRule(linted: Linted): Generator<Finding> {
	const { file } = linted;
	const names = namesOf(linted);
	const known = file.roles.map(({ id }) => id);
	yield* distinct(['objectives'], file.objectives);
	for (const [o, { roles, tasks }] of file.objectives.entries()) {
		const path = ['objectives', o];
		for (const [r, id] of (roles ?? []).entries()) yield* reference([...path, 'roles', r], 'role', id, known);
		yield* distinct([...path, 'tasks'], tasks);
		for (const [t, task] of tasks.entries()) {
			const at = [...path, 'tasks', t];
			for (const [r, id] of (task.roles ?? []).entries()) {
				yield* reference([...at, 'roles', r], 'roleOfObjective', id, roles ?? known);
			}
			for (const mark of ['P', 'S', 'M'] as const) {
				yield* expression([...at, 'met', mark], task.met[mark], 'boolean', names);
			}
		}
	}
}

/** The minute of a time; NaN for one that another rule refuses. */
export function minutesOf({ file }: Linted): (time: PointInTime) => number {
	const start = parseUtcMinute(file.clock.start);
	return (time) => {
		const minute = start.ok ? readPointInTime(time, start.minute) : NaN;
		return typeof minute === 'number' ? minute : NaN;
	};
}
