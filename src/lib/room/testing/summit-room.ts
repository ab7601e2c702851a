import { packOf } from '../../scenario/testing/pack.ts';
import { negotiationRules } from '../../summit/log/negotiated.ts';
import type { SummitCommandType, SummitCommands } from '../../summit/commands/decide.ts';
import { summitOf } from '../../summit/testing/worked-examples.ts';
import { BOT_EVERY_MS } from '../live/summit/summit-bots.ts';
import type { RoomSummary } from '../live/live-room-contract.ts';
import { MemoryLogStore } from '../store/memory-log-store.ts';
import type { RequestAnswer } from '../protocol/refusals.ts';
import { openLiveRoom, type LiveRoomOptions } from './live-room.ts';
import { playedPack } from './played-pack.ts';

/** The small scenario with the summit of July 2024 after it. */
function packWithSummit() {
	const pack = playedPack();
	const summit = summitOf('july-2024');
	const { record, facts } = packOf('july-2024').scenario;
	return {
		...pack,
		scenario: { ...pack.scenario, summit, record, facts },
		exercise: { ...pack.exercise, negotiation: negotiationRules(summit) }
	};
}
const PACK = packWithSummit();

/** Which chairs the two teams hold. */
export const TEAMS = { 'security-vendor': 'makers', 'hospital-network': 'ward', airline: 'ward' };

export type SummitRoomOfPeople = Awaited<ReturnType<typeof summitRoom>>;

/**
 * A room with a facilitator (p1), two people in the ward (p2 leads, p3), one of the makers (p4), an evaluator (p5), phones
 * (p6 to p8), a stage and an observer, that begins at the summit.
 */
export async function summitRoom(
	store = new MemoryLogStore<RoomSummary>(),
	options: Pick<LiveRoomOptions, 'runShocks' | 'watchShocks'> = {}
) {
	const room = await openLiveRoom(store, { pack: PACK, ...options });
	if (room.room.people().length === 0) {
		await room.join('facilitator', 'Fay');
		await room.join('player', 'Ana', 'ward');
		await room.join('player', 'Ben', 'ward');
		await room.join('player', 'Mo', 'makers');
		await room.join('evaluator', 'Eve');
		for (let n = 0; n < 3; n++) await room.join('phone', '');
		await room.join('stage', '');
		await room.join('observer', '');
	}
	for (const { id } of room.room.people()) room.room.presence(id, true);
	await room.clock.pass(300);
	const view = () => room.part('facilitator', 'summit')!.view;
	const ask = <Type extends SummitCommandType>(
		person: string,
		party: string | null,
		type: Type,
		payload: SummitCommands[Type]
	): Promise<RequestAnswer> => room.ask(person, { type: 'negotiate', party, body: { type, payload } });
	return {
		...room,
		view,
		summit: PACK.scenario.summit,
		scenario: PACK.scenario,
		exercise: PACK.exercise,
		open: (teams: Readonly<Record<string, string>> = TEAMS, rounds: number | null = 2) =>
			room.ask('p1', { type: 'openSummit', teams, rounds }),
		lead: <Type extends SummitCommandType>(type: Type, payload: SummitCommands[Type]) =>
			ask('p1', null, type, payload),
		say: ask,
		/** Lets bots speak until they have nothing to say. */
		async quiet() {
			for (let n = 0; n < 600; n++) {
				await room.clock.pass(BOT_EVERY_MS);
				if (!room.part('facilitator', 'summit')!.areBotsSpeaking) return;
			}
			throw new Error('bots did not come to an end');
		}
	};
}
