import { createServer, type AddressInfo } from 'node:net';

/** A port of this machine that nobody listened on a moment ago. */
export function freePort(): Promise<number> {
	return new Promise((resolve, reject) => {
		const trial = createServer().once('error', reject);
		trial.listen(0, '127.0.0.1', () => {
			const { port } = trial.address() as AddressInfo;
			trial.close(() => resolve(port));
		});
	});
}
