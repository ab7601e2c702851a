import type { Summit } from '../../scenario/summit.ts';
import type { Edit } from '../../summit/accord/edits.ts';
import type { OpenedBot } from '../../summit/bots/opened.ts';
import type { SummitCommands, SummitCommandType } from '../../summit/commands/decide.ts';
import { measuresOf, type SummitRefusal, type SummitRefusalCode } from '../../summit/commands/refusals.ts';
import type { SummitEvent } from '../../summit/log/events.ts';
import type { OwnView, SummitView } from '../../summit/project/project.ts';
import type { Amendment, Change } from '../../summit/state.ts';
import type { MostFelt } from '../../summit/value/most-felt.ts';
import type { Worth } from '../../summit/value/worth.ts';

/** A summit as somebody is shown it, whoever they are: what screens read, alone or in a room. */
export interface SeenSummit {
	/** Of others' briefs it holds what was said of them. */
	readonly summit: Summit;
	/** The party that the reader speaks for; null: none. */
	readonly chair: string | null;
	readonly view: Omit<SummitView, 'changes'> & { readonly changes: readonly Omit<Change, 'text'>[] };
	/** What they have heard, oldest first. */
	readonly heard: readonly { readonly version: number; readonly event: SummitEvent }[];
	/** Bots' minds, once all is over. */
	readonly opened: readonly OpenedBot[];
}

/** Why what was asked for did not happen, and the measures that it is about. */
export interface TableRefusal {
	readonly code: SummitRefusalCode;
	readonly measures: readonly string[];
}

export function toldOf(refusal: SummitRefusal): TableRefusal {
	return { code: refusal.code, measures: measuresOf(refusal) };
}

/** The same from a chair: what its party alone is told, and what one can do there. */
export interface SummitChair extends SeenSummit {
	readonly chair: string;
	readonly own: OwnView;
	readonly worth: Pick<Worth, 'isYes' | 'paidUsdMillion' | 'crossed'> & MostFelt;
	/** Proposals of others that wait for the chair's answer. */
	readonly waiting: readonly Amendment[];
	/** Changes that are collected, to be put forward together. */
	draft: readonly Edit[];
	readonly refusal: TableRefusal | null;
	/** Others speak. */
	readonly isBusy: boolean;
	readonly isOver: boolean;
	/** Whether the reader speaks for it; others of the team read along. */
	readonly speaks: boolean;
	/** Whether they lead the summit on as well. */
	readonly leads: boolean;
	/** The chair says something; whether it was taken. */
	readonly say: <Type extends SummitCommandType>(
		type: Type,
		payload: SummitCommands[Type]
	) => boolean | Promise<boolean>;
	readonly lead: <Type extends SummitCommandType>(
		type: Type,
		payload: SummitCommands[Type]
	) => boolean | Promise<boolean>;
}

/** Proposals of others that wait for a party's answer. */
export function waitingFor(amendments: readonly Amendment[], chair: string): Amendment[] {
	return amendments.filter(
		({ by, to, state, answers }) =>
			state === 'open' &&
			by !== chair &&
			(to === null || to.includes(chair)) &&
			!answers.some(({ party }) => party === chair)
	);
}

/** A chair's own proposals of this round and of the one before: those that ended with it are told of once. */
export function ownProposals(
	{ amendments, round }: Pick<SummitView, 'amendments' | 'round'>,
	chair: string
): Amendment[] {
	return amendments.filter((one) => one.by === chair && one.round >= round - 1);
}

/**
 * Changes that are collected, with one more: it takes the place of one of the same thing. What is to be struck is not
 * changed as well.
 */
export function withEdit(draft: readonly Edit[], edit: Edit): Edit[] {
	const gives = (one: Edit) => one.measure === edit.measure && (excludes(one, edit) || isOfSame(one, edit));
	return [...draft.filter((one) => !gives(one)), edit];
}

function excludes(a: Edit, b: Edit): boolean {
	return (a.kind === 'strike') !== (b.kind === 'strike');
}

function isOfSame(a: Edit, b: Edit): boolean {
	if (a.kind === 'set' && b.kind === 'set') return a.parameter === b.parameter;
	if (a.kind === 'cover' && b.kind === 'cover') return a.of === b.of;
	return a.kind === b.kind;
}

/** A change of the text that others brought about. */
export interface ChangedByOthers {
	readonly version: number;
	readonly edits: readonly Edit[];
	/** Measures of the chair's that it takes out. */
	readonly own: readonly string[];
}

/** What has come of the text since the chair last spoke, or since the round began, oldest first. */
export function changedSince(heard: SeenSummit['heard'], chair: string): ChangedByOthers[] {
	const tabledBy = new Map<string, string>();
	let changes: ChangedByOthers[] = [];
	for (const { version, event } of heard) {
		if (isOf(event, chair) || event.type === 'stepEntered') changes = [];
		if (event.type !== 'textChanged') continue;
		const struck = event.edits.flatMap(({ kind, measure }) => (kind === 'strike' ? [measure] : []));
		const own = struck.filter((measure) => event.by !== chair && tabledBy.get(measure) === chair);
		for (const { kind, measure } of event.edits) if (kind === 'add') tabledBy.set(measure, event.by);
		if (!isOf(event, chair)) changes = [...changes, { version, edits: event.edits, own }];
	}
	return changes;
}

/** Whether it is something that the chair itself has said or done. */
function isOf(event: SummitEvent, chair: string): boolean {
	switch (event.type) {
		case 'textChanged':
			return event.through === null && event.by === chair;
		case 'amendmentMoved':
		case 'pledged':
			return event.by === chair;
		case 'answered':
		case 'stanceTaken':
			return event.party === chair;
		default:
			return false;
	}
}

/** Whether a chair may put something forward and answer others: while some talk aside, those alone may. */
export function mayBargain(
	{ position, caucus }: Pick<SummitView, 'position' | 'caucus'>,
	chair: string
): boolean {
	if (position.step === 'caucus') return caucus.includes(chair);
	return position.step === 'tabling' || position.step === 'bargaining';
}

/** Whether a chair has done what this step asks of it once; where it may speak as often as it likes it is never done. */
export function isDone({
	chair,
	view,
	own
}: {
	readonly chair: string;
	readonly view: Pick<SummitView, 'position' | 'statements' | 'polls'>;
	readonly own: Pick<OwnView, 'vote'>;
}): boolean {
	switch (view.position.step) {
		case 'opening':
			return view.statements[chair] !== undefined;
		case 'poll':
			return view.polls.at(-1)?.own[chair] !== undefined;
		case 'ballot':
			return own.vote !== null;
		default:
			return false;
	}
}
