import { isIP } from 'node:net';
import { ReadableError } from '../readable-error.ts';

/** A value as it was given, with the name under which it was. */
export interface Given {
	readonly name: string;
	readonly text: string;
}

/** Where figures for Prometheus are served. */
export interface MetricsPlace {
	readonly host: string;
	readonly port: number;
}

/** A port of this machine alone, or an address with one. */
export function readMetrics(given: Given | undefined): MetricsPlace | null {
	if (given === undefined) return null;
	const { name, text } = given;
	const [, host, port] = /^(?:(.+):)?(\d{1,5})$/.exec(text) ?? [];
	const bare = host?.replace(/^\[(.*)\]$/, '$1');
	if (port !== undefined && Number(port) <= 65535 && (bare === undefined || isIP(bare) !== 0))
		return { host: bare ?? '127.0.0.1', port: Number(port) };
	throw new ReadableError(
		`${name} is "${text}". Give a port, such as 9464, for programs of this machine alone, or an address of this machine with one, such as 0.0.0.0:9464.`
	);
}

const BITS = { 4: 32, 6: 128 } as const;

/** Addresses of proxies, or of networks that they are in. */
export function readProxies(given: Given | undefined): readonly string[] {
	if (given === undefined) return [];
	const { name, text } = given;
	const proxies = text.split(',').map((one) => one.trim());
	for (const proxy of proxies) {
		const [, address = '', prefix] = /^([^/]+)(?:\/(\d{1,3}))?$/.exec(proxy) ?? [];
		const family = isIP(address) as 0 | 4 | 6;
		if (family === 0 || (prefix !== undefined && Number(prefix) > BITS[family]))
			throw new ReadableError(
				`${name} names "${proxy}", which is no address. Give those of the proxies, with commas between them, such as 127.0.0.1 or 10.0.0.0/8.`
			);
	}
	return proxies;
}
