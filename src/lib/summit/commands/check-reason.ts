import type { Summit } from '../../scenario/summit.ts';
import type { Reason } from '../log/reasons.ts';
import { refuse, type SummitRefusal } from './refusals.ts';

/** Why a party cannot give this reason: it names what is not there, or a line that its brief does not hold. Null: it can. */
export function reasonFault(
	{ parties, measures, limits }: Pick<Summit, 'parties' | 'measures' | 'limits'>,
	by: string,
	reason: Reason | null
): { readonly refusal: SummitRefusal } | null {
	if (reason === null) return null;
	const unknownParty = (id: string) =>
		parties.some((one) => one.id === id) ? null : refuse('unknownParty', { id });
	if ('measure' in reason && !measures.some(({ id }) => id === reason.measure)) {
		return refuse('unknownMeasure', { id: reason.measure });
	}
	switch (reason.kind) {
		case 'redLine': {
			const lines = parties.find(({ id }) => id === by)?.redLines ?? [];
			return reason.redLine < lines.length ? null : refuse('notInBrief', {});
		}
		case 'law':
			return limits.some(({ id }) => id === reason.limit)
				? null
				: refuse('unknownLimit', { id: reason.limit });
		case 'credibility':
			return unknownParty(reason.owner);
		case 'bringsIn':
			return unknownParty(reason.party);
		default:
			return null;
	}
}
