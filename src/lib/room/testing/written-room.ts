import { expect } from 'vitest';
import type { RequestBody } from '../protocol/requests.ts';
import { MemoryLogStore } from '../store/memory-log-store.ts';
import { openLiveRoom, PARALLEL, SUMMARY } from './live-room.ts';
import { playedPack } from './played-pack.ts';

/* A room in which everybody has written something of their own wherever people can write. */

/** The small scenario with a decision of the ward's that the makers have to agree to. */
export const PACK = playedPack((text) =>
	text.replace(
		'\ninjects:\n',
		`
  - id: divert
    role: hospital
    confirmedBy: vendor
    phase: incident
    title: { en: Divert }
    text: { en: Patients go elsewhere. }
    effects: [{ set: service.shedShare, scope: own, value: 0.1 }]
injects:
`
	)
);

export type Opened = Awaited<ReturnType<typeof openLiveRoom>>;

export const WAYS = {
	shared: { summary: SUMMARY, own: 'ward', other: 'makers', world: 'shared' },
	parallel: { summary: PARALLEL, own: 'one', other: 'two', world: 'one' }
} as const;
type Way = (typeof WAYS)[keyof typeof WAYS];

/** Who they are, by the order in which they come. */
export const [FAY, ANA, BEN, MO, EVE] = ['p1', 'p2', 'p3', 'p4', 'p5'] as const;
const PHONES = ['p6', 'p7', 'p8', 'p9', 'p10'];

const command = (type: string, payload: Record<string, unknown>): RequestBody => ({
	type: 'command',
	body: { type, payload }
});
const message = (secret: string, to: readonly string[] | null) => ({
	...{ channel: 'ticket', from: secret, to },
	...{ title: { en: secret }, body: { en: secret } }
});
const commit = (decision: string, rationale: string) =>
	command('commitDecision', { decision, rationale, confidencePct: 73 });

/** Asks for something that has to be done. */
export async function done(room: Opened, person: string, body: RequestBody): Promise<void> {
	expect(await room.ask(person, body), JSON.stringify(body)).toMatchObject({ kind: 'accepted' });
}

/** Goes on from step to step until something holds. */
export async function onTo(room: Opened, holds: () => boolean): Promise<void> {
	for (let n = 0; n < 30 && !holds(); n++) {
		await room.goOn(FAY);
		await room.until(() => room.step().step !== 'advance');
	}
	if (!holds()) throw new Error('it never came to hold');
}

/** Plays until all has been written that can be, in the first round. */
export async function written({ summary, own, other, world }: Way): Promise<Opened> {
	const showMap = [
		...summary.setup.teams.map(({ id }) => `team:${id}` as const),
		...(['stage', 'observer'] as const)
	];
	const room = await openLiveRoom(new MemoryLogStore(), { summary, pack: PACK, showMap });
	await room.join('facilitator', 'Fay');
	await room.join('player', 'SECRET-ana', own);
	await room.join('player', 'SECRET-ben', own);
	await room.join('player', 'SECRET-mo', other);
	await room.join('evaluator', 'SECRET-eve');
	for (let n = 0; n < PHONES.length; n++) await room.join('phone', '');
	await room.join('stage', '');
	await room.join('observer', '');
	for (const { id } of room.room.people()) room.room.presence(id, true);
	await room.clock.pass(300);
	await done(room, FAY, { type: 'setPace', stepsPerSecond: null });
	await done(room, ANA, { type: 'writePad', text: 'SECRET-pad', base: 0 });
	await onTo(room, () => room.step().step === 'decide');
	// A step is taken back, and taken again.
	await done(room, FAY, { type: 'undo', of: room.part('facilitator', 'plan')!.undo!.of });
	await onTo(room, () => room.step().step === 'decide');
	await done(room, FAY, command('allowStanding', { shows: 'progress' }));
	await done(room, FAY, { type: 'pause' });
	await done(room, FAY, { type: 'resume' });
	await done(room, FAY, { type: 'takeOverByBot', team: other, role: null, bot: 'none' });
	await done(room, FAY, { type: 'giveBack', team: other, role: null });

	await done(room, BEN, { type: 'advise', decision: 'paper', confidencePct: 70, rationale: 'SECRET-advice' });
	await done(room, ANA, commit('paper', 'SECRET-reason'));
	await done(
		room,
		ANA,
		command('amendDecision', { decision: 'paper', rationale: 'SECRET-amended', confidencePct: 64 })
	);
	await done(room, ANA, command('withdrawDecision', { decision: 'paper' }));
	await done(room, ANA, commit('paper', 'SECRET-again'));
	// Where each team plays alone, it is agreed to by nobody: the makers are its own bot.
	await done(room, ANA, commit('divert', 'SECRET-asked'));
	await room.clock.pass(500);
	if (summary === SUMMARY)
		await done(room, MO, command('confirmDecision', { decision: 'divert', agrees: false }));
	await done(room, EVE, command('note', { text: 'SECRET-evaluator-note' }));
	await done(room, FAY, command('note', { text: 'SECRET-facilitator-note' }));
	await done(
		room,
		EVE,
		command('rate', { team: own, subject: 'early', mark: 'S', observation: 'SECRET-rating' })
	);
	const parameter = { parameter: 'repair.script', scope: { kind: 'world' }, value: 1 };
	await done(room, FAY, command('makeSetting', { world, setting: parameter }));
	await done(
		room,
		FAY,
		command('writeInject', {
			inject: 'later',
			text: message('SECRET-planned', null),
			atMin: null,
			corrects: null
		})
	);
	await done(
		room,
		FAY,
		command('writeInject', {
			inject: 'one-role',
			text: message('SECRET-one-role', ['hospital']),
			atMin: null,
			corrects: null
		})
	);
	await done(
		room,
		FAY,
		command('writeInject', {
			inject: 'public',
			text: message('SECRET-public', null),
			atMin: null,
			corrects: null
		})
	);
	for (const inject of ['one-role', 'public'])
		await done(room, FAY, { type: 'releaseInject', inject, revision: 1, landsMin: null });

	const options = ['SECRET-option', 'Other'].map((text) => ({ text, decision: null }));
	await done(room, FAY, { type: 'openBallot', question: 'SECRET-question', options, to: own, seconds: null });
	const ballot = room.part('facilitator', 'ballot')!.id;
	await done(room, BEN, { type: 'vote', ballot, option: 0 });
	await done(room, FAY, { type: 'closeBallot', ballot });
	await done(room, FAY, { type: 'revealBallot', ballot, winner: null, binds: false });
	await done(room, FAY, { type: 'putBallotAway', ballot });
	await room.clock.pass(500);
	return room;
}
