import type { Fact, Localized } from '../../../scenario/scenario.ts';
import type { Outcome, Party, RedLine, Summit } from '../../../scenario/summit.ts';
import { openedBots, type OpenedBot } from '../../../summit/bots/opened.ts';
import { speakerOf } from '../../../summit/log/evolve.ts';
import type { LoggedEvent, SummitEvent } from '../../../summit/log/events.ts';
import type { Reason } from '../../../summit/log/reasons.ts';
import type { SummitAudience } from '../../../summit/project/audience.ts';
import { projectSummit, type OwnView, type SummitView } from '../../../summit/project/project.ts';
import { redactSummitEvent } from '../../../summit/project/redact.ts';
import { isOpened, type Change, type SummitState } from '../../../summit/state.ts';
import { mostFelt, type MostFelt } from '../../../summit/value/most-felt.ts';
import { ownStake } from '../../../summit/value/stake.ts';
import { worthOf } from '../../../summit/value/worth.ts';
import type { FeedKey } from '../../feed/audience-key.ts';
import type { Live } from '../live.ts';
import { canOpen, isAfterPlay, summitIn, summitState } from './summit-commands.ts';

/** What feeds tell of the summit: to each audience its own projection, and phones nothing but their votes. */

/** How much of what was said is told again to whoever comes late. */
const SAID_MOST = 60;

/** What a text is worth to a party, for those who speak for it. */
export interface OwnWorth extends MostFelt {
	readonly isYes: boolean;
	readonly paidUsdMillion: number;
	readonly crossed: readonly RedLine[];
}

/** Words of others' briefs that were spoken, by their places in those. */
export interface SpokenWords {
	readonly redLines: Readonly<Record<number, Localized>>;
	readonly offers: Readonly<Record<number, Localized>>;
}

export interface SummitPart {
	readonly view: Omit<SummitView, 'changes'> & { readonly changes: readonly Omit<Change, 'text'>[] };
	/** What the audience has heard, oldest first, each with its place in the log. */
	readonly said: readonly { readonly version: number; readonly event: SummitEvent }[];
	readonly spoken: Readonly<Record<string, SpokenWords>>;
	/** Of the parties that the audience speaks for. */
	readonly worths: Readonly<Record<string, OwnWorth>>;
	/** Bots' minds, once all is over; people's stay closed. Not for the stage. */
	readonly opened: readonly OpenedBot[];
	/** Whether a bot is about to speak. */
	readonly areBotsSpeaking: boolean;
	/** Id of the step that may be taken back. To facilitators; null: none. */
	readonly undo: string | null;
}

/** What never changes of a summit, with the briefs of the audience's own parties alone. */
export interface SummitFacts {
	readonly summit: Summit;
	readonly facts: readonly Omit<Fact, 'readAt'>[];
}

/** That a summit can be opened, and the chairs there would be. To facilitators. */
export interface SummitOfferPart {
	readonly parties: readonly (Pick<Party, 'id' | 'name' | 'office'> & { readonly role: string | null })[];
	readonly rounds: number;
	/** Whether it would follow the incident that was played; else the one on record. */
	readonly isAfterPlay: boolean;
}

/** Undefined: there is no summit, or nothing of it for this audience. */
export function summitPart(live: Live, feed: FeedKey): SummitPart | undefined {
	const summit = summitIn(live);
	const state = summitState(live);
	const audience = audienceOf(state, feed);
	if (summit === undefined || audience === null || !isOpened(state)) return undefined;
	const { changes, amendments, ...view } = projectSummit(summit, state, audience);
	const said = saidTo(live, state, audience);
	const isOpen = feed !== 'stage' && state.result !== null;
	return {
		view: {
			...view,
			// What others answered to what is gone stands in what was said; one's own are told of once more.
			amendments: amendments.filter(
				(one) =>
					one.state === 'open' ||
					one.round === state.round ||
					(one.round === state.round - 1 && one.by in view.own)
			),
			changes: changes.map(({ text: _text, ...change }) => change)
		},
		said: said.slice(-SAID_MOST),
		spoken: spokenWords(summit, view.statements, state, said),
		worths: Object.fromEntries(
			Object.entries(view.own).map(([id, own]) => [id, ownWorth(summit, own, state)])
		),
		opened: isOpen ? openedBots(summit, state) : [],
		areBotsSpeaking: live.summitBots.areSpeaking,
		undo: feed === 'facilitator' ? (state.taken?.command ?? null) : null
	};
}

/** Those who speak for the same parties are told the same: their facts are made once. */
const known = new WeakMap<Summit, Map<string, SummitFacts>>();

export function summitFacts(live: Live, feed: FeedKey): SummitFacts | undefined {
	const summit = summitIn(live);
	const state = summitState(live);
	const audience = audienceOf(state, feed);
	if (summit === undefined || audience === null || !isOpened(state)) return undefined;
	const own = audience.kind === 'chairs' ? audience.parties : [];
	const isStaff = audience.kind === 'facilitator' || audience.kind === 'evaluator';
	const key = isStaff ? 'all' : `own ${own.join(' ')}`;
	const made = known.get(summit) ?? new Map<string, SummitFacts>();
	known.set(summit, made);
	let facts = made.get(key);
	if (facts === undefined) {
		const told = isStaff ? summit : withoutBriefs(summit, own);
		made.set(key, (facts = { summit: told, facts: citedFacts(live, summit) }));
	}
	return facts;
}

/** Undefined: none can be opened now. */
export function summitOffer(live: Live): SummitOfferPart | undefined {
	const summit = summitIn(live);
	if (summit === undefined || !canOpen(live)) return undefined;
	return {
		parties: summit.parties.map(({ id, name, office, role }) => ({ id, name, office, role: role ?? null })),
		rounds: summit.rules.rounds,
		isAfterPlay: isAfterPlay(live)
	};
}

/** Null: an audience that is shown nothing of a summit. */
function audienceOf({ teams }: SummitState, feed: FeedKey): SummitAudience | null {
	switch (feed) {
		case 'facilitator':
		case 'evaluator':
		case 'stage':
		case 'observer':
			return { kind: feed };
		default: {
			if (!feed.startsWith('team:')) return null;
			const team = feed.slice('team:'.length);
			const parties = Object.keys(teams).filter((party) => teams[party] === team);
			return { kind: 'chairs', parties };
		}
	}
}

function saidTo({ exercise }: Live, state: SummitState, audience: SummitAudience): SummitPart['said'] {
	const entries = (exercise.room.state.negotiated ?? []) as readonly LoggedEvent[];
	return entries.flatMap((entry, at) => {
		// As it stands now: what was disclosed since is everybody's.
		const { event } = redactSummitEvent(state, entry, audience);
		return event === null || event.type === 'summitOpened' ? [] : [{ version: at + 1, event }];
	});
}

/** What was said of briefs where this audience heard it: in statements, and as reasons. */
function spokenWords(
	{ parties }: Summit,
	statements: SummitView['statements'],
	state: SummitState,
	said: SummitPart['said']
): SummitPart['spoken'] {
	const reasons = said.flatMap(({ event }): [string, Reason][] => {
		const by = speakerOf(event);
		return by !== null && 'because' in event && event.because !== null && typeof event.because === 'object'
			? [[by, event.because]]
			: [];
	});
	return Object.fromEntries(
		parties.map(({ id, redLines, offers }) => {
			const stated = statements[id] === undefined ? undefined : state.statements[id];
			const lines = [
				...(stated === undefined || stated.redLine === null ? [] : [stated.redLine]),
				...reasons.flatMap(([by, reason]) => (by === id && reason.kind === 'redLine' ? [reason.redLine] : []))
			];
			const given = stated === undefined || stated.offer === null ? [] : [stated.offer];
			return [
				id,
				{
					redLines: Object.fromEntries(lines.map((at) => [at, redLines[at]!.text])),
					offers: Object.fromEntries(given.map((at) => [at, offers[at]!]))
				}
			];
		})
	);
}

function ownWorth(summit: Summit, own: OwnView, { text }: SummitState): OwnWorth {
	const { brief: party, trust, walksAwayBelow } = own;
	const stake = ownStake(summit, { party, trust, walksAwayBelow });
	const { isYes, paidUsdMillion, crossed } = worthOf(stake, text);
	return { isYes, paidUsdMillion, crossed, ...mostFelt(stake, text) };
}

const NO_WEIGHTS: Readonly<Record<Outcome, number>> = {
	...{ hosts: 0, recovery: 0, services: 0, protection: 0 },
	...{ market: 0, money: 0, freedom: 0, standing: 0 }
};

/** Of others' briefs and of what measures are worth to them nothing is in it. */
function withoutBriefs(summit: Summit, own: readonly string[]): Summit {
	return {
		...summit,
		parties: summit.parties.map((party) => (own.includes(party.id) ? party : withoutBrief(party))),
		measures: summit.measures.map((measure) => ({
			...measure,
			grades: Object.fromEntries(Object.entries(measure.grades).filter(([id]) => own.includes(id)))
		}))
	};
}

function withoutBrief({ id, role, name, office, concedes: _, ...rest }: Party): Party {
	return {
		...rest,
		...{ id, ...(role !== undefined && { role }), name, office, concedes: 'steadily' },
		...{ brief: { en: '' }, weights: NO_WEIGHTS, walksAwayBelow: 0, budgetUsdMillion: 0 },
		...{ trusts: {}, redLines: [], offers: [], fears: [] }
	};
}

function citedFacts({ pack }: Live, { measures, history }: Summit): SummitFacts['facts'] {
	const cited = new Set([...measures, ...history].flatMap((one) => one.facts));
	return pack.scenario.facts.filter(({ id }) => cited.has(id)).map(({ readAt: _readAt, ...fact }) => fact);
}
