import { expect, it } from 'vitest';
import { persistOnce } from './persistence.ts';

const storage = (persisted: boolean, grants: boolean) => {
	let asked = 0;
	const persist = async () => (asked++, grants);
	return { manager: { persist, persisted: async () => persisted }, asked: () => asked };
};

it('is asked once, however often it is worth it', async () => {
	const { manager, asked } = storage(false, true);
	const askToPersist = persistOnce(manager);
	expect(await Promise.all([askToPersist(), askToPersist()])).toEqual([true, true]);
	expect(asked()).toBe(1);
});

it('is not asked where it has been granted before', async () => {
	const { manager, asked } = storage(true, true);
	expect(await persistOnce(manager)()).toBe(true);
	expect(asked()).toBe(0);
});

it('counts as refused where the browser has no means or breaks', async () => {
	expect(await persistOnce(null)()).toBe(false);
	const broken = { persisted: () => Promise.reject(new Error('x')), persist: () => Promise.resolve(true) };
	expect(await persistOnce(broken)()).toBe(false);
});
