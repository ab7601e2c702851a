import { expect, test } from 'vitest';
import { standingMarks } from '../../../exercise/assessment/marks.ts';
import type { RequestBody } from '../../protocol/requests.ts';
import { openLiveRoom } from '../../testing/live-room.ts';

/** A room with a facilitator (p1), two evaluators (p2, p3) and a lead in the ward (p4). */
async function watched() {
	const room = await openLiveRoom();
	await room.join('facilitator', 'Fay');
	await room.join('evaluator', 'Eve');
	await room.join('evaluator', 'Eli');
	await room.join('player', 'Ana', 'ward');
	for (const id of ['p1', 'p2', 'p3', 'p4']) room.room.presence(id, true);
	await room.goOn('p1');
	return room;
}

const SEEN = { world: 'shared', minute: 31, inject: 'first-call', team: 'ward', task: 'early' };
const mark = (mark: string): RequestBody => ({
	type: 'command',
	body: { type: 'rate', payload: { team: 'ward', subject: 'early', mark, observation: null, seen: SEEN } }
});
const note = (text: string): RequestBody => ({
	type: 'command',
	body: { type: 'note', payload: { text, seen: { ...SEEN, task: null } } }
});

test('R75: evaluators are told apart, a second mark takes the place of the first, and the first can still be read', async () => {
	const { ask, part } = await watched();
	await ask('p2', mark('S'));
	await ask('p3', mark('U'));
	await ask('p2', mark('N'));
	for (const feed of ['facilitator', 'evaluator'] as const) {
		const standing = standingMarks(part(feed, 'view')!.projection.ratings);
		expect(standing.map(({ now, before }) => [now.author, now.mark, before.map((one) => one.mark)])).toEqual([
			[{ kind: 'evaluator', seat: 'p2' }, 'N', ['S']],
			[{ kind: 'evaluator', seat: 'p3' }, 'U', []]
		]);
	}
});

test('R75: a mark and a note say the world, the minute, the message and the team that they are about', async () => {
	const { ask, part, sent } = await watched();
	await ask('p2', mark('P'));
	await ask('p2', note('SECRET-note'));
	const { ratings, notes } = part('facilitator', 'view')!.projection;
	expect(ratings[0]).toMatchObject({ mark: 'P', seen: SEEN });
	expect(notes[0]).toMatchObject({ text: 'SECRET-note', seen: { minute: 31, inject: 'first-call' } });
	for (const feed of ['team:ward', 'stage', 'observer', 'phone'] as const)
		expect(sent.get(feed) ?? '').not.toContain('SECRET-note');
});

test('R75: what was written without a network is taken after the end too', async () => {
	const { ask, part } = await watched();
	await ask('p1', { type: 'endRoom' });
	expect(part('facilitator', 'step')!.phase).toBe('closed');
	expect((await ask('p2', mark('M'))).kind).toBe('accepted');
	expect((await ask('p3', note('Twelve'))).kind).toBe('accepted');
	expect(part('evaluator', 'view')!.projection.ratings).toHaveLength(1);
	expect(part('evaluator', 'view')!.projection.notes).toHaveLength(1);
});
