import type { RoomsApi } from '../../client/network/rooms-api.ts';

const LOOPBACK = /^(localhost|127\.|\[?::1\]?$)/;

/** Where phones find this server: this page's own origin, or, where that means this machine alone, those of the network. */
export async function originsForPhones(api: Pick<RoomsApi, 'addresses'>): Promise<readonly string[]> {
	if (!LOOPBACK.test(location.hostname)) return [location.origin];
	return api.addresses();
}

/** `192.168.1.20:3000`: an origin as people type it. */
export function hostOf(origin: string): string {
	return origin.replace(/^https?:\/\//, '');
}

/** `192.168.1.20:3000/join`: what people type who cannot scan. */
export function typedAddress(origin: string): string {
	return `${hostOf(origin)}/join`;
}
