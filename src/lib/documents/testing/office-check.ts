import { strFromU8, unzipSync } from 'fflate';

/**
 * Reads an Office file as strictly as its readers: XML that is well-formed, parts that are declared, relations that lead
 * somewhere, ids that are given once. What it finds wrong, in words; nothing: it is sound.
 */
export function officeFaults(bytes: Uint8Array): string[] {
	const files = unzipSync(bytes);
	const names = Object.keys(files);
	const faults: string[] = [];
	const texts = new Map(
		names.filter((name) => /\.(xml|rels)$/.test(name)).map((name) => [name, strFromU8(files[name]!)])
	);
	for (const [name, text] of texts) faults.push(...xmlFaults(text).map((fault) => `${name}: ${fault}`));
	const types = texts.get('[Content_Types].xml') ?? '';
	const declared = [...types.matchAll(/PartName="\/([^"]+)"/g)].map(([, name]) => name!);
	for (const name of declared) if (!names.includes(name)) faults.push(`${name} is declared and not there`);
	const byEnding = [...types.matchAll(/Extension="([^"]+)"/g)].map(([, ending]) => ending!);
	for (const name of names) {
		if (name === '[Content_Types].xml' || declared.includes(name)) continue;
		const ending = name.slice(name.lastIndexOf('.') + 1);
		if (!byEnding.includes(ending)) faults.push(`${name} has no content type`);
		if (ending === 'xml') faults.push(`${name} is not declared`);
	}
	for (const [name, text] of texts)
		if (name.endsWith('.rels')) faults.push(...relationFaults(name, text, texts, names));
	for (const [name, text] of texts) {
		faults.push(
			...repeated(text, /<(?:wp:docPr|p:cNvPr) id="(\d+)"/g).map((id) => `${name}: id ${id} is given twice`)
		);
	}
	return faults;
}

function relationFaults(
	name: string,
	text: string,
	texts: ReadonlyMap<string, string>,
	names: readonly string[]
): string[] {
	const source = name.replace('_rels/', '').replace(/\.rels$/, '');
	const folder = source.slice(0, source.lastIndexOf('/') + 1);
	const faults = repeated(text, /\bId="([^"]+)"/g).map((id) => `${name}: ${id} is given twice`);
	const ids = new Set<string>();
	for (const [, id, target] of text.matchAll(/Id="([^"]+)"[^>]*Target="([^"]+)"/g)) {
		ids.add(id!);
		const path = new URL(target!, `file:///${folder}`).pathname.slice(1);
		if (!names.includes(path)) faults.push(`${name}: ${id} leads to ${path}, which is not there`);
	}
	const used = [...(texts.get(source) ?? '').matchAll(/\br:(?:id|embed)="([^"]+)"/g)].map(([, id]) => id!);
	return [...faults, ...used.filter((id) => !ids.has(id)).map((id) => `${source}: ${id} leads nowhere`)];
}

function repeated(text: string, pattern: RegExp): string[] {
	const all = [...text.matchAll(pattern)].map(([, id]) => id!);
	return all.filter((id, index) => all.indexOf(id) !== index);
}

const TOKEN = /<\?xml[^?]*\?>|<(\/?)([A-Za-z][\w:.-]*)((?:\s+[\w:.-]+="[^"<]*")*)\s*(\/?)>|([^<]+)/gy;
const NOT_XML = /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]|&(?!(?:amp|lt|gt|quot|#\d+);)/u;

/** What is wrong with the XML of a part. */
export function xmlFaults(text: string): string[] {
	const open: string[] = [];
	const wrong = NOT_XML.exec(text);
	if (wrong !== null) return [`a sign that XML does not allow at ${wrong.index}`];
	TOKEN.lastIndex = 0;
	while (TOKEN.lastIndex < text.length) {
		const at = TOKEN.lastIndex;
		const token = TOKEN.exec(text);
		if (token === null) return [`not well-formed at ${at}: ${text.slice(at, at + 40)}`];
		const [, closes, name, attributes = '', isEmpty] = token;
		if (name === undefined) continue;
		const keys = [...attributes.matchAll(/([\w:.-]+)="/g)].map(([, key]) => key);
		if (new Set(keys).size !== keys.length) return [`<${name}> says the same twice`];
		if (closes === '/') {
			if (open.pop() !== name) return [`</${name}> closes nothing at ${at}`];
		} else if (isEmpty !== '/') open.push(name);
	}
	return open.length === 0 ? [] : [`<${open.at(-1)}> is not closed`];
}

/** All text of a part of a file, as its readers see it. */
export function textIn(bytes: Uint8Array, part: string | RegExp): string {
	const files = unzipSync(bytes);
	const found = Object.keys(files).filter((name) =>
		typeof part === 'string' ? name === part : part.test(name)
	);
	return found
		.map((name) => strFromU8(files[name]!).replace(/<[^>]+>/g, ' '))
		.join(' ')
		.replace(/&lt;/g, '<')
		.replace(/&gt;/g, '>')
		.replace(/&quot;/g, '"')
		.replace(/&#(\d+);/g, (_, code) => String.fromCharCode(Number(code)))
		.replace(/&amp;/g, '&')
		.replace(/ +/g, ' ');
}
