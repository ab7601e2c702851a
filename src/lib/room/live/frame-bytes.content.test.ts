import { expect, test } from 'vitest';
import { packOf as readPack } from '../../scenario/testing/pack.ts';
import type { Told } from '../feed/told-feed.ts';
import { packOf } from '../scenario-library.ts';
import type { RoomParts } from './parts.ts';
import { openLiveRoom, SUMMARY } from '../testing/live-room.ts';

const BYTES_MOST = 16_000;
const TEAM = { id: 'sky', name: 'Sky', roles: ['airline'] };

/** What messages weigh for whoever has heard everything before. */
function bytesOf({ changes, patches, forLate }: Told): number {
	const texts = Object.entries(changes)
		.filter(([part]) => !forLate.includes(part))
		.map(([part, text]) => `"${part}":${patches[part] ?? text},`);
	return Buffer.byteLength(texts.join(''));
}

test('R216: while the world of July 2024 runs to its second stop, 19 of 20 pictures of it are light for a team, its map with them', async () => {
	const pack = packOf(readPack('july-2024').scenario);
	const setup = { ...SUMMARY.setup, scenarioId: pack.scenario.id, cut: 'short', teams: [TEAM] };
	const weights: number[] = [];
	let isMoving = false;
	const room = await openLiveRoom(undefined, {
		pack,
		summary: { ...SUMMARY, setup },
		showMap: ['team:sky'],
		heard(feed, changes, told) {
			if (feed === 'map:team:sky' && isMoving) weights.push((weights.pop() ?? 0) + bytesOf(told));
			if (feed !== 'team:sky') return;
			if (changes.clock) ({ isMoving } = JSON.parse(changes.clock) as RoomParts['clock']);
			if (isMoving && 'frame' in changes) weights.push(bytesOf(told));
		}
	});
	await room.join('facilitator', 'Dan');
	await room.join('player', 'Ana', 'sky');
	while (room.part('stage', 'clock')!.minute < 60) {
		await room.goOn('p1');
		await room.until(() => room.step().step !== 'advance');
	}
	weights.sort((a, b) => a - b);
	expect(weights.length).toBeGreaterThan(20);
	expect(weights[Math.floor(weights.length * 0.95)]).toBeLessThanOrEqual(BYTES_MOST);
	expect(weights[weights.length >> 1]).toBeLessThanOrEqual(BYTES_MOST / 1.5);
});
