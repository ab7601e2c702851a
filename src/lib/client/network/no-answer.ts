import * as v from 'valibot';
import { PERSON_KINDS } from '../../room/people/person-kinds.ts';
import type { NetworkAnswer } from './network.ts';

/** Why there is no answer that can be used. None of it is for good: the same question may be answered later. */
export type NoAnswer =
	/** Nothing came back. */
	| { readonly kind: 'unreachable' }
	/** Something else answered: a Wi-Fi's sign-in window, mostly. */
	| { readonly kind: 'notOurs' }
	/** Asked too often. */
	| { readonly kind: 'tooMany'; readonly waitMs: number }
	/** The server is on its way: it restores its rooms, or is replaced. */
	| { readonly kind: 'notReady' }
	/** The server has a defect. */
	| { readonly kind: 'failed' };

const WAIT_MS = 10_000;

/** What a server that restores its rooms says, and a proxy before one that is not there. */
const NOT_READY: readonly number[] = [502, 503, 504];

/** What an answer that cannot be used means. */
export function noAnswer(answer: NetworkAnswer | null): NoAnswer {
	if (answer === null) return { kind: 'unreachable' };
	if (answer.status === 429) return { kind: 'tooMany', waitMs: answer.retryAfterMs ?? WAIT_MS };
	if (NOT_READY.includes(answer.status)) return { kind: 'notReady' };
	return answer.status < 500 && answer.body === null ? { kind: 'notOurs' } : { kind: 'failed' };
}

/** Somebody, as answers name them. */
export const personBody = v.object({
	person: v.object({
		id: v.string(),
		kind: v.picklist(PERSON_KINDS),
		name: v.string(),
		team: v.nullable(v.string()),
		number: v.number()
	})
});
