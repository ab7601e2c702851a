import { existsSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { RoomSummary } from '../../lib/room/live/live-room-contract.ts';
import { roomLogText } from '../../lib/room/live/kept/room-log-text.ts';
import type { LogStore } from '../../lib/room/store/log-store.ts';
import { ReadableError } from '../readable-error.ts';
import type { LogOptions } from './options.ts';
import { headOf, withLogs } from './saved-rooms.ts';

/**
 * Saves the log of a room, or lists all rooms where none is named. The server may run.
 * @returns what to say
 */
export function saveRoomLog(options: LogOptions): Promise<string> {
	const { code, file, withoutTexts } = options;
	return withLogs(options, async (store) => {
		if (code === null) return listed(store);
		const { id, summary } = await headOf(store, code);
		const log = (await store.read(id))!;
		const place = resolve(file ?? `room-${summary.code}.json`);
		if (existsSync(place)) throw new ReadableError(`${place} is there already. Give another name with --to.`);
		writeFileSync(place, roomLogText(log, withoutTexts), { mode: 0o600 });
		return `${place} holds the ${log.events.length} events of room ${summary.code}. Open it at /play or with npm run sim -- --policy ${place}.`;
	});
}

async function listed(store: LogStore<RoomSummary>): Promise<string> {
	const heads = [...(await store.list())].sort((a, b) => b.summary.openedAtMs - a.summary.openedAtMs);
	if (heads.length === 0) return 'No rooms are saved.';
	const date = (ms: number) => new Date(ms).toISOString().slice(0, 16).replace('T', ' ');
	const rows = heads.map(({ summary: { code, openedAtMs, endedAtMs, setup } }) => {
		const ended = endedAtMs === null ? 'not ended' : `ended ${date(endedAtMs)}`;
		return `${code}  opened ${date(openedAtMs)}  ${ended.padEnd(22)}  ${setup.scenarioId}, ${setup.cut}`;
	});
	return ['Times are UTC.', ...rows].join('\n');
}
