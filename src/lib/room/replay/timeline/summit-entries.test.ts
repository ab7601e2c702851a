import { beforeAll, describe, expect, it } from 'vitest';
import type { RoomEvent } from '../../../exercise/log/events.ts';
import type { Audience } from '../../../exercise/project/audience.ts';
import { summitRoom } from '../../testing/summit-room.ts';
import { playedPack } from '../../testing/played-pack.ts';
import type { ReplayFact } from './entry.ts';
import { replayTimeline } from './replay-timeline.ts';

const { scenario, exercise } = playedPack();
const AUDIENCES = {
	facilitator: { kind: 'facilitator' },
	evaluator: { kind: 'evaluator' },
	/** Offers in confidence. */
	ward: { kind: 'team', team: 'ward' },
	makers: { kind: 'team', team: 'makers' },
	observer: { kind: 'observer' }
} as const satisfies Record<string, Audience>;
type Name = keyof typeof AUDIENCES;
const ALL = Object.keys(AUDIENCES) as Name[];

describe('R311: a summit in a replay', () => {
	let events: readonly RoomEvent[];
	beforeAll(async () => {
		const room = await summitRoom();
		await room.open(undefined, 1);
		await room.say('p2', 'airline', 'makeStatement', { interests: [], redLine: 0, offer: null });
		await room.lead('endOpening', {});
		await room.quiet();
		await room.lead('openBargaining', {});
		await room.quiet();
		const { measure } = room.view().text.items[0]!;
		const secret = { kind: 'delay', measure, laterMonths: 113 } as const;
		await room.say('p2', 'airline', 'amend', { edits: [secret], to: ['bank'] });
		await room.quiet();
		await room.lead('askPoll', {});
		await room.quiet();
		await room.lead('callBallot', {});
		await room.quiet();
		await room.lead('closeBallot', { withoutMissing: true });
		events = await room.log();
	}, 30_000);

	const toldTo = (name: Name): readonly ReplayFact[] =>
		replayTimeline(scenario, exercise, events, AUDIENCES[name]).entries.flatMap(({ lane, what }) =>
			lane === 'summit' ? [what] : []
		);
	const said = (name: Name) => toldTo(name).flatMap((what) => (what.kind === 'summit' ? [what.event] : []));

	it('tells everybody the statements, steps and changes of the text, in their order', () => {
		const [first] = said('observer').filter(({ type }) => type === 'statementMade');
		expect(first).toMatchObject({ type: 'statementMade', party: 'airline' });
		const open = (name: Name) =>
			said(name).filter((event) => !('amendment' in event) || event.type === 'disclosed');
		for (const name of ALL) expect(open(name), name).toEqual(open('observer'));
		expect(said('observer').map(({ type }) => type)).toContain('stepEntered');
	});

	it('tells an offer in confidence to those between whom it was, and to the staff', () => {
		const hears = (name: Name) =>
			said(name).some((event) => event.type === 'amendmentMoved' && event.by === 'airline');
		expect(ALL.filter(hears)).toEqual(['facilitator', 'evaluator', 'ward']);
	});

	it('tells everybody the counts of a poll and who voted what, and nobody who leaned where or believes whom', () => {
		for (const name of ALL) {
			const kinds = toldTo(name).map(({ kind }) => kind);
			expect(kinds.filter((kind) => kind === 'poll')).toHaveLength(1);
			expect(kinds.filter((kind) => kind === 'ratification')).toHaveLength(1);
			const types = said(name).map(({ type }) => type);
			for (const type of ['leant', 'voted', 'trustMoved'] as const) expect(types).not.toContain(type);
		}
		const poll = toldTo('observer').find((what) => what.kind === 'poll');
		expect(poll?.kind === 'poll' && poll.yes + poll.no).toBeGreaterThan(0);
		const end = toldTo('observer').find((what) => what.kind === 'ratification');
		expect(end?.kind === 'ratification' && Object.keys(end.votes).length).toBeGreaterThan(0);
	});
});
