import type { Summit } from '../scenario/summit.ts';
import type { Accord } from './accord/accord.ts';
import { holdAll } from './accord/conditions.ts';
import { flawsOf } from './accord/sound.ts';
import type { Vote } from './log/events.ts';
import type { SummitState } from './state.ts';
import type { End } from './negotiation/chart.ts';

/** What a ballot led to. */
export interface Result {
	readonly end: End;
	/** Everybody who said yes, in the order of the scenario's parties. */
	readonly signatories: readonly string[];
	/** Measures that bind somebody; all of them where the text was ratified. */
	readonly measures: readonly string[];
	/** Measures that the law puts on those who did not sign. */
	readonly imposed: readonly string[];
	/** Law that the text breaks: it cannot be ratified. */
	readonly limits: readonly string[];
	/** Why it was not ratified. */
	readonly missing: readonly Missing[];
	/** What the audience said of this text, and how many votes that was; missing: it was not asked. */
	readonly audience?: AudienceVote;
}

export interface AudienceVote {
	readonly vote: Vote;
	readonly weight: number;
}

export type Missing =
	| { readonly kind: 'votes'; readonly atLeast: number; readonly yes: number }
	| { readonly kind: 'group'; readonly of: readonly string[]; readonly atLeast: number; readonly yes: number }
	| { readonly kind: 'law'; readonly limit: string }
	| { readonly kind: 'unsound'; readonly measure: string; readonly other: string };

/** Law that a text breaks, whoever agrees to it. */
export function limitsBroken(
	{ limits, measures }: Pick<Summit, 'limits' | 'measures'>,
	accord: Accord
): string[] {
	return limits.filter(({ when }) => holdAll(when, accord, measures, 0)).map(({ id }) => id);
}

/** What the audience said of the text as it stands; null: it was not asked, could not agree, or counts as nothing. */
export function audienceVote({
	heard,
	changes
}: Pick<SummitState, 'heard' | 'changes'>): AudienceVote | null {
	const last = heard
		.filter(({ asked, atChange }) => asked === 'ratify' && atChange === changes.length)
		.at(-1);
	if (last === undefined || last.weight === 0) return null;
	return last.choice === 'yes' || last.choice === 'no' ? { vote: last.choice, weight: last.weight } : null;
}

/**
 * What these votes make of a text, by the scenario's thresholds. Whoever did not vote did not say yes. An audience's votes
 * stand beside the parties', and as large a share of all is needed; who has to be among those who agree stays.
 */
export function resultOf(
	summit: Pick<Summit, 'parties' | 'measures' | 'limits' | 'rules'>,
	accord: Accord,
	votes: Readonly<Record<string, Vote>>,
	audience: AudienceVote | null = null
): Result {
	const { rules, parties, measures } = summit;
	const signatories = parties.map(({ id }) => id).filter((id) => votes[id] === 'yes');
	const limits = limitsBroken(summit, accord);
	const missing = missingFor(
		rules,
		{ signatories, of: parties.length, audience },
		limits,
		flawsOf(accord, measures)
	);
	const imposing = rules.imposed;
	const mayImpose = imposing !== undefined && imposing.by.every((id) => signatories.includes(id));
	const imposed = accord.items
		.map(({ measure }) => measure)
		.filter(
			(id) =>
				mayImpose &&
				imposing.themes.some((theme) => measures.some((one) => one.id === id && one.theme === theme))
		);
	const common = { signatories, imposed, limits, missing, ...(audience !== null && { audience }) };
	if (missing.length === 0) {
		return { end: 'ratified', ...common, measures: accord.items.map(({ measure }) => measure) };
	}
	const bound = accord.items
		.map(({ measure }) => measure)
		.filter((id) =>
			measures.find((one) => one.id === id)?.owners.some((owner) => signatories.includes(owner))
		);
	if (signatories.length >= rules.partial.atLeast && bound.length > 0) {
		return { end: 'partial', ...common, measures: bound };
	}
	return { end: 'failed', ...common, imposed: [], measures: [] };
}

function missingFor(
	{ ratified }: Summit['rules'],
	{
		signatories,
		of,
		audience
	}: {
		readonly signatories: readonly string[];
		readonly of: number;
		readonly audience: AudienceVote | null;
	},
	limits: readonly string[],
	flaws: ReturnType<typeof flawsOf>
): Missing[] {
	const count = (group: readonly string[]) => group.filter((id) => signatories.includes(id)).length;
	const { among } = ratified;
	const weight = audience?.weight ?? 0;
	const atLeast = Math.ceil((ratified.atLeast * (of + weight)) / of);
	const yes = signatories.length + (audience?.vote === 'yes' ? weight : 0);
	return [
		...(yes < atLeast ? [{ kind: 'votes', atLeast, yes } as const] : []),
		...among.flatMap((group): Missing[] =>
			count(group.of) < group.atLeast ? [{ kind: 'group', ...group, yes: count(group.of) }] : []
		),
		...limits.map((limit): Missing => ({ kind: 'law', limit })),
		...flaws.map(({ measure, other }): Missing => ({ kind: 'unsound', measure, other }))
	];
}
