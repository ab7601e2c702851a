import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { policiesOfSeats } from '../exercise/bots/roster.ts';
import type { BotProfile } from '../exercise/log/events.ts';
import { decisionOf } from '../exercise/scenario/scenario.ts';
import type { RoomState } from '../exercise/state.ts';
import { simEngine } from '../exercise/world/engine.ts';
import { asOfFormat1 } from '../exercise/testing/july-2024-format-1.ts';
import { Timeline } from '../exercise/world/timeline.ts';
import { packOf as readPack } from '../scenario/testing/pack.ts';
import { botSeats, openingSteps, type SeatSetup } from './opening.ts';
import type { Step } from './perform.ts';
import { playThrough, type Play } from './play-through.ts';
import { packOf } from './scenario-library.ts';
import { isOptional } from '../sim/optional-parameters.ts';
import { isDeep } from '../sim/testing/deep.ts';

/*
 * What plays came to before there was a room layer, when three machines conducted them: the same acts, and as many
 * rounds, come of the one conductor. State hashes, and when injects that wait for the world went out, were of the physics
 * of then. All of them in the deep run; one in five, of each kind, otherwise.
 */

interface Line {
	readonly kind: 'solo' | 'bots';
	readonly cut: string | null;
	readonly role: string;
	readonly tempers: Readonly<Record<string, BotProfile>>;
	readonly bot: BotProfile;
	readonly rounds: readonly number[];
	readonly acts: readonly [number, string][];
	readonly chosen: readonly [number, string][];
	readonly released: readonly [number, string][];
}

const SEED = 'differential';
const FILE = new URL('../exercise/testing/fixtures/plays-format-1.jsonl', import.meta.url);
const lines = readFileSync(FILE, 'utf8')
	.trim()
	.split('\n')
	.map((line) => JSON.parse(line) as Line);
const of = (kind: Line['kind']) =>
	lines.filter((line) => line.kind === kind).filter((_, n) => isDeep || n % 5 === 0);
const { scenario } = readPack('july-2024');
/** Without what a vendor may be wrong about, and without customers who take content first: nothing of it was there then. */
const settings = scenario.settings.filter(({ parameter }) => !isOptional(parameter));
const { exercise: today, model } = packOf({ ...scenario, settings });
const exercise = asOfFormat1(today);

function whatCameOf({ state }: Play) {
	const world = state.worlds.shared;
	return {
		acts: world.acts.map((act) => [act.atMin, act.kind === 'decision' ? act.decision : act.setting.parameter])
	};
}

function played(seats: readonly SeatSetup[], cut: string | null, people?: Step) {
	const timeline = new Timeline(simEngine(model, SEED), { snapshots: 0 });
	const opening = openingSteps(SEED, cut, seats);
	const ofSeats = Object.fromEntries(seats.map((seat) => [seat.seat, seat])) as RoomState['seats'];
	const policies = policiesOfSeats(exercise, ofSeats);
	const conducting = { policiesIn: () => policies, waitsForPeople: people !== undefined };
	const play = playThrough(exercise, { opening, conducting, timeline, ...(people && { people }) });
	return { play, ...whatCameOf(play) };
}

describe('bots alone play as they did', () => {
	test.each(of('bots'))('$bot, cut $cut', ({ bot, cut, acts }) => {
		const { play, ...came } = played(botSeats(exercise, bot), cut);
		expect(came).toEqual({ acts });
		expect(play.refusals).toEqual([]);
	});
});

describe('a person beside bots plays as they did', () => {
	test.each(of('solo'))('$role, cut $cut', (line) => {
		const seats = exercise.roles.map(({ id }): SeatSetup => {
			const isMine = line.role === 'table' || id === line.role;
			return {
				seat: id,
				role: id,
				team: isMine ? line.role : id,
				bot: isMine ? null : (line.tempers[id] ?? 'record')
			};
		});
		const people: Step = ({ state }) => {
			const isOpen = state.rounds.at(-1)?.atMin === state.worlds.shared.minute;
			const then = isOpen ? line.rounds[state.rounds.length - 1] : undefined;
			return line.chosen
				.filter(([minute]) => minute === (state.position.phase === 'preparation' ? -1 : then))
				.map(([, decision]) => ({
					by: { kind: 'seat', seat: decisionOf(exercise, decision)!.role },
					body: {
						type: 'commitDecision',
						payload: { world: 'shared', decision, rationale: null, confidencePct: null }
					}
				}));
		};
		const { play, ...came } = played(seats, line.cut, people);
		const today = (minute: number) => play.state.rounds[line.rounds.indexOf(minute)]?.atMin ?? minute;
		const acts = line.acts.map(([minute, what]) => [today(minute), what]);
		expect(play.state.rounds.map(({ round }) => round)).toEqual(line.rounds.map((_, index) => index + 1));
		expect(came).toEqual({ acts });
	});
});
