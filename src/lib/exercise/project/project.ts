import type { BudgetBalance } from '../availability/budget.ts';
import type { DecisionStanding } from '../availability/standing.ts';
import { injectsAhead, injectsSeen } from '../injects/injects.ts';
import { withPublicActs } from '../injects/public-acts.ts';
import type { PhasePosition } from '../phases/phases.ts';
import type { ExerciseInject, ExerciseScenario } from '../scenario/scenario.ts';
import type {
	DecisionAct,
	Note,
	OpenedRound,
	PlannedInject,
	Rating,
	ReleasedInject,
	RoomState,
	Seat,
	SettingAct,
	WorldState
} from '../state.ts';
import type { Part, Ways } from '../log/events.ts';
import type { Audience } from './audience.ts';
import { ballotView, type BallotView } from './ballot-view.ts';
import { askedSeen, balancesOf, ownWorldOf, standingsOf } from './own-role.ts';
import * as sights from './sight.ts';

/** A room as one audience sees it. What an audience may not see is not in it: lists are shorter, fields are null. */
export interface Projection {
	readonly audience: Audience['kind'];
	readonly version: number;
	readonly scenarioId: string | null;
	readonly ways: Ways | null;
	/** The length in which it is played; null: none was chosen. */
	readonly cut: string | null;
	readonly seed: string | null;
	readonly position: PhasePosition;
	/** The rounds that have been opened, in their order. */
	readonly rounds: readonly OpenedRound[];
	readonly seats: Readonly<Record<string, Seat>>;
	/** The world in which this audience acts; null: it acts in none. */
	readonly ownWorld: string | null;
	readonly worlds: Readonly<Record<string, WorldView>>;
	/** What has been changed of when injects go out and what they say: for the staff. */
	readonly plan: readonly PlannedInject[];
	readonly ballots: readonly BallotView[];
	readonly ratings: readonly Rating[];
	readonly notes: readonly Note[];
	readonly reveals: readonly Part[];
}

export interface WorldView extends Pick<WorldState, 'team' | 'fork' | 'minute'> {
	/** Whether this audience may watch the world run. */
	readonly watched: boolean;
	readonly decisions: readonly DecisionView[];
	/** Where each decision of the audience's roles stands; for the staff, each of the scenario. */
	readonly standings: Readonly<Record<string, DecisionStanding>>;
	/** What the audience's roles are asked to agree to; for the staff, all that waits for agreement. */
	readonly asked: readonly DecisionView[];
	/** What each of the audience's roles has left; for the staff, each of the scenario. */
	readonly balances: Readonly<Record<string, BudgetBalance>>;
	readonly injects: readonly Omit<ReleasedInject, 'part'>[];
	/** Levers set by hand: for the staff. */
	readonly settings: readonly SettingAct[];
	/** Injects that have not been released: for the staff. */
	readonly ahead: readonly ExerciseInject[];
}

export type DecisionView = Pick<DecisionAct, 'seat' | 'decision' | 'atMin' | 'rationale' | 'confidencePct'>;

/** What `audience` is shown of a room. */
export function project(scenario: ExerciseScenario, state: RoomState, audience: Audience): Projection {
	const sight = sights.sightOf(state, audience);
	const { exercise } = state;
	const worlds = Object.entries(state.worlds).map(([id, world]) => {
		return [id, worldView(scenario, state, sight, id, world)] as const;
	});
	return {
		audience: audience.kind,
		version: state.version,
		scenarioId: exercise?.scenarioId ?? null,
		ways: exercise?.ways ?? null,
		cut: exercise?.cut ?? null,
		seed: sight.facilitator ? (exercise?.seed ?? null) : null,
		position: state.position,
		rounds: state.rounds,
		seats: seatsSeen(sight, state.seats),
		ownWorld: ownWorldOf(state, sight.team),
		worlds: Object.fromEntries(worlds),
		plan: sight.staff ? Object.values(state.plan) : [],
		ballots: state.ballots
			.filter((ballot) => sights.seesBallot(sight, ballot))
			.map((ballot) => ballotView(sight, ballot)),
		ratings: state.ratings.filter((rating) => sights.seesRating(sight, rating)),
		notes: state.notes.filter((note) => sights.seesNote(sight, note)),
		reveals: state.reveals
	};
}

function seatsSeen(sight: sights.Sight, seats: RoomState['seats']): RoomState['seats'] {
	return Object.fromEntries(
		Object.entries(seats).map(([id, seat]) => {
			if (seat.standIn === undefined || sights.seesStandIn(sight, seat.team)) return [id, seat];
			const { standIn: _standIn, ...others } = seat;
			return [id, others];
		})
	);
}

function worldView(
	scenario: ExerciseScenario,
	state: RoomState,
	sight: sights.Sight,
	id: string,
	world: WorldState
): WorldView {
	const { team, fork, minute, acts } = world;
	return {
		team,
		fork,
		minute,
		watched: sights.seesWorld(sight, world),
		decisions: acts
			.filter((act) => act.kind === 'decision')
			.filter((act) => sights.seesDecision(sight, state, world, act))
			.map((act) => decisionView(sight, act)),
		standings: standingsOf(scenario, state, sight, id),
		asked: askedSeen(scenario, state, sight, id).map((one) => decisionView(sight, one)),
		balances: balancesOf(scenario, state, sight, world),
		injects: withPublicActs(injectsSeen(scenario, state, world), scenario, world)
			.filter((inject) => sights.seesInject(sight, world, inject))
			.map(({ part: _part, ...inject }) => inject),
		settings: sight.staff ? acts.filter((act) => act.kind === 'setting') : [],
		ahead: sight.staff ? injectsAhead(scenario, state, world) : []
	};
}

function decisionView(sight: sights.Sight, act: Omit<DecisionAct, 'kind' | 'part'>): DecisionView {
	const { seat, decision, atMin, rationale, confidencePct } = act;
	return {
		seat,
		decision,
		atMin,
		rationale,
		confidencePct: sights.seesConfidence(sight, seat) ? confidencePct : null
	};
}
