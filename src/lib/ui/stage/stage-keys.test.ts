import { describe, expect, it } from 'vitest';
import { sectionBeside, stageKey } from './stage-keys.ts';

const press = (key: string, code = '', more = {}) => ({
	...{ key, code, ctrlKey: false, altKey: false, metaKey: false, shiftKey: false },
	...{ repeat: false, defaultPrevented: false, target: null },
	...more
});

describe('keys of the stage', () => {
	it.each([
		['PageDown', 'next'],
		['ArrowRight', 'next'],
		['ArrowDown', 'next'],
		['PageUp', 'back'],
		['ArrowLeft', 'back'],
		['ArrowUp', 'back'],
		['b', 'blank'],
		['.', 'blank'],
		['q', 'code'],
		['F5', 'fullScreen'],
		['Enter', null],
		[' ', null],
		['Escape', null]
	])('%s: %s', (key, act) => {
		expect(stageKey(press(key))).toBe(act);
	});

	it('know a clicker’s full stop on a French keyboard by its place', () => {
		expect(stageKey(press(':', 'Period'))).toBe('blank');
	});

	it('do nothing held down, or with another key', () => {
		expect(stageKey(press('b', '', { repeat: true }))).toBeNull();
		expect(stageKey(press('F5', '', { ctrlKey: true }))).toBeNull();
	});
});

const NONE = { findings: false, ballot: false, comparison: false, summit: false, outages: false };

describe('the sections of the stage', () => {
	it('follow one another and end at both ends', () => {
		expect(sectionBeside('welcome', 'next', NONE)).toBe('rules');
		expect(sectionBeside('welcome', 'back', NONE)).toBeNull();
		expect(sectionBeside('thanks', 'next', NONE)).toBeNull();
	});

	it('have a ballot among them while there is one', () => {
		expect(sectionBeside('services', 'next', NONE)).toBe('hotWash');
		expect(sectionBeside('services', 'next', { ...NONE, ballot: true })).toBe('ballot');
	});

	it('have what came of a summit among them once that is known', () => {
		const over = { ...NONE, summit: true };
		expect(sectionBeside('summit', 'next', over)).toBe('hotWash');
		const known = { ...over, outages: true };
		expect(sectionBeside('summit', 'next', known)).toBe('curves');
		expect(sectionBeside('history', 'next', known)).toBe('hotWash');
		expect(sectionBeside('hotWash', 'back', known)).toBe('history');
	});

	it('leave out findings that are not known yet', () => {
		expect(sectionBeside('hotWash', 'next', NONE)).toBe('thanks');
		expect(sectionBeside('hotWash', 'next', { ...NONE, findings: true })).toBe('findings');
		expect(sectionBeside('thanks', 'back', NONE)).toBe('hotWash');
	});
});
