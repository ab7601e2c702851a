import { startRooms } from '../../rooms-api/testing/rooms-server.ts';
import { openPostgresRooms } from '../../stores/postgres/open-postgres-rooms.ts';

/** A server of rooms in a process of its own, which a test may kill at any moment. It says at once where it is. */
const [url, self] = process.argv.slice(2);
const server = await startRooms({ store: await openPostgresRooms(url, self) });
await server.rooms.restored;
process.on('SIGTERM', () => void server.close().then(() => process.exit(0)));
process.stdout.write(`${server.url}\n`);
