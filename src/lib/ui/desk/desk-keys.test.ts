import { describe, expect, it } from 'vitest';
import type { KeyPress } from '../keys/press.ts';
import { deskKey } from './desk-keys.ts';

const press = (key: string, more: Partial<KeyPress> = {}): KeyPress => ({
	...{ key, code: '', ctrlKey: false, shiftKey: false, metaKey: false, altKey: false },
	...{ repeat: false, defaultPrevented: false, target: null, ...more }
});
const inText = { matches: (selector: string) => selector.includes('input') } as unknown as EventTarget;

describe('keys of the desk', () => {
	it('are the main button and the pause, always', () => {
		expect(deskKey(press('Enter', { ctrlKey: true }), false)).toBe('main');
		expect(deskKey(press('F8'), false)).toBe('pause');
	});

	it('are others on a Mac, where function keys are the machine’s', () => {
		expect(deskKey(press('Enter', { metaKey: true }), false, true)).toBe('main');
		expect(deskKey(press('p', { ctrlKey: true }), false, true)).toBe('pause');
	});

	it('are single letters only where they are switched on', () => {
		expect(deskKey(press('b'), false)).toBeNull();
		expect(deskKey(press('b'), true)).toBe('blank');
		expect(deskKey(press('Q'), true)).toBe('code');
	});

	it('go by their place where a keyboard types no Latin letters', () => {
		expect(deskKey(press('и', { code: 'KeyB' }), true)).toBe('blank');
	});

	it('do nothing in a text, with another key held, or held down', () => {
		expect(deskKey(press('b', { target: inText }), true)).toBeNull();
		expect(deskKey(press('b', { ctrlKey: true }), true)).toBeNull();
		expect(deskKey(press('b', { repeat: true }), true)).toBeNull();
	});

	it('take a step back and edit, always, and never while something is written', () => {
		expect(deskKey(press('Backspace', { ctrlKey: true }), false)).toBe('undo');
		expect(deskKey(press('Backspace', { ctrlKey: true, target: inText }), false)).toBeNull();
		expect(deskKey(press('Backspace'), true)).toBeNull();
		expect(deskKey(press('F2'), false)).toBe('edit');
	});

	it('mean the chosen message by a letter', () => {
		const acts = ['n', 'r', 'h', 'e', 'w'].map((letter) => deskKey(press(letter), true));
		expect(acts).toEqual(['next', 'release', 'park', 'edit', 'write']);
	});
});
