import { accepted, type Handlers } from '../handlers.ts';

/** What facilitators say of the way into the room. */
export const wifiRequests: Handlers<'setWifi'> = {
	async setWifi(live, _by, { name, password }) {
		await live.wifi.set(name, password);
		return accepted(live);
	}
};
