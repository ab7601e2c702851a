import type { RequestBody } from '../protocol/requests.ts';
import { openLiveRoom } from './live-room.ts';

export type Opened = Awaited<ReturnType<typeof openLiveRoom>>;

/** A room with a facilitator (p1), two people in the ward (p2 leads, p3) and one of the makers (p4). */
export async function filled(): Promise<Opened> {
	const room = await openLiveRoom();
	await room.join('facilitator', 'Fay');
	await room.join('player', 'Ana', 'ward');
	await room.join('player', 'Ben', 'ward');
	await room.join('player', 'Mo', 'makers');
	for (const id of ['p1', 'p2', 'p3', 'p4']) room.room.presence(id, true);
	await room.clock.pass(300);
	return room;
}

/** On to the first round's open decisions. */
export async function deciding(): Promise<Opened> {
	const room = await filled();
	await room.ask('p1', { type: 'setPace', stepsPerSecond: null });
	for (let n = 0; n < 8 && room.step().step !== 'decide'; n++) {
		await room.goOn('p1');
		await room.until(() => room.step().step !== 'advance');
	}
	return room;
}

export const commit = (decision: string, rationale: string | null = null): RequestBody => ({
	type: 'command',
	body: {
		type: 'commitDecision',
		payload: { world: 'shared', decision, rationale, confidencePct: 80 }
	}
});

export const codeOf = (answer: Awaited<ReturnType<Opened['ask']>>) =>
	answer.kind === 'refused' ? answer.refusal.code : answer.kind;
