import { expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import type { RoomView } from '../../../client/room/room.svelte.ts';
import type { Frame, HostTally } from '../../../sim/observe/frame.ts';
import { HOST_STATES } from '../../../sim/table/states.ts';
import WorldTwin from './WorldTwin.svelte';

const COUNTS = Object.fromEntries(HOST_STATES.map((state) => [state, 0])) as HostTally['counts'];
const tally = (hosts: number, down: number): HostTally => ({
	...{ hosts, down, counts: COUNTS, everCrashed: down, everCompromised: 0 }
});
const world = tally(1000, 300);
const roomIn = (byCountry: Frame['byCountry']) =>
	({
		facts: { sectors: [{ id: 'hospitals', name: { en: 'Hospitals' } }] },
		now: { world, byCountry, bySector: { hospitals: tally(200, 100) }, services: {} }
	}) as unknown as RoomView;

test('the map in words says where most is down', async () => {
	await render(WorldTwin, { room: roomIn({ AU: tally(400, 250), DE: tally(600, 50) }) });
	await expect.element(page.getByText(/Australia.*Hospitals/)).toBeVisible();
});

test('the map in words waits for countries, which a room tells with its map', async () => {
	await render(WorldTwin, { room: roomIn({}) });
	await expect.element(page.getByText('Reading the world …')).toBeVisible();
	await expect.element(page.getByRole('table', { name: 'By sector' })).toBeVisible();
});
