import { describe, expect, test } from 'vitest';
import { agendaStanding } from '../../agenda/agenda.ts';
import { openLiveRoom } from '../../testing/live-room.ts';

const MIN = 60_000;

async function deskRoom() {
	const room = await openLiveRoom();
	const joined = await room.join('facilitator', 'Fay');
	if (joined.kind !== 'joined') throw new Error('not taken in');
	const fay = joined.person.id;
	const agenda = () => room.part('facilitator', 'agenda')!;
	return {
		...room,
		fay,
		agenda,
		section: () => agenda().sections[agenda().current ?? -1]?.id ?? null,
		standing: () => agendaStanding(agenda(), room.clock.nowMs())!
	};
}

describe('the agenda of a room', () => {
	test('R142: begins with the briefing and follows the exercise; people’s minutes are its only ones', async () => {
		const room = await deskRoom();
		expect(room.section()).toBeNull();
		await room.goOn(room.fay);
		await room.until(() => room.section() === 'briefing');
		await room.clock.pass(9 * MIN);
		await room.goOn(room.fay);
		await room.until(() => room.section() === 'preparation');
		expect(room.standing().lateMin).toBeCloseTo(3, 1);
		await room.goOn(room.fay);
		await room.until(() => room.section() === 'round-1');
		await room.goOn(room.fay);
		await room.goOn(room.fay);
		await room.until(() => room.section() === 'round-2');
	});

	test('R142: check 28: with two of seven minutes left and four late, the end is four later; a restart changes nothing', async () => {
		const room = await deskRoom();
		await room.ask(room.fay, { type: 'setAgenda', minutes: { 'round-1': 7 }, acceptedMin: 0 });
		await room.ask(room.fay, { type: 'startSection', section: 'welcome' });
		await room.clock.pass(24 * MIN);
		await room.ask(room.fay, { type: 'startSection', section: 'round-1' });
		await room.clock.pass(5 * MIN);
		const before = room.standing();
		expect(Math.round(before.lateMin)).toBe(4);
		expect(Math.round((before.endAtMs - before.agreedEndAtMs) / MIN)).toBe(4);
		await room.room.close();
		const again = await openLiveRoom(room.store, { clock: room.clock });
		const after = agendaStanding(again.part('facilitator', 'agenda')!, room.clock.nowMs())!;
		expect(after.endAtMs).toBeCloseTo(before.endAtMs, -4);
	});

	test('R143: a round that is left out is passed over in one step, and bots act in it all the same', async () => {
		const room = await deskRoom();
		await room.ask(room.fay, { type: 'setAgenda', minutes: { 'round-1': 0 }, acceptedMin: 0 });
		await room.goOn(room.fay);
		await room.goOn(room.fay);
		expect(await room.ask(room.fay, { type: 'skipRound', from: from(room) })).toMatchObject({
			kind: 'refused'
		});
		await room.goOn(room.fay);
		await room.until(() => room.step().step === 'situation');
		expect(room.agenda().isRoundLeftOut).toBe(true);
		const stale = { phase: 'incident', step: 'situation', round: 9 } as const;
		expect(await room.ask(room.fay, { type: 'skipRound', from: stale })).toMatchObject({
			refusal: { code: 'alreadyMovedBy' }
		});
		expect(await room.ask(room.fay, { type: 'skipRound', from: from(room) })).toMatchObject({
			kind: 'accepted'
		});
		await room.until(() => room.step().step === 'situation' && room.step().round === 2);
		expect(room.agenda().isRoundLeftOut).toBe(false);
	});

	test('R144: only facilitators hear of it, and it stands beside the log', async () => {
		const room = await deskRoom();
		await room.join('player', 'Ana', 'ward');
		const before = (await room.log()).length;
		await room.ask(room.fay, { type: 'setAgenda', minutes: { hotWash: 12 }, acceptedMin: 3 });
		await room.ask(room.fay, { type: 'startSection', section: 'welcome' });
		expect((await room.log()).length).toBe(before);
		for (const [feed, text] of room.sent)
			if (feed !== 'facilitator') expect(text, feed).not.toContain('agreedMin');
		expect(
			await room.ask(room.fay, { type: 'setAgenda', minutes: { dessert: 5 }, acceptedMin: 0 })
		).toMatchObject({ refusal: { code: 'unknownSection', params: { section: 'dessert' } } });
	});

	function from(room: Awaited<ReturnType<typeof deskRoom>>) {
		const { position, rounds } = room.part('facilitator', 'view')!.projection;
		return { phase: position.phase, step: position.step, round: rounds.at(-1)?.round ?? null };
	}
});
