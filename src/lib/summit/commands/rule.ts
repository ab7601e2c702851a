import type * as v from 'valibot';
import type { Summit } from '../../scenario/summit.ts';
import type { SummitEvent } from '../log/events.ts';
import { nextPosition, type ChartFacts, type Step, type SummitEventName } from '../negotiation/chart.ts';
import type { SummitState } from '../state.ts';
import { refuse, type SummitRefusal } from './refusals.ts';

/** Who sends a command. The room's clock acts for the facilitator; a chair speaks for one party. */
export type Sender =
	| { readonly kind: 'facilitator' }
	| { readonly kind: 'clock' }
	| { readonly kind: 'chair'; readonly party: string };

export interface SummitRoom {
	readonly summit: Summit;
	readonly state: SummitState;
}

export type Decided = { readonly events: readonly SummitEvent[] } | { readonly refusal: SummitRefusal };

/** One command: what it carries, who may send it, in which steps, and what it leads to. */
export interface SummitRule<Type extends string, Payload extends v.GenericSchema> {
	readonly type: Type;
	readonly payload: Payload;
	readonly senders: readonly Sender['kind'][];
	/** Null: in all of them. */
	readonly steps: readonly Step[] | null;
	readonly whilePaused?: true;
	/** `command` is the id under which the command was sent. */
	readonly decide: (
		room: SummitRoom,
		payload: v.InferOutput<Payload>,
		by: Sender,
		command: string
	) => Decided;
}

export function summitRule<const Type extends string, Payload extends v.GenericSchema>(
	rule: SummitRule<Type, Payload>
): SummitRule<Type, Payload> {
	return rule;
}

export const FACILITATORS: readonly Sender['kind'][] = ['facilitator', 'clock'];
export const CHAIRS: readonly Sender['kind'][] = ['chair'];

/** The party that a chair speaks for. Rules that call this take chairs alone. */
export function speaker(by: Sender): string {
	if (by.kind !== 'chair') throw new TypeError('only chairs speak for a party');
	return by.party;
}

export function chartFacts({ summit, state }: SummitRoom): ChartFacts {
	return {
		pollsLeft: summit.rules.polls - state.polls.length,
		roundsLeft: state.rounds === null ? null : state.rounds - state.round
	};
}

/** Where the chart goes, as an event, or why it does not. */
export function moved(room: SummitRoom, event: SummitEventName, round = room.state.round): Decided {
	const { position } = room.state;
	const next = nextPosition(position, { type: event }, chartFacts(room));
	if (next === undefined) return refuse('cannotMove', { event, step: position.step });
	return { events: [{ type: 'stepEntered', step: next.step, round }] };
}
