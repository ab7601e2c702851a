import { expect, test } from 'vitest';
import { openLiveRoom } from '../testing/live-room.ts';

test('R202: a desk’s picture of the stage shows the local hours that the stage shows', async () => {
	const room = await openLiveRoom();
	await room.join('facilitator', 'Fay');
	const hours = (feed: 'facilitator' | 'stage') => room.part(feed, 'facts')!.localTimes;
	expect(hours('stage').length).toBeGreaterThan(0);
	expect(hours('facilitator')).toEqual(hours('stage'));
});
