import { describe, expect, test } from 'vitest';
import { EVENT_TYPES } from '../../exercise/log/events.ts';
import type { FeedKey } from '../feed/audience-key.ts';
import type { RequestBody } from '../protocol/requests.ts';
import { MemoryLogStore } from '../store/memory-log-store.ts';
import { openLiveRoom, PARALLEL, SUMMARY } from '../testing/live-room.ts';
import { playedPack } from '../testing/played-pack.ts';

/*
 * Every kind of event and every kind of audience, in both ways of playing: somebody writes something of their own
 * wherever people can write, and everything that ever went out is searched for it.
 */

/** The small scenario with a decision of the ward's that the makers have to agree to. */
const PACK = playedPack((text) =>
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

type Opened = Awaited<ReturnType<typeof openLiveRoom>>;

const STAFF: readonly FeedKey[] = ['facilitator', 'evaluator'];
const WAYS = {
	shared: { summary: SUMMARY, own: 'ward', other: 'makers', world: 'shared' },
	parallel: { summary: PARALLEL, own: 'one', other: 'two', world: 'one' }
} as const;
type Way = (typeof WAYS)[keyof typeof WAYS];

/** Who they are, by the order in which they come. */
const [FAY, ANA, BEN, MO, EVE] = ['p1', 'p2', 'p3', 'p4', 'p5'] as const;
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
async function done(room: Opened, person: string, body: RequestBody): Promise<void> {
	expect(await room.ask(person, body), JSON.stringify(body)).toMatchObject({ kind: 'accepted' });
}

async function onTo(room: Opened, holds: () => boolean): Promise<void> {
	for (let n = 0; n < 30 && !holds(); n++) {
		await room.goOn(FAY);
		await room.until(() => room.step().step !== 'advance');
	}
	if (!holds()) throw new Error('it never came to hold');
}

/** The feeds to which anything with this text ever went. */
const toldTo = ({ sent }: Opened, secret: string) =>
	[...new Set([...sent].flatMap(([feed, text]) => (text.includes(secret) ? heardBy(feed) : [])))].sort();

/** What the staff's page shows of one world is heard by all of them. */
const heardBy = (feed: FeedKey): readonly FeedKey[] =>
	feed.startsWith('staff:') ? ['facilitator', 'evaluator'] : [feed];

/** Plays until all has been written that can be, in the first round. */
async function written({ summary, own, other, world }: Way): Promise<Opened> {
	const room = await openLiveRoom(new MemoryLogStore(), { summary, pack: PACK });
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

describe.each(Object.entries(WAYS))(
	'R211: what is sent in a room where the way of playing is %s',
	(_name, way) => {
		const { own, other } = way;
		const team: FeedKey = `team:${own}`;
		/** Whoever plays the role that something was written for. */
		const ward: readonly FeedKey[] =
			way === WAYS.parallel ? ['one', 'two', 'three'].map((id) => `team:${id}` as const) : [team];
		const everybody: readonly FeedKey[] = [
			...STAFF,
			...way.summary.setup.teams.map(({ id }) => `team:${id}` as const),
			...(['stage', 'observer'] as const)
		];

		test('is what its audience may see, of every kind of event', async () => {
			const room = await written(way);
			const types = new Set((await room.log()).map(({ type }) => type));
			const expected: Readonly<Record<string, readonly FeedKey[]>> = {
				'SECRET-pad': [team],
				'SECRET-advice': [`person:${BEN}`],
				'SECRET-reason': [...STAFF, team],
				'SECRET-amended': [...STAFF, team],
				'SECRET-again': [...STAFF, team],
				// Who is asked reads why; who asks knows it.
				'SECRET-asked': [...STAFF, way === WAYS.parallel ? team : `team:${other}`],
				'SECRET-evaluator-note': STAFF,
				'SECRET-facilitator-note': ['facilitator'],
				'SECRET-rating': STAFF,
				'SECRET-planned': STAFF,
				'SECRET-one-role': [...STAFF, ...ward],
				'SECRET-public': [...everybody, 'phone'],
				'SECRET-question': [...STAFF, team],
				'repair.script': STAFF,
				'a seed': ['facilitator']
			};
			for (const [secret, feeds] of Object.entries(expected))
				expect(toldTo(room, secret), secret).toEqual([...feeds].sort());
			expect(toldTo(room, 'SECRET-ben')).not.toContain(`team:${other}`);
			// What is sent of a summit stands in summit.test.ts: this scenario has none.
			const asked = way === WAYS.parallel ? ['decisionAsked', 'decisionDeclined'] : [];
			expect(EVENT_TYPES.filter((type) => !types.has(type))).toEqual([...asked, 'negotiated', 'revealed']);
		});

		test('opens reasons and messages of the part that is revealed, and nothing else', async () => {
			const room = await written(way);
			await onTo(room, () => room.step().phase === 'hotWash');
			await room.clock.pass(500);
			expect((await room.log()).map(({ type }) => type)).toContain('revealed');
			// A world of one's own stays one's own.
			const opens = (before: readonly FeedKey[]) => (way === WAYS.parallel ? before : everybody);
			for (const [secret, before] of [
				['SECRET-again', [...STAFF, team]],
				['SECRET-one-role', [...STAFF, ...ward]]
			] as const)
				expect(toldTo(room, secret), secret).toEqual([...opens(before)].sort());
			for (const [secret, feeds] of [
				['SECRET-pad', [team]],
				['SECRET-advice', [`person:${BEN}`]],
				['SECRET-planned', STAFF],
				['SECRET-rating', STAFF],
				['a seed', ['facilitator']]
			] as const)
				expect(toldTo(room, secret), secret).toEqual([...feeds].sort());
		});
	}
);
