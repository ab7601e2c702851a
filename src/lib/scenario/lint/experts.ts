import type { Finding } from '../parse/fault.ts';
import { reference, type Linted } from './context.ts';
import { minutesOf } from './play.ts';

/** What an expert plays is the role's own, open at that time, and comes after what it requires. */
export function* expertRule(linted: Linted): Generator<Finding> {
	const { file } = linted;
	const minute = minutesOf(linted);
	for (const [e, { role, plays }] of file.experts.entries()) {
		const path = ['experts', e];
		yield* reference(
			[...path, 'role'],
			'role',
			role,
			file.roles.map(({ id }) => id)
		);
		if (file.experts.findIndex((other) => other.role === role) < e) {
			const message = `'${role}' has two experts`;
			yield { path: [...path, 'role'], message, remedy: 'put their plays into one list' };
		}
		const own = file.decisions.filter((decision) => decision.role === role);
		const before: string[] = [];
		let lastMin = 0;
		for (const [p, { decision: id, at }] of plays.entries()) {
			const place = [...path, 'plays', p];
			const decision = own.find((one) => one.id === id);
			if (decision === undefined) {
				const owner = file.decisions.find((one) => one.id === id)?.role;
				if (owner === undefined) {
					const ids = own.map((one) => one.id);
					yield* reference([...place, 'decision'], 'decision', id, ids);
				} else {
					const message = `'${id}' is a decision of '${owner}', not of '${role}'`;
					yield { path: [...place, 'decision'], message, remedy: 'move it to that role’s expert' };
				}
				continue;
			}
			if (before.includes(id)) {
				yield {
					path: [...place, 'decision'],
					message: `'${id}' stands twice`,
					remedy: 'keep one of them'
				};
			}
			for (const needed of decision.requires) {
				// A decision that another role has to take may come at any time.
				if (before.includes(needed) || !own.some((one) => one.id === needed)) continue;
				const message = `'${id}' requires '${needed}', which is not played before`;
				yield { path: [...place, 'decision'], message, remedy: `add '${needed}' above` };
			}
			before.push(id);
			yield* timing(place, decision, at);
			const atMin = at === undefined ? lastMin : minute(at);
			if (atMin < lastMin) {
				yield {
					path: [...place, 'at'],
					message: 'this is before the play above',
					remedy: 'order them by time'
				};
			}
			lastMin = Math.max(lastMin, atMin);
		}
	}

	function* timing(
		path: (string | number)[],
		decision: Linted['file']['decisions'][number],
		at: Linted['file']['experts'][number]['plays'][number]['at']
	): Generator<Finding> {
		const prepares = decision.phase === 'preparation' || decision.phase === 'briefing';
		if (prepares !== (at === undefined)) {
			yield prepares
				? { path: [...path, 'at'], message: 'this is decided in preparation', remedy: 'remove at' }
				: { path, message: `'${decision.id}' needs a time`, remedy: 'add at' };
			return;
		}
		if (at === undefined) return;
		const { availableFrom, availableUntil } = decision;
		const open = minute(at) >= minute(availableFrom);
		const ended = availableUntil !== undefined && minute(at) >= minute(availableUntil);
		if (open && !ended) return;
		const remedy = `play it from ${availableFrom}${availableUntil === undefined ? '' : ` and before ${availableUntil}`}`;
		yield { path: [...path, 'at'], message: `'${decision.id}' cannot be taken then`, remedy };
	}
}
