import { balanceOf } from '../../exercise/availability/budget.ts';
import { asPlanned } from '../../exercise/injects/plan.ts';
import type { Audience } from '../../exercise/project/audience.ts';
import { project, type Projection } from '../../exercise/project/project.ts';
import { nextStop } from '../../exercise/phases/rounds.ts';
import { entry, type RoomState } from '../../exercise/state.ts';
import type { Frame } from '../../sim/observe/frame.ts';
import type { MapSnapshot } from '../../sim/observe/map/map-snapshot.ts';
import { feedsOf, type FeedKey } from '../feed/audience-key.ts';
import { sentFrame } from '../feed/sent-frame.ts';
import { frameFor } from '../feed/frame-for.ts';
import { sampleOf } from '../feed/samples.ts';
import { sentSample, type SentSample } from '../feed/sent-sample.ts';
import { mapStepParts } from '../map/map-parts.ts';
import { progressOf } from '../progress.ts';
import type { Live } from './live.ts';
import { missedPart } from './rounds/missed.ts';
import { isTeamReady } from './people/bot-seats.ts';
import { comparisonPart } from './worlds/comparison.ts';
import type { FindingEntry, RoomParts, StepPart } from './parts.ts';
import { ballotPart, tallyPart } from './ballots/ballot-parts.ts';
import { isDeciding, isGettingReady } from './rounds/player-requests.ts';
import { conditionsPart, planPart } from './plan/plan-parts.ts';
import { cuePart, questionsPart } from './plan/cue-parts.ts';
import { isPresented } from './stage/presented.ts';
import { deskPart, mePart, teamEntries, teamPart } from './people/people-parts.ts';
import { headlines, ownWorldOnly, worldsSeen } from './worlds/sight-of-worlds.ts';
import { summitFacts, summitOffer, summitPart } from './summit/summit-parts.ts';
import { outagesParts } from './summit/outages-parts.ts';
import { lookedAt, planTexts, staffView } from './worlds/staff-worlds.ts';
import { clockWorld, isParallel, worldOf } from './worlds/worlds.ts';

/** Parts of a feed by key, as values. Undefined: there is none at present. */
export type Parts = { readonly [Key in keyof RoomParts]?: RoomParts[Key] | undefined };

/** A world as it is shown. */
export interface ShownWorld {
	readonly frame: Frame;
	/** Of its map; made when it is first asked for. */
	readonly picture: () => MapSnapshot;
	/** Whether time was passing when it was told. */
	readonly isMoving: boolean;
}

/** What everybody's clock shows while time passes. */
export interface Shown {
	/** The room at the minute that is shown: time is logged only when it stops. */
	readonly state: RoomState;
	/** By the world's id. */
	readonly worlds: ReadonlyMap<string, ShownWorld>;
}

/** Whoever shows how to join has the password of the Wi-Fi. */
const SHOWS_JOINING: readonly FeedKey[] = ['facilitator', 'stage', 'observer'];

/** Feeds of many, as opposed to those of one person. Of a world that no staff look at none is made for them. */
export function sharedFeeds(live: Live): FeedKey[] {
	const { people } = live;
	const teams = people.teams.map(({ id }) => `team:${id}` as const);
	const followed = people.all.map((person) => feedsOf(person)[0]!);
	const staff = isParallel(live) ? followed.filter((feed) => feed.startsWith('staff:')) : [];
	return ['facilitator', 'evaluator', 'stage', 'observer', 'phone', 'door', ...teams, ...new Set(staff)];
}

/** Whether time passes, and the minute that is shown. */
export function clockParts(live: Live, { worlds }: Shown): Parts {
	const shown = worlds.get(clockWorld(live));
	if (shown === undefined) return {};
	return { clock: { minute: shown.frame.minute, isMoving: live.exercise.isMoving } };
}

/** What changes with every picture of the world that an audience watches. */
export function worldParts(live: Live, feed: FeedKey, { worlds, state }: Shown): Parts {
	const world = watchedWorld(live, feed);
	const shown = world === null ? undefined : worlds.get(world);
	if (world === null || shown === undefined) return {};
	const roles = rolesOf(live, feed);
	const facts = live.factsOf(roles);
	return {
		frame: sentFrame(frameFor(shown.frame, facts), facts),
		...(feed === 'facilitator' && { conditions: conditionsPart(live, { worlds, state }) })
	};
}

/** Whether pages of an audience ever show a map. No screen of the staff draws one. */
export function hasMap(feed: FeedKey): boolean {
	return feed === 'stage' || feed === 'observer' || teamIdOf(feed) !== null;
}

/** The map of the world that an audience watches, for its pages that show one. */
export function mapParts(live: Live, feed: FeedKey, { worlds }: Shown): Parts {
	const world = watchedWorld(live, feed);
	const shown = world === null ? undefined : worlds.get(world);
	if (world === null || shown === undefined) return {};
	const teller = live.mapOf(rolesOf(live, feed), world);
	const { whole, steps } = teller.tell(shown.picture(), live.exercise.isMoving);
	return { mapFacts: teller.facts, mapWhole: whole, ...mapStepParts(steps) };
}

/** Points of every curve of the world that an audience watches. */
export function sampleParts(live: Live, feed: FeedKey, frames: readonly Frame[]): Parts {
	const facts = live.factsOf(rolesOf(live, feed));
	const samples: Record<`sample:${number}`, SentSample> = {};
	for (const frame of frames) samples[`sample:${frame.minute}`] = sentSample(sampleOf(frame, facts));
	return samples;
}

/** Everything else that an audience of many is shown. */
export function roomParts(live: Live, feed: FeedKey, shown: Shown): Parts {
	const all: Parts = {
		step: stepPart(live, shown),
		timer: live.timer.part,
		ready: readyPart(live),
		teams: teamEntries(live),
		ballot: ballotPart(live, feed),
		wifi: (SHOWS_JOINING.includes(feed) ? live.wifi.whole : live.wifi.named) ?? undefined
	};
	if (feed.startsWith('staff:')) return lookedAt(live, feed, shown);
	if (feed === 'phone')
		return {
			...all,
			headlines: headlines(live, shown),
			roomFinding: live.debriefings.roomFinding(live)
		};
	const audience = audienceOf(feed);
	if (audience === null) return all;
	const seen = worldsSeen(live, feed, shown.state);
	const projection = ownWorldOnly(live, feed, project(live.pack.exercise, seen, audience));
	const facts = live.factsOf(rolesOf(live, feed));
	const cards = live.reflections.all;
	const reflections = cards.length === 0 ? undefined : cards;
	const isStaff = feed === 'facilitator' || feed === 'evaluator';
	const told = isStaff ? staffView(live, projection) : projection;
	const withView: Parts = {
		...{ ...all, facts, view: viewPart(live, feed, told), reflections },
		summit: summitPart(live, feed),
		summitFacts: summitFacts(live, feed),
		...outagesParts(live)
	};
	const { areFindingsOpen, clickerMoves: _, ...shownOnStage } = live.stage.shown;
	const { code, audienceCode } = live.summary;
	const stagePart = { ...shownOnStage, code, audienceCode, isPresented: isPresented(live) };
	const findings = areFindingsOpen ? unnamed(live, live.debriefings.findings(live)) : undefined;
	const comparison = comparisonPart(live);
	switch (feed) {
		case 'facilitator':
			return {
				...withView,
				stage: stagePart,
				desk: deskPart(live),
				summitOffer: summitOffer(live),
				preflight: live.preflight.part(live.people),
				plan: planPart(live),
				injects: planTexts(live, shown),
				...(!isParallel(live) && lookedAt(live, feed, shown)),
				cue: cuePart(live, feed),
				questions: questionsPart(live),
				conditions: conditionsPart(live, shown),
				agenda: live.agenda.partAt(shown.state),
				tally: tallyPart(live),
				closing: live.closing.part,
				comparison,
				headlines: headlines(live, shown),
				findings: live.debriefings.findings(live)
			};
		case 'evaluator':
			return { ...withView, findings };
		case 'stage':
		case 'observer':
			return {
				...withView,
				stage: stagePart,
				...(feed === 'stage' && { cue: cuePart(live, feed) }),
				headlines: headlines(live, shown),
				findings,
				comparison
			};
		default: {
			const team = teamIdOf(feed)!;
			const view = { ...withView.view!, projection: withOwnRatings(live, team, projection) };
			return {
				...withView,
				view,
				timer: live.timer.partOf(team),
				team: teamPart(live, team, projection),
				pad: live.pads.of(team),
				closing: isTeamReady(live, team) ? undefined : live.closing.part,
				missed: missedPart(live, team),
				feedback: live.feedback.of(team),
				hotWash: live.debriefings.hotWashOf(team),
				findings
			};
		}
	}
}

/** What is one person's own. */
export function personParts(live: Live, person: string): Parts {
	return { me: mePart(live, person) };
}

function audienceOf(feed: FeedKey): Audience | null {
	switch (feed) {
		case 'facilitator':
		case 'evaluator':
		case 'stage':
		case 'observer':
		case 'phone':
			return { kind: feed };
		case 'door':
			return null;
		default: {
			const team = teamIdOf(feed);
			return team === null ? null : { kind: 'team', team };
		}
	}
}

function teamIdOf(feed: FeedKey): string | null {
	return feed.startsWith('team:') ? feed.slice('team:'.length) : null;
}

/** The world that is shown to an audience as it runs; null: phones and those without a team have the clock alone. */
export function watchedWorld(live: Live, feed: FeedKey): string | null {
	if (feed === 'phone' || feed === 'door') return null;
	// Where there are many worlds the staff choose which one they look at: see feedsOf.
	if (isParallel(live) && (feed === 'facilitator' || feed === 'evaluator')) return null;
	const team = teamIdOf(feed) ?? (feed.startsWith('staff:') ? feed.slice('staff:'.length) : '');
	return team === '' ? clockWorld(live) : worldOf(live, team);
}

/** The roles whose organisations and decisions an audience is shown: the staff see all. */
function rolesOf({ people, pack }: Live, feed: FeedKey): readonly string[] {
	if (feed === 'facilitator' || feed === 'evaluator' || feed.startsWith('staff:'))
		return pack.scenario.roles.map(({ id }) => id);
	const team = teamIdOf(feed);
	return team === null ? [] : (people.team(team)?.roles ?? []);
}

/** Teams in worlds of their own are numbers to each other until names are shown. */
function unnamed(live: Live, findings: readonly FindingEntry[]): readonly FindingEntry[] {
	const isNamed = !isParallel(live) || live.exercise.room.state.standing === 'names';
	return isNamed ? findings : findings.map((one) => ({ ...one, team: '', name: '' }));
}

function viewPart(live: Live, feed: FeedKey, projection: Projection): RoomParts['view'] {
	const { state } = live.exercise.room;
	const id = watchedWorld(live, feed) ?? clockWorld(live);
	const world = entry(state.worlds, id)!;
	const scenario = live.pack.exercise;
	const balances = rolesOf(live, feed).map((role) => {
		const { spentUsd, leftUsd, attentionLeft } = balanceOf(scenario, state, world, role);
		// No budget and no limit of attention are told as null: JSON has no infinity.
		return { role, spentUsd, leftUsd: leftUsd ?? null, attentionLeft: attentionLeft ?? null };
	});
	return { projection, progress: progressOf(live.exercise.room.view, id), balances };
}

/** A team rates itself with one voice: its ratings are all its members'. */
function withOwnRatings({ exercise }: Live, team: string, projection: Projection): Projection {
	const { ratings, seats } = exercise.room.state;
	const isOwn = (seat: string) => entry(seats, seat)?.team === team;
	return {
		...projection,
		ratings: ratings.filter(({ author }) => author.kind === 'seat' && isOwn(author.seat))
	};
}

function stepPart(live: Live, { state }: Shown): StepPart {
	const { scenario } = live.exercise.room.view;
	const { position, exercise } = state;
	const progress = progressOf(live.exercise.room.view, clockWorld(live));
	const inRound = progress.kind === 'deciding' || progress.kind === 'situation';
	const { startMinute } = live.pack.model.clock;
	return {
		phase: position.phase,
		step: position.step,
		round: inRound ? progress.round : (state.rounds.at(-1)?.round ?? null),
		rounds: inRound ? progress.rounds : null,
		nextStopMin:
			position.phase === 'preparation' || position.step !== null
				? nextStop(
						asPlanned(scenario, state),
						exercise?.cut ?? null,
						position.step === null ? -1 : live.exercise.shownMin(clockWorld(live))
					)
				: null,
		isPaused: position.clock === 'paused',
		pausedBecause: position.clock === 'paused' ? (live.pausedBecause ?? 'facilitator') : null,
		startMinute,
		horizonMin: scenario.horizonMin
	};
}

function readyPart(live: Live) {
	// Where an audience decides by votes, no team is waited for.
	const teams = isPresented(live) ? [] : live.people.teams;
	const ready =
		isDeciding(live) || isGettingReady(live) ? teams.filter(({ id }) => isTeamReady(live, id)).length : 0;
	return { ready, of: teams.length };
}
