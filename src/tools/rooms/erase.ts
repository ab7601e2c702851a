import { Pads } from '../../lib/room/live/people/pads.ts';
import { People } from '../../lib/room/live/people/people.ts';
import { RoomRows } from '../../lib/room/live/kept/room-rows.ts';
import { RoundWork } from '../../lib/room/live/rounds/round-work.ts';
import { withoutTexts } from '../../lib/room/live/kept/erase-texts.ts';
import { SqliteSeatStore } from '../../lib/server/seats/sqlite-seat-store.ts';
import { dropUpgradeCopies } from '../../lib/server/stores/upgrade-copy.ts';
import type { EraseOptions } from './options.ts';
import { headOf, withoutServer, withSavedRooms } from './saved-rooms.ts';

const AT_DESK = 'Erase the room at its desk, or stop the server (Ctrl+C) and type this again.';

/**
 * Deletes a room, or takes names and texts out of it.
 * @returns what to say
 */
export function erase({ dataFolder, code, namesOnly }: EraseOptions): Promise<string> {
	return withoutServer(dataFolder, AT_DESK, () =>
		withSavedRooms(dataFolder, async (rooms) => {
			const { database, store } = rooms;
			const { id, summary } = await headOf(store, code);
			if (namesOnly) {
				const rows = new RoomRows(store, id);
				await (await People.read(rows, summary.setup)).eraseNames();
				await (await Pads.read(rows)).erase();
				await (await RoundWork.read(rows, () => '')).eraseAdvice();
				const log = (await store.read(id))!;
				await store.create({ head: log.head, events: log.events.map(withoutTexts) });
			} else {
				await new SqliteSeatStore(database).removeRoom(id);
				await store.forget(id);
			}
			// What was deleted does not stay behind in free pages, or in the file that changes go through first.
			database.exec('VACUUM; PRAGMA wal_checkpoint(TRUNCATE)');
			dropUpgradeCopies(dataFolder, Infinity);
			return namesOnly
				? `Room ${summary.code}: all names and all that people wrote are gone; the exercise can be replayed.`
				: `Room ${summary.code} is gone, with all that was kept of it.`;
		})
	);
}
