/**
 * Every key of the product. Each act has a combination that American, German and French keyboards and a Mac can type,
 * and that no browser and no desktop takes: see the rules in the test. A Mac has combinations of its own where function
 * keys are taken by the machine.
 */

export interface Combination {
	/** As `KeyboardEvent.key` names it, letters in lower case; `0` to `9` go by their place on the keyboard. */
	readonly key: string;
	readonly with?: 'Control' | 'Shift' | 'Meta';
}

export interface KeyRow {
	/** The keys that do it, first the one to name. */
	readonly keys: readonly Combination[];
	/** On a Mac instead of these. */
	readonly onMac?: readonly Combination[];
	/** Also while a text is being written. */
	readonly inText?: true;
}

/**
 * Where keys work: on every page, on the screens of play, on the map while it has the focus, at the facilitator's desk,
 * there with single letters once they are switched on, and on the stage, also those of a clicker.
 */
export type KeyPlace = 'everywhere' | 'play' | 'map' | 'desk' | 'deskLetters' | 'stage';

const SINGLE = (...keys: string[]): KeyRow => ({ keys: keys.map((key) => ({ key })) });
const CONTROL = (key: string): Combination => ({ key, with: 'Control' });

const MAIN: KeyRow = {
	keys: [CONTROL('Enter')],
	onMac: [{ key: 'Enter', with: 'Meta' }, CONTROL('Enter')],
	inText: true
};
const UNDO: KeyRow = {
	keys: [CONTROL('Backspace')],
	onMac: [{ key: 'Backspace', with: 'Meta' }, CONTROL('Backspace')]
};
const PAUSE: KeyRow = { keys: [{ key: 'F8' }], onMac: [CONTROL('p'), { key: 'F8' }] };

export const KEY_TABLE = {
	everywhere: {
		help: { keys: [{ key: 'F2', with: 'Shift' }], onMac: [CONTROL('h')] }
	},
	play: {
		main: MAIN,
		undo: UNDO,
		pause: PAUSE,
		stop: { keys: [{ key: 'F8', with: 'Shift' }], onMac: [CONTROL('s'), { key: 'F8', with: 'Shift' }] },
		table: { keys: [{ key: 'F2' }], onMac: [CONTROL('t'), { key: 'F2' }] }
	},
	// While the map has the focus nothing is written, and a single key is enough.
	map: {
		move: SINGLE('ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown'),
		closer: SINGLE('+', '='),
		farther: SINGLE('-'),
		world: SINGLE('0'),
		continent: SINGLE('1', '2', '3', '4', '5', '6'),
		nextCity: SINGLE('n'),
		freeze: SINGLE('f'),
		table: SINGLE('t'),
		machines: SINGLE('s'),
		map: SINGLE('m')
	},
	desk: {
		main: MAIN,
		pause: PAUSE,
		undo: UNDO,
		edit: { keys: [{ key: 'F2' }], onMac: [CONTROL('t'), { key: 'F2' }] }
	},
	deskLetters: {
		pause: SINGLE('p'),
		blank: SINGLE('b'),
		code: SINGLE('q'),
		map: SINGLE('m'),
		services: SINGLE('s'),
		ballot: SINGLE('v'),
		next: SINGLE('n'),
		release: SINGLE('r'),
		park: SINGLE('h'),
		edit: SINGLE('e'),
		write: SINGLE('w')
	},
	// What clickers send, and a letter for each of it that a keyboard lacks.
	stage: {
		next: SINGLE('PageDown', 'ArrowRight', 'ArrowDown'),
		back: SINGLE('PageUp', 'ArrowLeft', 'ArrowUp'),
		blank: SINGLE('.', 'b'),
		code: SINGLE('q'),
		fullScreen: SINGLE('F5')
	}
} as const satisfies Record<KeyPlace, Record<string, KeyRow>>;

export type KeyTable = typeof KEY_TABLE;
export type ActOf<Place extends KeyPlace> = keyof KeyTable[Place] & string;

export function rowOf<Place extends KeyPlace>(place: Place, act: ActOf<Place>): KeyRow {
	return (KEY_TABLE[place] as Readonly<Record<string, KeyRow>>)[act]!;
}

/** The combinations of a row on this machine. */
export function combinationsOf({ keys, onMac }: KeyRow, isMac: boolean): readonly Combination[] {
	return isMac && onMac !== undefined ? onMac : keys;
}
