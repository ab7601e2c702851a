import { beforeAll, describe, expect, it } from 'vitest';
import type { RoomEvent } from '../../../exercise/log/events.ts';
import type { Audience } from '../../../exercise/project/audience.ts';
import { lived } from '../testing/lived.ts';
import { playedPack } from '../../testing/played-pack.ts';
import type { ReplayEntry, ReplayFact } from './entry.ts';
import { replayTimeline } from './replay-timeline.ts';

const { scenario, exercise } = playedPack();
const FACILITATOR: Audience = { kind: 'facilitator' };
const timelineOf = (events: readonly RoomEvent[], audience: Audience) =>
	replayTimeline(scenario, exercise, events, audience);
const ofKind = <Kind extends ReplayFact['kind']>(entries: readonly ReplayEntry[], kind: Kind) =>
	entries.flatMap(({ what, ...entry }) =>
		what.kind === kind ? [{ ...entry, what: what as Extract<ReplayFact, { kind: Kind }> }] : []
	);

describe('the time line of three teams in worlds of their own', () => {
	let events: readonly RoomEvent[];
	beforeAll(async () => {
		const live = await lived(
			playedPack(),
			'parallel',
			{ one: 'expert', two: 'none', three: 'thrifty' },
			'hospital'
		);
		const seen = { world: 'one', minute: 20, inject: null, team: 'one', task: 'early' };
		const of = (command: string) => ({ command });
		const said: RoomEvent[] = [
			{ type: 'noted', ...of('n.1'), author: { kind: 'facilitator' }, text: 'SAID-BY-FACILITATOR' },
			{ type: 'noted', ...of('n.2'), author: { kind: 'seat', seat: 'one.hospital' }, text: 'SAID-BY-ONE' },
			{
				...{ type: 'rated', ...of('r.1'), author: { kind: 'evaluator' }, team: 'one', subject: 'early' },
				...{ mark: 'M', observation: 'SAID-BY-EVALUATOR', seen }
			},
			{
				...{ type: 'ballotClosed', ...of('b.1'), ballot: 'b', team: 'two', question: 'ASKED-OF-TWO' },
				tally: [
					{ option: 'Yes', votes: 2 },
					{ option: 'No', votes: 1 }
				]
			}
		];
		events = [...live.events, ...said];
	});

	it('has a lane for each team that decided, the messages once, and the record', () => {
		const { lanes, entries, worlds } = timelineOf(events, FACILITATOR);
		expect(worlds.map(({ team }) => team)).toEqual(['one', 'two', 'three']);
		expect(lanes.map(({ id }) => id)).toEqual([
			...['exercise', 'injects', 'team:one', 'team:two', 'team:three', 'assessment', 'record']
		]);
		expect(entries.every(({ lane }) => lanes.some(({ id }) => id === lane))).toBe(true);
		const messages = ofKind(entries, 'inject').filter(({ world }) => world === null);
		expect(new Set(messages.map(({ what }) => what.title.en)).size).toBe(messages.length);
		expect(ofKind(entries, 'record')).toHaveLength(scenario.record.acts.length);
	});

	it('is in the order of its minutes, and names the minutes of decisions to jump to', () => {
		const { entries, stops } = timelineOf(events, FACILITATOR);
		const minutes = entries.map(({ atMin }) => atMin);
		expect(minutes).toEqual([...minutes].sort((a, b) => a - b));
		const decided = ofKind(entries, 'decision')
			.filter(({ what }) => !what.isBots)
			.map(({ atMin }) => Math.max(0, atMin));
		expect(decided.length).toBeGreaterThan(0);
		expect(stops).toEqual([...new Set(decided)].sort((a, b) => a - b));
		expect(ofKind(entries, 'rating')).toMatchObject([{ atMin: 20, what: { mark: 'M' } }]);
	});

	it('R229: says to each audience what it may see at the end, and no more', () => {
		const textFor = (audience: Audience) => JSON.stringify(timelineOf(events, audience));
		const marks = ['SAID-BY-FACILITATOR', 'SAID-BY-ONE', 'SAID-BY-EVALUATOR', 'ASKED-OF-TWO'];
		const seen = (audience: Audience) => marks.filter((mark) => textFor(audience).includes(mark));
		expect(seen(FACILITATOR)).toEqual(['SAID-BY-FACILITATOR', 'SAID-BY-EVALUATOR', 'ASKED-OF-TWO']);
		expect(seen({ kind: 'evaluator' })).toEqual(['SAID-BY-EVALUATOR']);
		expect(seen({ kind: 'team', team: 'one', seat: 'one.hospital' })).toEqual(['SAID-BY-ONE']);
		expect(seen({ kind: 'team', team: 'two' })).toEqual([]);
		expect(seen({ kind: 'observer' })).toEqual([]);
	});

	it('R229: shows other teams’ decisions once they are revealed, and not before', () => {
		const others = (log: readonly RoomEvent[]) =>
			ofKind(timelineOf(log, { kind: 'team', team: 'one' }).entries, 'decision').filter(
				({ world }) => world !== 'one'
			);
		const unrevealed = events.filter(({ type }) => type !== 'revealed');
		expect(others(events).length).toBeGreaterThan(0);
		expect(others(unrevealed)).toEqual([]);
		expect(timelineOf(unrevealed, { kind: 'team', team: 'one' }).worlds.map(({ world }) => world)).toEqual([
			'one'
		]);
	});
});

it('has a lane for each role in one world, those of people first, also where they decided nothing', async () => {
	const live = await lived(playedPack(), 'shared', { vendor: 'none' }, 'vendor');
	const { lanes } = timelineOf(live.events, FACILITATOR);
	const roles = lanes.filter(({ kind }) => kind === 'role');
	expect(roles[0]).toMatchObject({ id: 'role:vendor', isPeoples: true });
});
