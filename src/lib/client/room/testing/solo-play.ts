import type { RunStore } from '../../runs/run-summary.ts';
import { commit, openHost } from './solo-host.ts';

export const paper = commit('paper', null, 60);
export const kept = (runId: string) => ({ type: 'open', what: { kind: 'kept', runId } }) as const;

/** As it would be after a crash: another worker, the same store. */
export async function afterCrash(store: RunStore, runId: string) {
	const host = openHost({ store });
	await host.ask({ type: 'setPace', stepsPerSecond: null });
	await host.ask(kept(runId), 2000);
	return host;
}

/** Goes on to the end and gives the log that it came to. */
export async function playOn(host: ReturnType<typeof openHost>): Promise<string> {
	await host.ask({ type: 'setPace', stepsPerSecond: null });
	await host.ask({ type: 'resume' }, 3000);
	for (let i = 0; i < 9 && host.progress().kind === 'deciding'; i++) await host.ask({ type: 'goOn' }, 5000);
	if (host.progress().kind !== 'hotWash')
		throw new Error(`the run stands at ${JSON.stringify(host.progress())}`);
	return host.log();
}

/** What a log says but for pauses: a run that was cut off on its way is paused when it is opened again. */
export function withoutPauses(text: string): unknown {
	const { results, events } = JSON.parse(text) as { results: unknown; events: { type: string }[] };
	const others = events.filter(({ type }) => type !== 'paused' && type !== 'resumed');
	return { results, events: others.map((event) => ({ ...event, command: '' })) };
}
