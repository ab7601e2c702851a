import { describe, expect, it } from 'vitest';
import { TAKE_OVER } from './messages.ts';
import { WaitingBuild } from './waiting-build.ts';

/** A browser's registration of one service worker in charge, into which newer ones come. */
class Registration extends EventTarget {
	active: object | null = {};
	waiting: { postMessage(message: unknown): void } | null = null;
	installing: (EventTarget & { state: string }) | null = null;
	update = () => Promise.reject(new TypeError('no network'));

	install(): void {
		const worker = Object.assign(new EventTarget(), { state: 'installing' });
		this.installing = worker;
		this.dispatchEvent(new Event('updatefound'));
		worker.state = 'installed';
		worker.dispatchEvent(new Event('statechange'));
	}
}

async function watching(registration: Registration) {
	let found = 0;
	const workers = Object.assign(new EventTarget(), { ready: Promise.resolve(registration) });
	const build = new WaitingBuild(workers as unknown as ServiceWorkerContainer, () => found++);
	await workers.ready;
	return { build, workers, found: () => found };
}

describe('a newer build', () => {
	it('is found where it waits already', async () => {
		const registration = new Registration();
		registration.waiting = { postMessage() {} };
		expect((await watching(registration)).found()).toBe(1);
	});

	it('is found when it has been stored', async () => {
		const registration = new Registration();
		const { found } = await watching(registration);
		expect(found()).toBe(0);
		registration.install();
		expect(found()).toBe(1);
	});

	it('is none where the first one is being stored', async () => {
		const registration = new Registration();
		registration.active = null;
		const { found } = await watching(registration);
		registration.install();
		expect(found()).toBe(0);
	});

	it('takes over when it is wanted', async () => {
		const registration = new Registration();
		const { build, workers } = await watching(registration);
		const told: unknown[] = [];
		registration.waiting = {
			postMessage(message) {
				told.push(message);
				workers.dispatchEvent(new Event('controllerchange'));
			}
		};
		await build.takeOver();
		expect(told).toEqual([TAKE_OVER]);
	});

	it('is looked for without a network, and nothing is thrown', async () => {
		const { build } = await watching(new Registration());
		expect(() => build.look()).not.toThrow();
	});
});
