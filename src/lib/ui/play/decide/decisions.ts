import type { Purse, RoomFacts } from '../../../client/room/room-client.ts';
import type { Progress } from '../../../room/progress.ts';
import type { DecisionDetails } from '../../../client/room/scenario-summary.ts';
import type { DecisionView } from '../../../exercise/project/project.ts';

/** Where a decision stands for the person in the present round. */
export type Standing =
	/** Can be chosen. */
	| { readonly kind: 'open' }
	/** Chosen in this round; `neededBy`: decisions chosen that rest on it. */
	| { readonly kind: 'chosen'; readonly act: DecisionView; readonly neededBy: readonly string[] }
	/** Taken in an earlier round. */
	| { readonly kind: 'taken'; readonly act: DecisionView }
	| { readonly kind: 'needs'; readonly decisions: readonly string[] }
	| { readonly kind: 'overBudget'; readonly leftUsd: number }
	| { readonly kind: 'noAttention'; readonly left: number }
	| { readonly kind: 'opensAt'; readonly minute: number }
	| { readonly kind: 'closedAt'; readonly minute: number }
	/** Another decision has left nothing for it to do. */
	| { readonly kind: 'leftNothing'; readonly after: string };

export interface Choice {
	readonly card: DecisionDetails;
	readonly standing: Standing;
}

/** The minute at which everything decided in preparation is dated. */
const PREPARATION_MIN = -1;

export interface Standpoint {
	readonly facts: Pick<RoomFacts, 'decisions'>;
	readonly progress: Progress;
	readonly minute: number;
	readonly taken: readonly DecisionView[];
	readonly purses: readonly Purse[];
}

/** Every decision that belongs to the present part of the exercise, in the scenario's order, and where it stands. */
export function choicesOf(at: Standpoint): Choice[] {
	const phases = phasesOf(at.progress);
	return at.facts.decisions
		.filter(({ phase }) => phases.includes(phase))
		.map((card) => ({ card, standing: standingOf(card, at) }));
}

function phasesOf(progress: Progress): readonly DecisionDetails['phase'][] {
	if (progress.kind === 'preparation') return ['preparation'];
	if (progress.kind !== 'deciding' && progress.kind !== 'running') return [];
	// What an incident asks for can still be done while recovering.
	return progress.part === 'incident' ? ['incident'] : ['recovery', 'incident'];
}

function standingOf(card: DecisionDetails, at: Standpoint): Standing {
	const act = at.taken.find(({ decision }) => decision === card.id);
	const isPreparation = at.progress.kind === 'preparation';
	const roundMinute = isPreparation ? PREPARATION_MIN : at.minute;
	if (act !== undefined) {
		if (at.progress.kind === 'running' || act.atMin !== roundMinute) return { kind: 'taken', act };
		return { kind: 'chosen', act, neededBy: neededBy(card.id, at) };
	}
	if (!isPreparation && card.fromMin !== null && at.minute < card.fromMin)
		return { kind: 'opensAt', minute: card.fromMin };
	if (!isPreparation && card.untilMin !== null && at.minute >= card.untilMin)
		return { kind: 'closedAt', minute: card.untilMin };
	const after = card.unless?.find((id) => at.taken.some(({ decision }) => decision === id));
	if (after !== undefined) return { kind: 'leftNothing', after };
	const missing = card.requires.filter((id) => !at.taken.some(({ decision }) => decision === id));
	if (missing.length > 0) return { kind: 'needs', decisions: missing };
	const purse = at.purses.find(({ role }) => role === card.role);
	if (purse !== undefined && card.costUsd > purse.leftUsd)
		return { kind: 'overBudget', leftUsd: purse.leftUsd };
	if (purse !== undefined && card.attention > purse.attentionLeft)
		return { kind: 'noAttention', left: purse.attentionLeft };
	return { kind: 'open' };
}

function neededBy(id: string, { facts, taken }: Standpoint): string[] {
	return facts.decisions
		.filter(({ requires }) => requires.includes(id))
		.filter((card) => taken.some(({ decision }) => decision === card.id))
		.map((card) => card.id);
}

/** Choices that are put before the person; the others are taken, not open yet, or closed. */
export function isOffered({ standing: { kind } }: Choice): boolean {
	return kind === 'open' || kind === 'chosen' || isLocked(kind);
}

/** Could be chosen if something else were different now. */
export function isLocked(kind: Standing['kind']): boolean {
	return kind === 'needs' || kind === 'overBudget' || kind === 'noAttention';
}
