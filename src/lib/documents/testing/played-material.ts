import type { RoomEvent } from '../../exercise/log/events.ts';
import { openLiveRoom, PARALLEL, SUMMARY } from '../../room/testing/live-room.ts';
import { playedPack } from '../../room/testing/played-pack.ts';
import { MemoryLogStore } from '../../room/store/memory-log-store.ts';
import type { RequestBody } from '../../room/protocol/requests.ts';
import type { Material } from '../material/material.ts';
import { readExercise } from '../material/read-exercise.ts';
import { runWorlds } from '../material/run-worlds.ts';

/** What everybody writes in a room: set apart so that a test can look for it. */
export const SAID = {
	observation: 'OBSERVED-they-waited',
	note: 'NOTED-by-evaluator',
	facilitatorNote: 'NOTED-by-facilitator',
	ownNote: 'NOTED-by-player',
	reason: 'REASON-of-the-lead'
};

/** A room of two teams (in worlds of their own: three) played to its hot wash, with marks, notes and a reason. */
export async function playedLog(
	ways: 'shared' | 'parallel',
	said: typeof SAID = SAID
): Promise<readonly RoomEvent[]> {
	const isParallel = ways === 'parallel';
	const room = await openLiveRoom(new MemoryLogStore(), { summary: isParallel ? PARALLEL : SUMMARY });
	const team = isParallel ? 'one' : 'makers';
	await room.join('facilitator', 'Fay');
	await room.join('evaluator', 'Eve', team);
	await room.join('player', 'Ana', team);
	for (const id of ['p1', 'p2', 'p3']) room.room.presence(id, true);
	await room.clock.pass(300);
	await room.ask('p1', { type: 'setPace', stepsPerSecond: null });
	const seen = { world: isParallel ? team : 'shared', minute: 20, inject: null, team, task: 'early' };
	const send = async (person: string, type: string, payload: object) => {
		const answer = await room.ask(person, { type: 'command', body: { type, payload } } as RequestBody);
		if (answer.kind !== 'accepted') throw new Error(`${type}: ${JSON.stringify(answer)}`);
	};
	for (let n = 0; n < 60 && room.step().phase !== 'hotWash'; n++) {
		if (room.step().step === 'decide' && room.step().round === 1) {
			const decision = isParallel ? 'paper' : 'roll-back';
			await send('p3', 'commitDecision', { decision, rationale: said.reason, confidencePct: 73 });
			await send('p2', 'rate', { team, subject: 'early', mark: 'M', observation: said.observation, seen });
			await send('p2', 'note', { text: said.note, seen });
			await send('p1', 'note', { text: said.facilitatorNote, seen });
		}
		await room.goOn('p1');
		await room.until(() => room.step().step !== 'advance');
	}
	// As a player alone, or an earlier version, would have written it.
	const own: RoomEvent = {
		...{ type: 'noted', command: 'own.1', text: said.ownNote, seen },
		author: { kind: 'seat', seat: isParallel ? `${team}.hospital` : 'vendor' }
	};
	return [...(await room.log()), own];
}

/** The same, read for its documents. */
export async function playedMaterial(
	ways: 'shared' | 'parallel',
	said: typeof SAID = SAID
): Promise<Material> {
	const log = { events: await playedLog(ways, said) };
	const pack = playedPack();
	return readExercise(pack, log, runWorlds(pack, log));
}
