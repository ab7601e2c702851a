import { HEALTH_PATH, READY_PATH } from '../../lib/server/health.ts';

/** A Patchfall server that answers at an address. */
export interface RunningServer {
	readonly instance: string;
	/** Why people should not be sent there now, or null. */
	readonly notReady: string | null;
}

const PATIENCE_MS = 3000;

/** Who answers at an address; null: nobody, or another program. */
export async function serverAt(url: string): Promise<RunningServer | null> {
	const ask = (path: string) =>
		fetch(url + path, { signal: AbortSignal.timeout(PATIENCE_MS), redirect: 'error' });
	try {
		const health = await ask(HEALTH_PATH);
		const { instance } = (await health.json()) as { instance?: unknown };
		if (typeof instance !== 'string') return null;
		const ready = (await (await ask(READY_PATH)).json()) as { reason?: unknown };
		const notReady = typeof ready.reason === 'string' ? ready.reason : null;
		return { instance, notReady };
	} catch {
		return null;
	}
}
