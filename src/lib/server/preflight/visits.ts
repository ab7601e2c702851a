import type { IncomingMessage } from 'node:http';
import { lanAddresses } from '../lan-addresses.ts';
import { NO_PROXIES, type Proxies } from '../proxies.ts';

/** A page that asks for nothing within so long is cut off from what comes after it. */
const FOLLOWED_WITHIN_MS = 5000;
const DEVICES_MOST = 1000;
/** Pages of people who join; they ask for the room once they are there. */
const PAGES: readonly string[] = ['/join', '/vote', '/room'];

export interface VisitFacts {
	/** Devices other than this machine of which a page was asked for. */
	readonly devices: number;
	/** Those of which something more came, so that they are not kept apart from this machine. */
	readonly followed: number;
	/** Those of which nothing more came though there was time for it. */
	readonly stuck: number;
	/** A proxy stands in front, which may hold back what is pushed. */
	readonly isProxied: boolean;
}

/** Which devices have found this server: by address, and no longer than the process lives. */
export class Visits {
	readonly #nowMs: () => number;
	readonly #own: () => readonly string[];
	readonly #proxies: Proxies;
	readonly #devices = new Map<string, { readonly cameMs: number; hasFollowed: boolean }>();
	#isProxied = false;

	constructor(
		nowMs: () => number = () => performance.now(),
		own: () => readonly string[] = () => lanAddresses(),
		proxies: Proxies = NO_PROXIES
	) {
		this.#proxies = proxies;
		this.#nowMs = nowMs;
		this.#own = own;
	}

	/** A request has come. */
	saw(request: Pick<IncomingMessage, 'headers' | 'socket'>, path: string): void {
		const address = this.#proxies.addressOf(request);
		if (this.#proxies.passedOn(request) || showsProxyHere(request)) this.#isProxied = true;
		if (address === '' || address === '::1' || address.startsWith('127.')) return;
		const isPage = PAGES.includes(path);
		const isAsked = path.startsWith('/api/rooms');
		if ((!isPage && !isAsked) || this.#own().includes(address)) return;
		const known = this.#devices.get(address);
		if (known === undefined && this.#devices.size < DEVICES_MOST)
			this.#devices.set(address, { cameMs: this.#nowMs(), hasFollowed: isAsked });
		else if (known !== undefined && isAsked) known.hasFollowed = true;
	}

	get facts(): VisitFacts {
		const all = [...this.#devices.values()];
		const nowMs = this.#nowMs();
		return {
			devices: all.length,
			followed: all.filter(({ hasFollowed }) => hasFollowed).length,
			stuck: all.filter(({ hasFollowed, cameMs }) => !hasFollowed && nowMs - cameMs > FOLLOWED_WITHIN_MS)
				.length,
			isProxied: this.#isProxied
		};
	}
}

/** A proxy of this machine that no setting names. Devices can write such headers too, and change nothing by them. */
function showsProxyHere({ headers, socket }: Pick<IncomingMessage, 'headers' | 'socket'>): boolean {
	const isHere = /^(::1$|(::ffff:)?127\.)/.test(socket.remoteAddress ?? '');
	return isHere && (headers['x-forwarded-for'] !== undefined || headers.forwarded !== undefined);
}
