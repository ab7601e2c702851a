/** What keys do that work anywhere on the screens of play. */
export interface PlayKeys {
	readonly main: () => void;
	readonly hold: () => void;
	readonly stop: () => void;
	readonly table: () => void;
}

/** All of them go with Ctrl, so that none is pressed by somebody who writes or speaks a single letter. */
export function pressKey(event: KeyboardEvent, keys: PlayKeys): void {
	if (!event.ctrlKey || event.altKey || event.metaKey || event.repeat) return;
	const act = actOf(event, keys);
	if (act === null) return;
	event.preventDefault();
	act();
}

function actOf({ key, shiftKey }: KeyboardEvent, keys: PlayKeys): (() => void) | null {
	if (key === 'Enter' && !shiftKey) return keys.main;
	if (key === '.' && !shiftKey) return keys.hold;
	if (key.toLowerCase() === 's' && shiftKey) return keys.stop;
	if (key.toLowerCase() === 'm' && shiftKey) return keys.table;
	return null;
}
