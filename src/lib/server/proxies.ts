import type { IncomingMessage } from 'node:http';
import { BlockList, isIP } from 'node:net';

type Asked = Pick<IncomingMessage, 'headers' | 'socket'>;

/** The reverse proxies that a setting names. Nobody else is believed who asks: anybody can write a header. */
export class Proxies {
	readonly #named = new BlockList();

	/** @param places addresses, or networks such as `10.0.0.0/8` */
	constructor(places: readonly string[]) {
		for (const place of places) {
			const [address, prefix] = place.split('/', 2);
			if (prefix === undefined) this.#named.addAddress(address!, familyOf(address!));
			else this.#named.addSubnet(address!, Number(prefix), familyOf(address!));
		}
	}

	/** Whether a request came by one of them. */
	passedOn({ socket }: Pick<Asked, 'socket'>): boolean {
		return this.#isNamed(connectedFrom({ socket }));
	}

	/** The address of whoever asks: the last in the row that is no proxy of ours. What stands before it anybody may have written. */
	addressOf({ headers, socket }: Asked): string {
		let address = connectedFrom({ socket });
		const said = [headers['x-forwarded-for'] ?? []].flat().join(',').split(',');
		while (this.#isNamed(address)) {
			const before = plain(said.pop()?.trim() ?? '');
			if (isIP(before) === 0) break;
			address = before;
		}
		return address;
	}

	#isNamed(address: string): boolean {
		return isIP(address) !== 0 && this.#named.check(address, familyOf(address));
	}
}

/** Nothing stands before the server. */
export const NO_PROXIES = new Proxies([]);

/** Who has opened the connection. */
const connectedFrom = ({ socket }: Pick<Asked, 'socket'>) => plain(socket.remoteAddress ?? '');

/** IPv4 inside of IPv6 is IPv4. */
const plain = (address: string) => address.replace(/^::ffff:(?=\d+\.)/i, '');

const familyOf = (address: string) => (isIP(address) === 6 ? 'ipv6' : 'ipv4');
