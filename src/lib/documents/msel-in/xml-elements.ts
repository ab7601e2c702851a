/** Elements of an XML text by name, without a tree: enough for the flat lists that spreadsheets keep. */

export interface XmlElement {
	readonly attributes: Readonly<Record<string, string>>;
	readonly inside: string;
}

/** Every element of that name, in order; one inside another of the same name is not told apart from it. */
export function elements(xml: string, name: string): XmlElement[] {
	const found: XmlElement[] = [];
	const open = new RegExp(`<(?:\\w+:)?${name}((?:\\s+[\\w:.-]+\\s*=\\s*(?:"[^"]*"|'[^']*'))*)\\s*(/?)>`, 'g');
	const close = new RegExp(`</(?:\\w+:)?${name}\\s*>`, 'g');
	for (;;) {
		const start = open.exec(xml);
		if (start === null) return found;
		const attributes = attributesOf(start[1] ?? '');
		if (start[2] === '/') {
			found.push({ attributes, inside: '' });
			continue;
		}
		close.lastIndex = open.lastIndex;
		const end = close.exec(xml);
		if (end === null) return found;
		found.push({ attributes, inside: xml.slice(open.lastIndex, end.index) });
		open.lastIndex = close.lastIndex;
	}
}

function attributesOf(text: string): Record<string, string> {
	const pairs = [...text.matchAll(/([\w:.-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g)];
	return Object.fromEntries(pairs.map(([, key, value, other]) => [key!, value ?? other ?? '']));
}

const NAMED: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

export function unescaped(text: string): string {
	return text.replace(
		/&(?:#x([0-9a-f]+)|#(\d+)|(\w+));/gi,
		(whole, hex?: string, decimal?: string, name?: string) => {
			if (name !== undefined) return NAMED[name] ?? whole;
			const code = hex === undefined ? Number(decimal) : parseInt(hex, 16);
			return code <= 0x10ffff ? String.fromCodePoint(code) : '';
		}
	);
}
