import { describe, expect, it } from 'vitest';
import { combinationsOf, KEY_TABLE, type Combination, type KeyPlace, type KeyRow } from './key-table.ts';
import { keyTexts } from './names.ts';
import { actOf, ariaKeys, type KeyPress } from './press.ts';

const PLACES = Object.keys(KEY_TABLE) as KeyPlace[];
const rowsOf = (place: KeyPlace) => Object.entries<KeyRow>(KEY_TABLE[place]);
const all = PLACES.flatMap((place) =>
	rowsOf(place).flatMap(([act, row]) =>
		[false, true].map((onMac) => ({ name: `${place} ${act}`, place, onMac, of: combinationsOf(row, onMac) }))
	)
);
const written = ({ key, with: modifier }: Combination) => [modifier, key].filter(Boolean).join('+');

/** Named keys that every keyboard has, a Mac's too. */
const ON_EVERY_KEYBOARD = ['Enter', 'Backspace', 'ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown'];
/** Of the function keys all others belong to browsers or desktops. */
const FREE_FUNCTION_KEYS = ['F2', 'F8'];
/**
 * Where nothing is written single keys are enough: with the focus on the map letters, digits by their place, and signs
 * that the number pad has; at the desk letters, for whoever switches them on; on the stage what clickers send, which is
 * a full stop by its place, and F5 in turn with Escape.
 */
const SINGLE_KEYS: Partial<Record<KeyPlace, RegExp>> = {
	map: /^[a-z0-9+=-]$/,
	deskLetters: /^[a-z]$/,
	stage: /^([a-z.]|PageUp|PageDown|F5)$/
};
/** Places whose keys work at the same time. */
const TOGETHER: readonly (readonly KeyPlace[])[] = [
	['everywhere', 'play', 'map'],
	['everywhere', 'desk', 'deskLetters'],
	['everywhere', 'stage']
];
/** What Mac browsers leave to a page with Control; with Meta nearly everything is theirs. */
const FREE_ON_MAC = ['h', 'p', 's', 't'];

describe('the key table', () => {
	it.each(all)('$name can be typed on every keyboard (Mac: $onMac)', ({ place, onMac, of }) => {
		for (const combination of of) {
			const { key, with: modifier } = combination;
			const isNamed = ON_EVERY_KEYBOARD.includes(key) || FREE_FUNCTION_KEYS.includes(key);
			if (place in SINGLE_KEYS) {
				expect(modifier).toBeUndefined();
				expect(isNamed || SINGLE_KEYS[place]!.test(key), written(combination)).toBe(true);
			} else if (onMac && modifier === 'Control' && key.length === 1)
				expect(FREE_ON_MAC, written(combination)).toContain(key);
			else expect(isNamed, written(combination)).toBe(true);
		}
	});

	it('takes no combination with Ctrl and a letter where browsers have it, and no single key that writes', () => {
		for (const { place, onMac, of } of all) {
			if (place in SINGLE_KEYS || onMac) continue;
			for (const { key, with: modifier } of of) {
				expect(key.length, written({ key })).toBeGreaterThan(1);
				if (modifier === undefined) expect(FREE_FUNCTION_KEYS).toContain(key);
			}
		}
	});

	it('gives one act to one combination among those that work at the same time', () => {
		expect([...new Set(TOGETHER.flat())].toSorted()).toEqual(PLACES.toSorted());
		for (const places of TOGETHER)
			for (const onMac of [false, true]) {
				const taken = places.flatMap((place) =>
					rowsOf(place).flatMap(([, row]) => combinationsOf(row, onMac).map(written))
				);
				expect(new Set(taken).size, `${places.join()}: ${taken.join(' ')}`).toBe(taken.length);
			}
	});

	it('says of each act what it does, with the keys of the machine', () => {
		for (const place of PLACES)
			for (const onMac of [false, true])
				for (const { keys, does } of keyTexts(place, onMac)) {
					expect(does, `${place}, ${keys}`).toMatch(/\w/);
					if (onMac && place !== 'stage') expect(keys).not.toMatch(/^F\d/);
				}
		expect(keyTexts('desk', true)[0]).toEqual({ keys: '⌘ Enter or ⌃ Enter', does: 'Main button' });
		expect(keyTexts('desk', false)[1]).toEqual({ keys: 'F8', does: 'Pause, and go on' });
	});
});

function press(key: string, more: Partial<KeyPress> = {}): KeyPress {
	const none = { ctrlKey: false, shiftKey: false, metaKey: false, altKey: false };
	return { key, code: '', ...none, repeat: false, defaultPrevented: false, target: null, ...more };
}
const field = { matches: () => true } as unknown as EventTarget;

describe('a pressed key', () => {
	it('does what the table says, and nothing with another modifier or while it is held down', () => {
		expect(actOf('play', press('Enter', { ctrlKey: true }), false)).toBe('main');
		expect(actOf('play', press('F8'), false)).toBe('pause');
		expect(actOf('play', press('F8', { shiftKey: true }), false)).toBe('stop');
		expect(actOf('play', press('F8', { repeat: true }), false)).toBeNull();
		expect(actOf('play', press('F8', { altKey: true }), false)).toBeNull();
		expect(actOf('play', press('Enter'), false)).toBeNull();
	});

	it('goes on with the exercise from a text field, and does nothing else there', () => {
		expect(actOf('play', press('Enter', { ctrlKey: true, target: field }), false)).toBe('main');
		expect(actOf('play', press('Backspace', { ctrlKey: true, target: field }), false)).toBeNull();
	});

	it('is another one on a Mac, where function keys are the machine’s', () => {
		expect(actOf('play', press('Enter', { metaKey: true }), true)).toBe('main');
		expect(actOf('play', press('p', { ctrlKey: true }), true)).toBe('pause');
		expect(actOf('play', press('p', { ctrlKey: true }), false)).toBeNull();
	});

	it('is found on French and Cyrillic keyboards', () => {
		expect(actOf('map', press('&', { code: 'Digit1' }), false)).toBe('continent');
		expect(actOf('map', press('1', { code: 'Digit1', shiftKey: true }), false)).toBe('continent');
		expect(actOf('map', press('+', { code: 'Equal', shiftKey: true }), false)).toBe('closer');
		expect(actOf('map', press('т', { code: 'KeyN' }), false)).toBe('nextCity');
		// AZERTY: the key at the place of Q types A, and what is typed counts.
		expect(actOf('map', press('f', { code: 'KeyF' }), false)).toBe('freeze');
	});

	it('is told to screen readers as it is typed', () => {
		expect(ariaKeys(KEY_TABLE.play.stop, false)).toBe('Shift+F8');
		expect(ariaKeys(KEY_TABLE.play.main, true)).toBe('Meta+Enter Control+Enter');
	});
});
