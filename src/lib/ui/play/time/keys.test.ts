import { describe, expect, it } from 'vitest';
import { pressKey } from './keys.ts';

function pressed(key: string, more: Partial<KeyboardEvent> = {}): string[] {
	const done: string[] = [];
	const keys = Object.fromEntries(
		['main', 'hold', 'stop', 'table'].map((name) => [name, () => done.push(name)])
	) as never;
	const none = { ctrlKey: true, altKey: false, metaKey: false, shiftKey: false, repeat: false };
	pressKey({ key, ...none, preventDefault: () => done.push('kept'), ...more } as KeyboardEvent, keys);
	return done;
}

describe('keys of play', () => {
	it('act with Ctrl and are kept from the browser', () => {
		expect(pressed('Enter')).toEqual(['kept', 'main']);
		expect(pressed('.')).toEqual(['kept', 'hold']);
		expect(pressed('S', { shiftKey: true })).toEqual(['kept', 'stop']);
		expect(pressed('M', { shiftKey: true })).toEqual(['kept', 'table']);
	});

	it('do nothing alone, with other keys, or while they are held down', () => {
		expect(pressed('Enter', { ctrlKey: false })).toEqual([]);
		expect(pressed('s')).toEqual([]);
		expect(pressed('Enter', { altKey: true })).toEqual([]);
		expect(pressed('Enter', { repeat: true })).toEqual([]);
	});
});
