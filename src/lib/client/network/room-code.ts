import { CODE_LENGTH, CODE_SIGNS } from '../../room/protocol/room-code.ts';

export type ReadCode =
	| { readonly kind: 'code'; readonly code: string }
	/** `typed`: in capitals and closed up. `wrongSigns`: those of it that no code has, each once. */
	| { readonly kind: 'wrong'; readonly typed: string; readonly wrongSigns: readonly string[] };

/** What somebody typed or pasted as a room's code: small letters, spaces and dashes do no harm, nor a whole address. */
export function readRoomCode(text: string): ReadCode {
	const typed = codePart(text.trim())
		.toUpperCase()
		.replace(/[\s\-–—._]/gu, '');
	const wrongSigns = [...new Set(typed)].filter((sign) => !CODE_SIGNS.includes(sign));
	if (typed.length === CODE_LENGTH && wrongSigns.length === 0) return { kind: 'code', code: typed };
	return { kind: 'wrong', typed, wrongSigns };
}

/** Of an address the code stands in its fragment or its query; a fragment may bring a token after it. */
function codePart(text: string): string {
	if (!/[#?/]/.test(text)) return text;
	const [, code] = /(?:#|[?&]code=)([^#&.]+)/.exec(text) ?? [];
	return code ?? text;
}

/** A code with the token of a link, as they stand in a fragment: `#K7M2A.token`. Null: there is no token. */
export function readLink(fragment: string): { readonly code: string; readonly token: string } | null {
	const [, code, token] = /^#?([^.]+)\.(.+)$/.exec(fragment) ?? [];
	return code === undefined || token === undefined ? null : { code: code.toUpperCase(), token };
}
