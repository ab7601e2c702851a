import type { Together, Turn } from '../../debrief/hot-wash/hot-wash.ts';

/** A kept message: its type, and whatever else that type has. */
export type KeptMessage = { readonly type: string } & Readonly<Record<string, unknown>>;

/** From the messages of a version to those of the next one. A version that is missing here can no longer be shown. */
export const UPCASTS: Readonly<Record<number, (message: KeptMessage) => KeptMessage>> = {
	1: (message) => renamed(message, 'purses', 'balances'),
	2: (message) =>
		message.type === 'hotWash' ? { ...message, hotWash: fromVersion2(message.hotWash as HotWash2) } : message
};

function renamed(message: KeptMessage, from: string, to: string): KeptMessage {
	return Object.fromEntries(
		Object.entries(message).map(([key, value]) => [key === from ? to : key, value])
	) as KeptMessage;
}

/** Of three runs, without the one in which the person decides nothing. */
type Compared2 = { readonly played: unknown; readonly record: unknown; readonly none: unknown };

/** What of version 2 reads otherwise now; all else is as it was. */
interface HotWash2 {
	readonly finding: { readonly harm: Compared2 | null };
	readonly outcome: {
		readonly harm: Compared2 | null;
		readonly terms: readonly { readonly value: Compared2 }[];
		readonly world: Compared2;
		readonly own: Compared2 | null;
	};
	readonly losses: Compared2;
	readonly timeSeries: Compared2;
	readonly effects: Readonly<Record<string, readonly object[]>> | null;
	readonly turn:
		(Omit<Turn, 'after'> & { readonly fastest: unknown; readonly after: TurnCause2 | null }) | null;
	readonly reviews: readonly object[];
}

type TurnCause2 =
	| {
			readonly kind: 'ownDecision';
			readonly decision: string;
			readonly title: { readonly en: string };
			readonly atMin: number;
			readonly peakDownWithout: number;
			readonly peakMinWithout: number;
			readonly peakDownWith: number;
	  }
	| { readonly kind: 'lastBefore' };

/** What was not computed then is not known: there is nothing of it to be shown. */
function fromVersion2(wash: HotWash2): unknown {
	const { finding, outcome, effects } = wash;
	const NONE: Together | null = null;
	return {
		...wash,
		finding: { ...finding, yours: null, harm: fourth(finding.harm) },
		outcome: {
			...outcome,
			harm: fourth(outcome.harm),
			terms: outcome.terms.map((term) => ({ ...term, value: fourth(term.value) })),
			world: fourth(outcome.world),
			own: fourth(outcome.own)
		},
		losses: fourth(wash.losses),
		timeSeries: fourth(wash.timeSeries),
		effects:
			effects === null
				? null
				: {
						...Object.fromEntries(
							Object.entries(effects).map(([key, list]) => [
								key,
								key === 'outOfReach' ? list : list.map((one) => ({ ...one, instead: [] }))
							])
						),
						together: NONE
					},
		turn: turnFrom(wash.turn),
		reviews: wash.reviews.map((review) => ({ ...review, criteria: null }))
	};
}

const fourth = (compared: Compared2 | null) => (compared === null ? null : { ...compared, others: null });

/** What came last before the turn is named no more: that was no evidence. */
function turnFrom(turn: HotWash2['turn']): Turn | null {
	if (turn === null) return null;
	const { of, peakMin, peakDown, after } = turn;
	const isProven = after?.kind === 'ownDecision' && after.peakMinWithout > peakMin;
	if (!isProven) return { of, peakMin, peakDown, after: null };
	const { decision: id, title, atMin, peakDownWithout, peakMinWithout, peakDownWith } = after;
	const decision = { id, title, role: '', isMine: true, atMin };
	return { of, peakMin, peakDown, after: { decision, peakDownWithout, peakMinWithout, peakDownWith } };
}
