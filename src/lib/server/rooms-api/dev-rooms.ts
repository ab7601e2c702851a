import type { Plugin } from 'vite';
import type * as DevRooms from './open-dev-rooms.ts';
import type { RoomsApi } from './rooms-api.ts';

/** Under this name the rooms outlive what hot reloading loads anew. */
const KEPT = Symbol.for('patchfall.rooms');
type Keeper = { [KEPT]?: RoomsApi };

/** Rooms of people in `npm run dev`, at the addresses that they have under `npm start`. */
export function devRooms(): Plugin {
	return {
		name: 'patchfall-rooms',
		async configureServer({ config, httpServer, middlewares }) {
			const api = ((globalThis as Keeper)[KEPT] ??= await openRooms(config.root));
			middlewares.use((request, response, next) => {
				if (api.owns(pathOf(request.url))) void api.answer(request, response);
				else next();
			});
			httpServer?.on('upgrade', (request, socket, head) => {
				if (api.owns(pathOf(request.url))) api.upgrade(request, socket, head);
			});
		}
	};
}

const pathOf = (url = '') => url.split('?', 1)[0];

/** Loaded by Node and not by the bundler of Vite's settings: threads are started from files that stand beside. */
async function openRooms(projectFolder: string): Promise<RoomsApi> {
	const file = new URL('./open-dev-rooms.ts', import.meta.url).href;
	const { openDevRooms } = (await import(file)) as typeof DevRooms;
	return openDevRooms(projectFolder);
}
