import { connect, createServer, type Socket } from 'node:net';
import type { AddressInfo } from 'node:net';

/** The way of some phones to a server, of which a test can make what a bad Wi-Fi makes of it. */
export interface PhoneNetwork {
	readonly url: string;
	/** Connections that are open fall silent: the phones are told nothing, as when a radio sleeps; the server drops them. */
	cut(): void;
	/** From now on the phones come from another address. */
	moveTo(address: string): void;
	close(): Promise<void>;
}

export async function openPhoneNetwork(serverPort: number): Promise<PhoneNetwork> {
	const open = new Set<{ readonly phone: Socket; readonly server: Socket }>();
	let from = '127.0.0.1';
	const listener = createServer((phone) => {
		const server = connect({ port: serverPort, host: '127.0.0.1', localAddress: from });
		const pair = { phone, server };
		open.add(pair);
		phone.pipe(server);
		server.pipe(phone);
		for (const socket of [phone, server]) {
			socket.on('error', () => socket.destroy());
			socket.on('close', () => {
				// A cut one has been taken out: its other end is not told.
				if (!open.delete(pair)) return;
				phone.destroy();
				server.destroy();
			});
		}
	});
	const held = new Set<Socket>();
	await new Promise<void>((resolve) => listener.listen(0, '127.0.0.1', resolve));
	return {
		url: `http://localhost:${(listener.address() as AddressInfo).port}`,
		cut() {
			for (const pair of [...open]) {
				open.delete(pair);
				pair.phone.unpipe();
				pair.phone.pause();
				held.add(pair.phone);
				pair.server.destroy();
			}
		},
		moveTo: (address) => void (from = address),
		close: () =>
			new Promise((resolve) => {
				for (const phone of held) phone.destroy();
				for (const { phone, server } of open) {
					phone.destroy();
					server.destroy();
				}
				listener.close(() => resolve());
			})
	};
}
