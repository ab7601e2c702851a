import * as v from 'valibot';
import type { Summit } from '../../scenario/summit.ts';
import { fieldFault } from '../../exercise/log/field-fault.ts';
import { tokenField } from '../../exercise/log/fields.ts';
import type { LoggedEvent } from '../log/events.ts';
import { isOpened, type SummitState } from '../state.ts';
import { answer, disclose } from './answers.ts';
import { castVote, closeBallot, lean } from './ballots.ts';
import { hearAudience, weighAudience } from './audience.ts';
import { giveChair } from './chairs.ts';
import { chooseMonths } from './months.ts';
import { openSummit } from './open.ts';
import { refuse, type SummitRefusal } from './refusals.ts';
import type { Decided, Sender, SummitRoom, SummitRule } from './rule.ts';
import { endOpening, makeStatement, takeStance } from './statements.ts';
import * as steps from './steps.ts';
import { amend, pledge } from './text.ts';
import { undoStep } from './undo.ts';

const RULES = [
	openSummit,
	giveChair,
	weighAudience,
	hearAudience,
	chooseMonths,
	undoStep,
	endOpening,
	makeStatement,
	amend,
	answer,
	disclose,
	pledge,
	takeStance,
	lean,
	castVote,
	closeBallot,
	...Object.values(steps)
] as const;

type Rules = (typeof RULES)[number];
/** Payloads by command. */
export type SummitCommands = {
	[Type in Rules['type']]: v.InferInput<Extract<Rules, { type: Type }>['payload']>;
};
export type SummitCommandType = keyof SummitCommands;
/** A command as it travels. */
export type SummitCommand = {
	[Type in SummitCommandType]: {
		readonly id: string;
		readonly type: Type;
		readonly payload: SummitCommands[Type];
	};
}[SummitCommandType];

type AnyRule = SummitRule<string, v.GenericSchema>;
const BY_TYPE: ReadonlyMap<string, AnyRule> = new Map(
	RULES.map((rule) => [rule.type, rule as unknown as AnyRule])
);

/** The answer to a command. `events` are to be appended, then folded; none: it is a resend. */
export type SummitAnswer =
	| { readonly kind: 'accepted'; readonly version: number; readonly events: readonly LoggedEvent[] }
	| { readonly kind: 'refused'; readonly refusal: SummitRefusal };

const envelope = v.strictObject({ id: tokenField, type: v.string(), payload: v.unknown() });

/** What a command leads to. Changes nothing, never throws, and never trusts `command`; `by` is trusted. */
export function decide(summit: Summit, state: SummitState, command: unknown, by: Sender): SummitAnswer {
	const outer = v.safeParse(envelope, command);
	if (!outer.success) return malformed(outer.issues);
	const { id, type, payload } = outer.output;
	const before = state.accepted.find((accepted) => accepted.id === id);
	if (before !== undefined) return { kind: 'accepted', version: before.version, events: [] };
	const rule = BY_TYPE.get(type);
	if (rule === undefined) return refused(refuse('unknownCommand', { id: type.slice(0, 80) }));
	const obstacle = notPermitted(rule, { summit, state }, by);
	if (obstacle !== null) return refused(obstacle);
	const inner = v.safeParse(rule.payload, payload);
	if (!inner.success) return malformed(inner.issues);
	const decided: Decided = rule.decide({ summit, state }, inner.output, by, id);
	if ('refusal' in decided) return refused(decided);
	const events = decided.events.map((event) => ({ command: id, event }));
	return { kind: 'accepted', version: state.version + events.length, events };
}

function notPermitted(
	rule: AnyRule,
	{ summit, state }: SummitRoom,
	by: Sender
): { readonly refusal: SummitRefusal } | null {
	if (!rule.senders.includes(by.kind)) return refuse('notAllowed', { command: rule.type, by: by.kind });
	if (by.kind === 'chair' && !summit.parties.some(({ id }) => id === by.party)) {
		return refuse('unknownParty', { id: by.party });
	}
	if (rule.type !== 'openSummit' && !isOpened(state)) return refuse('notOpened', {});
	const { step, clock } = state.position;
	if (rule.steps !== null && !rule.steps.includes(step)) {
		return refuse('wrongStep', { command: rule.type, step });
	}
	if (step === 'caucus' && by.kind === 'chair' && !state.caucus.includes(by.party)) {
		return refuse('notInCaucus', {});
	}
	return clock === 'paused' && rule.whilePaused !== true ? refuse('paused', {}) : null;
}

function refused({ refusal }: { readonly refusal: SummitRefusal }): SummitAnswer {
	return { kind: 'refused', refusal };
}

function malformed([first]: [v.BaseIssue<unknown>, ...v.BaseIssue<unknown>[]]): SummitAnswer {
	const place = v.getDotPath(first)?.slice(0, 80) ?? null;
	return refused(refuse('malformed', { place, fault: fieldFault(first) }));
}
