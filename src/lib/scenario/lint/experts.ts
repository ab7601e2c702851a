import type { Finding } from '../faults/fault.ts';
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
			yield { path: [...path, 'role'], code: 'twice', params: { kind: 'expert', id: role } };
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
					const params = { decision: id, owner, role };
					yield { path: [...place, 'decision'], code: 'othersDecision', params };
				}
				continue;
			}
			if (before.includes(id))
				yield { path: [...place, 'decision'], code: 'twice', params: { kind: 'play', id } };
			for (const needed of decision.requires) {
				// A decision that another role has to take may come at any time.
				if (before.includes(needed) || !own.some((one) => one.id === needed)) continue;
				const params = { decision: id, needed };
				yield { path: [...place, 'decision'], code: 'notPlayedBefore', params };
			}
			before.push(id);
			yield* timing(place, decision, at);
			const atMin = at === undefined ? lastMin : minute(at);
			if (atMin < lastMin) yield { path: [...place, 'at'], code: 'outOfOrder', params: { of: 'plays' } };
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
			if (prepares) yield { path: [...path, 'at'], code: 'decidedInPreparation', params: {} };
			else yield { path, code: 'needsTime', params: { decision: decision.id } };
			return;
		}
		if (at === undefined) return;
		const { availableFrom, availableUntil } = decision;
		const open = minute(at) >= minute(availableFrom);
		const ended = availableUntil !== undefined && minute(at) >= minute(availableUntil);
		if (open && !ended) return;
		const until = availableUntil === undefined ? null : String(availableUntil);
		const params = { decision: decision.id, from: String(availableFrom), until };
		yield { path: [...path, 'at'], code: 'notOpenThen', params };
	}
}
