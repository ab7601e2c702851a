import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { startCommand } from '../project.ts';
import { errorCode, ReadableError } from '../readable-error.ts';

/** How people say where something listens. */
export interface Said {
	/** What to type for another port. */
	readonly port: (port: number) => string;
	/** Names the setting of the address. */
	readonly host: string;
}

const SERVER: Said = { port: (port) => `"${startCommand} --port ${port}"`, host: 'HOST' };
export const METRICS: Said = { port: (port) => `PATCHFALL_METRICS=${port}`, host: 'PATCHFALL_METRICS' };

/**
 * Starts listening.
 * @returns the port, which the system chose if 0 was asked for.
 * @throws ReadableError when the port is taken, reserved, or the host is not an address of this machine.
 */
export function listen(server: Server, port: number, host: string, said = SERVER): Promise<number> {
	return new Promise((resolve, reject) => {
		const refuse = (error: Error) => reject(explained(error, port, host, said));
		server.once('error', refuse);
		server.listen(port, host, () => {
			server.off('error', refuse);
			resolve((server.address() as AddressInfo).port);
		});
	});
}

function explained(error: Error, port: number, host: string, said: Said): Error {
	switch (errorCode(error)) {
		case 'EADDRINUSE':
			return new ReadableError(
				`Port ${port} is already in use: stop the program that uses it, or take another port with ${said.port(port + 1)}.`
			);
		case 'EACCES':
			return new ReadableError(
				`The system does not let you use port ${port}: take one above 1023, for example with ${said.port(3000)}.`
			);
		case 'EADDRNOTAVAIL':
		case 'ENOTFOUND':
		case 'EAI_AGAIN':
			return new ReadableError(
				`${said.host} is "${host}", which is not an address of this machine: give one that is, or none.`
			);
		default:
			return error;
	}
}

/** Finds out that a port is taken before a build of several seconds, not after it. */
export async function requireFreePort(port: number, host: string, said = SERVER): Promise<void> {
	const trial = createServer();
	await listen(trial, port, host, said);
	await new Promise((resolve) => trial.close(resolve));
}
