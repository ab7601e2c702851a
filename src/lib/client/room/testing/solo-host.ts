import type { BotCommand, Policy } from '../../../exercise/bots/policy.ts';
import { noneBot } from '../../../exercise/bots/none.ts';
import { worldOfTeam } from '../../../exercise/commands/create-exercise.ts';
import { simEngine } from '../../../exercise/world/engine.ts';
import { MemoryLogStore } from '../../../room/store/memory-log-store.ts';
import type { StoreFaultCode } from '../../../room/store/log-store.ts';
import type { ClaimChannel } from '../../runs/run-claims.ts';
import { keptRuns, type RunStore } from '../../runs/run-summary.ts';
import type { Pack } from '../../../room/scenario-library.ts';
import type { RequestAnswer } from '../../../room/protocol/refusals.ts';
import { moveFrom } from '../../../exercise/state.ts';
import { soloRefusalText } from '../../../text/solo-text.ts';
import type { RoomMessage } from '../messages.ts';
import type { NewRun } from '../open-room.ts';
import { readSoloRequest, type SoloBody } from '../requests.ts';
import { sentencesIn } from './sentences.ts';
import { OFFERED_BOTS, type ScenarioSummary } from '../../../room/facts/scenario-summary.ts';
import { RoomHost, type Scenarios } from '../room-host.ts';
import type { RunMany } from '../../../room/debriefing.ts';
import { keptInMemory } from '../../../room/replay/testing/kept-in-memory.ts';
import type { KeptWorlds, RunWorlds } from '../../../room/replay/play-runs.ts';
import { FakeClock } from '../../../room/testing/fake-clock.ts';
import { playedPack } from '../../../room/testing/played-pack.ts';

export { runsOf } from '../../../room/testing/runs.ts';

export const PACK = playedPack();

const BOT_TEXTS = Object.fromEntries(
	OFFERED_BOTS.map((profile) => [profile, { en: `Plays ${profile}.` }])
) as ScenarioSummary['botTexts'];

export const NEW_RUN: NewRun = {
	scenarioId: PACK.scenario.id,
	role: 'hospital',
	cut: 'short',
	seed: 'a seed',
	bots: { vendor: 'record' }
};

/** Who plays alone plays in the world that all share. */
const WORLD = worldOfTeam('shared', 'anybody');

/** Takes one decision at one minute, in the middle of everybody's stretch. */
export function takes(role: string, decision: string, atMin: number): Policy {
	const commands: BotCommand[] = [
		{
			by: { kind: 'seat', seat: role },
			body: {
				type: 'commitDecision',
				payload: { world: WORLD, decision, rationale: null, confidencePct: null }
			}
		}
	];
	return {
		...noneBot,
		acts: (_room, { sinceMin, minute }) => (sinceMin < atMin && atMin <= minute ? commands : []),
		nextMin: (_room, minute) => (minute < atMin ? atMin : null)
	};
}

interface Options {
	readonly store?: RunStore;
	readonly fault?: StoreFaultCode | null;
	readonly channel?: ClaimChannel;
	readonly pack?: Pack;
	/** Left out: the pack alone. */
	readonly scenarios?: Scenarios;
	/** What runs worlds beside the one that is played; left out: nothing does, and nothing comes of it. */
	readonly runMany?: RunMany;
	/** What runs worlds of a play that is taken apart; left out: nothing does. */
	readonly runWorlds?: RunWorlds;
	/** Worlds of earlier looks at a play. */
	readonly kept?: KeptWorlds;
}

/** What a page asks; where an exercise goes on from is where it stands. */
export type Asked = Exclude<SoloBody, { type: 'goOn' }> | { readonly type: 'goOn' };

export const commit = (
	decision: string,
	rationale: string | null = null,
	confidencePct: number | null = null
) =>
	({
		type: 'command',
		body: { type: 'commitDecision', payload: { decision, rationale, confidencePct } }
	}) as const;
export const withdraw = (decision: string) =>
	({ type: 'command', body: { type: 'withdrawDecision', payload: { decision } } }) as const;

/** A host with time by hand and everything that it said. */
export function openHost({
	store = new MemoryLogStore(),
	fault = null,
	channel = null,
	pack = PACK,
	scenarios,
	runMany = NEVER,
	runWorlds = NEVER,
	kept = keptInMemory()
}: Options = {}) {
	const wall = new FakeClock();
	const messages: RoomMessage[] = [];
	const answers: RequestAnswer[] = [];
	const sentences: string[] = [];
	let [ids, asked] = [0, 0];
	const host = new RoomHost(
		scenarios ?? {
			bring: () => Promise.resolve(),
			byId: (id) => (id === pack.scenario.id ? pack : undefined),
			ofLog: (id) => (id === pack.scenario.id ? pack : undefined)
		},
		BOT_TEXTS,
		{
			clock: wall,
			dateMs: () => 1_700_000_000_000 + wall.nowMs(),
			newId: () => `id-${++idsEver}-${++ids}`,
			openStore: () => Promise.resolve({ store, fault }),
			channel,
			runMany,
			runWorlds,
			ensembleOf: () => Promise.resolve([]),
			effort: { luckSeeds: 2, firstBotPlays: 7, botPlays: 9 },
			openKeptWorlds: () => Promise.resolve(kept),
			engineOf: (one, seed) => simEngine(one.model, seed),
			policiesOf: (_scenario, seats) =>
				seats.vendor?.bot === 'record' ? [takes('vendor', 'roll-back', 40)] : []
		},
		(one) => {
			sentences.push(...sentencesIn(one));
			messages.push(one);
		}
	);
	const latest = <Type extends RoomMessage['type']>(type: Type) =>
		messages.findLast((one) => one.type === type) as Extract<RoomMessage, { type: Type }> | undefined;
	/** Sees a request through, and whatever time that takes where nothing is shown slowly. */
	const ask = async (body: Asked, ms = 100): Promise<RequestAnswer> => {
		const from = moveFrom(latest('room')?.projection ?? { position: LOBBY, rounds: [] });
		const request = { id: `p${++asked}`, ...(body.type === 'goOn' ? { ...body, from } : body) };
		// As the worker does: what its list does not hold never arrives.
		const read = readSoloRequest(request);
		if (read === null) throw new Error(`no request that a room knows: ${JSON.stringify(request)}`);
		const seen = host.answer(read);
		await wall.pass(ms);
		answers.push(await seen);
		// R161: words are made where the reader's language is known.
		if (sentences.length > 0) throw new Error(`a sentence crossed: ${sentences[0]}`);
		return answers.at(-1)!;
	};
	return {
		wall,
		messages,
		host,
		store,
		latest,
		ask,
		/** What the person was told last of what was refused; null: nothing was. */
		refusal: () => {
			const refused = answers.findLast((one) => one.kind === 'refused');
			return refused === undefined ? null : soloRefusalText(refused.refusal);
		},
		progress: () => latest('room')!.progress,
		view: () => latest('room')!.projection.worlds[WORLD]!,
		minute: () => latest('frames')!.frames.at(-1)!.minute,
		/** The runs on this device, as a list shows them. */
		runs: async () => keptRuns(await store.list()),
		runId: () => latest('opened')!.facts.runId,
		/** Opens a new run at its first round, as fast as it goes. */
		async toFirstRound(run: Partial<NewRun> = {}) {
			await ask({ type: 'setPace', stepsPerSecond: null });
			await ask({ type: 'open', what: { kind: 'new', run: { ...NEW_RUN, ...run } } });
			for (let i = 0; i < 3 && latest('room')!.progress.kind !== 'deciding'; i++) await ask({ type: 'goOn' });
		},
		/** Lets time pass until something holds. */
		async until(holds: () => boolean) {
			for (let i = 0; i < 1000 && !holds(); i++) await wall.pass(10);
			if (!holds()) throw new Error('it never came to hold');
		},
		async log() {
			await ask({ type: 'saveLog' });
			return latest('log')!.text;
		}
	};
}

const LOBBY = { phase: 'lobby', step: null, clock: 'running' } as const;

let idsEver = 0;

const NEVER = () => new Promise<never>(() => {});
