import { gridMinuteFrom } from '../../sim/time/grid.ts';
import type { Finding } from '../parse/fault.ts';
import { readPointInTime } from '../parse/point-in-time.ts';
import { clockOf } from '../resolve/clock.ts';
import type { PointInTime } from '../schema/basic.ts';
import { parseUtcMinute } from '../worlds/calendar.ts';
import { distinct, reference, whole, type Linted } from './context.ts';
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
				role === undefined ? 'decision' : `decision of '${role}'`,
				id,
				owned.map((one) => one.id)
			);
		}
		for (const [c, claim] of claims.entries()) {
			yield* expression([...path, 'claims', c], claim, 'boolean', names);
		}
		if (role !== undefined) yield* reference([...path, 'role'], 'role', role, roles);
		if (when !== undefined) yield* expression([...path, 'when'], when, 'boolean', names);
		if (kind === 'standard') {
			for (const key of ['when', 'until'] as const) {
				if (file.injects[i]![key] === undefined) continue;
				const message = 'a standard inject is released at its time, whatever happens';
				const remedy = `remove ${key}, or make its kind contingency or adaptive`;
				yield { path: [...path, key], message, remedy, onKey: true };
			}
		} else if (when === undefined) {
			const message = `this ${kind} inject does not say what it waits for`;
			yield { path, message, remedy: 'add when: with a condition' };
		}
		if (until !== undefined && minute(until) < minute(at)) {
			yield { path: [...path, 'until'], message: 'this is before at', remedy: 'let it end after it begins' };
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
			if (next !== at) {
				const message = `minute ${at} is not on the time grid`;
				yield { path, message, remedy: `use ${next}, the next minute at which time can stop` };
			}
			if (s > 0 && at <= minutes[s - 1]!) {
				yield { path, message: 'this stop is not after the one before', remedy: 'put the stops in order' };
			}
		}
		if (!minutes.includes(minute(recoveryFrom))) {
			const message = 'the recovery does not start at a stop';
			yield { path: ['cuts', c, 'recoveryFrom'], message, remedy: `use one of ${stops.join(', ')}` };
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
			'the weights',
			goal.terms.map(({ weight }) => weight)
		);
		for (const [t, { measure }] of goal.terms.entries()) {
			yield* expression([...path, t, 'measure'], measure, 'number', names);
		}
	}
	for (const [d, { role, phase, costUsd, attention }] of file.decisions.entries()) {
		const budget = file.roles.find(({ id }) => id === role)?.budget;
		if (budget === undefined) continue;
		const before = phase === 'briefing' || phase === 'preparation';
		const usd = before ? budget.preparationUsd : budget.responseUsd;
		const points = before ? budget.preparationAttention : budget.attentionPerRound;
		const when = before ? 'in preparation' : 'to respond';
		if (costUsd > usd) {
			const message = `'${role}' has ${usd} US$ ${when}, and this costs ${costUsd}`;
			yield { path: ['decisions', d, 'costUsd'], message, remedy: 'lower the cost, or raise the budget' };
		}
		if (attention > points) {
			const message = `'${role}' has ${points} points of attention ${when}, and this takes ${attention}`;
			yield { path: ['decisions', d, 'attention'], message, remedy: 'lower it, or raise the budget' };
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
				yield* reference([...at, 'roles', r], 'role of this objective', id, roles ?? known);
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
