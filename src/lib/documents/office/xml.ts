import { cleanText } from './clean.ts';

export const XML_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

const ESCAPES: Readonly<Record<string, string>> = {
	'&': '&amp;',
	'<': '&lt;',
	'>': '&gt;',
	'"': '&quot;',
	'\n': '&#10;',
	'\t': '&#9;'
};

/** A text between tags. */
export function xmlText(text: string): string {
	return cleanText(text).replace(/[&<>]/g, (sign) => ESCAPES[sign]!);
}

/** A text between double quotes. */
export function xmlAttribute(text: string): string {
	return cleanText(text).replace(/[&<>"\n\t]/g, (sign) => ESCAPES[sign]!);
}
