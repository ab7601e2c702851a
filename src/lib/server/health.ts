/** What watchers of a server may ask: a container's supervisor, a load balancer, and the start command itself. */
export interface Health {
	/** Drawn anew by each process: tells this server from another program on the same port. */
	readonly instance: string;
	/** Why people should not be sent here now, or null. */
	notReady(): string | null;
}

export interface HealthAnswer {
	readonly status: 200 | 503;
	readonly body: string;
}

/** Whether this process answers at all. */
export const HEALTH_PATH = '/healthz';
/** Whether people should be sent here. */
export const READY_PATH = '/readyz';

/** The answer to a question about health; null for any other address. */
export function healthAnswer(path: string, { instance, notReady }: Health): HealthAnswer | null {
	if (path === HEALTH_PATH) return { status: 200, body: json({ status: 'ok', instance }) };
	if (path !== READY_PATH) return null;
	const reason = notReady();
	return reason === null
		? { status: 200, body: json({ status: 'ready' }) }
		: { status: 503, body: json({ status: 'notReady', reason }) };
}

const json = (value: unknown) => `${JSON.stringify(value)}\n`;
