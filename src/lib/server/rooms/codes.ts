import { randomInt } from 'node:crypto';
import { CODE_LENGTH, CODE_SIGNS } from '../../room/protocol/room-code.ts';

/** A code as a person typed it: the code that it means, or the signs that no code has. */
export type CodeReading =
	| { readonly ok: true; readonly code: string }
	/** `wrongSigns` empty: it is only too short or too long. */
	| { readonly ok: false; readonly wrongSigns: readonly string[] };

/** A code that nobody can guess better than by trying: one of five million. */
export function newCode(): string {
	return Array.from({ length: CODE_LENGTH }, () => CODE_SIGNS[randomInt(CODE_SIGNS.length)]).join('');
}

/** Small letters, spaces and hyphens are forgiven. */
export function readCode(typed: string): CodeReading {
	const signs = [...typed.toUpperCase().replace(/[\s\p{Pd}\p{Cf}]/gu, '')];
	const wrongSigns = [...new Set(signs.filter((sign) => !CODE_SIGNS.includes(sign)))].slice(0, CODE_LENGTH);
	if (wrongSigns.length > 0 || signs.length !== CODE_LENGTH) return { ok: false, wrongSigns };
	return { ok: true, code: signs.join('') };
}
