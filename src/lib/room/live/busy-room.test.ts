import { expect, test } from 'vitest';
import { codeOf, commit, deciding } from '../testing/filled-room.ts';

test('R218: ten people act while the desk presses next: each is answered, what was accepted is kept, nobody is behind', async () => {
	const room = await deciding();
	const members: string[] = ['p2', 'p3'];
	for (let n = 0; n < 6; n++) {
		const joined = await room.join('player', `Member ${n}`, n % 2 === 0 ? 'ward' : 'makers');
		if (joined.kind === 'joined') members.push(joined.person.id);
	}
	const before = (await room.log()).length;
	const advice = { type: 'advise', decision: 'paper', confidencePct: 50, rationale: null } as const;
	const acts = [
		...members.slice(1).map((id) => room.ask(id, { ...advice, decision: null })),
		room.ask('p2', commit('paper')),
		room.ask('p4', commit('roll-back')),
		room.goOn('p1'),
		room.ask('p2', { type: 'rename', name: 'Anna' })
	];
	const codes = (await Promise.all(acts)).map(codeOf);
	expect(codes).toHaveLength(acts.length);
	expect(codes).not.toContain('behind');
	const log = await room.log();
	const kept = log.slice(before).filter(({ type }) => type === 'decisionCommitted').length;
	const accepted = codes.slice(members.length - 1, members.length + 1).filter((code) => code === 'accepted');
	expect(kept).toBe(accepted.length);
	expect(kept).toBeGreaterThan(0);
});
