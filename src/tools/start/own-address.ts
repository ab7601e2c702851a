import { get } from 'node:http';
import { text } from 'node:stream/consumers';
import { HEALTH_PATH } from '../../lib/server/health.ts';
import { errorCode } from '../readable-error.ts';

/** Who answers at an address of this machine. */
export type Answerer = 'thisServer' | 'anotherProgram' | 'nobody';

/**
 * The address of this server to be opened on this machine.
 *
 * `localhost` stands for two addresses, and browsers try IPv6 first. Another program can have the same port there
 * (many development servers do) and would then get everybody who opens `localhost`.
 */
export interface OwnAddress {
	readonly url: string;
	/** An address that one would expect to work and that leads to another program. */
	readonly taken: string | null;
}

/** Loopback addresses behind a name that can be opened. */
const BEHIND: Readonly<Record<string, readonly string[]>> = { localhost: ['[::1]', '127.0.0.1'] };

/** Names to open a server by that listens on `host`, the best one first. */
function namesFor(host: string): string[] {
	if (host === '0.0.0.0') return ['localhost', '127.0.0.1'];
	if (host === '::' || host === 'localhost') return ['localhost', '127.0.0.1', '[::1]'];
	return [host.includes(':') ? `[${host}]` : host];
}

/** The first address for `host` that leads to this server and nowhere else. */
export async function ownAddress(
	host: string,
	port: number,
	whoAnswers: (url: string) => Promise<Answerer>
): Promise<OwnAddress> {
	const names = namesFor(host);
	const urlOf = (name: string) => `http://${name}:${port}`;
	for (const name of names) {
		const answerers = await Promise.all(
			(BEHIND[name] ?? [name]).map((address) => whoAnswers(urlOf(address)))
		);
		if (!answerers.includes('thisServer') || answerers.includes('anotherProgram')) continue;
		return { url: urlOf(name), taken: name === names[0] ? null : urlOf(names[0]!) };
	}
	// Nothing answers where the server listens: a firewall, say. Then there is nothing better to name.
	return { url: urlOf(names[0]!), taken: null };
}

/** Longest wait for an answer from this machine, in milliseconds; another program may take a connection and say nothing. */
const PATIENCE_MS = 2000;
const NOBODY = ['ECONNREFUSED', 'EADDRNOTAVAIL', 'ENETUNREACH', 'EHOSTUNREACH', 'EAFNOSUPPORT'];

/** Asks at an address who is there; `instance` is what this server's health answer says of itself. */
export function whoAnswers(url: string, instance: string): Promise<Answerer> {
	return new Promise((resolve) => {
		// A connection of its own: a kept one would speak of a server that may be gone.
		const asking = get(url + HEALTH_PATH, { agent: false, signal: AbortSignal.timeout(PATIENCE_MS) });
		const failed = (error: Error) =>
			resolve(NOBODY.includes(errorCode(error) ?? '') ? 'nobody' : 'anotherProgram');
		asking.on('error', failed).on('response', async (response) => {
			try {
				resolve((await text(response)).includes(instance) ? 'thisServer' : 'anotherProgram');
			} catch {
				resolve('anotherProgram');
			}
		});
	});
}
