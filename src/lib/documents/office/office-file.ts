import { strToU8, zipSync, type Zippable } from 'fflate';
import { XML_HEAD, xmlAttribute, xmlText } from './xml.ts';

/** The parts of an Office Open XML file: what a part is, where it stands, and what it refers to. */
export interface OfficePart {
	/** From the root of the file, without a slash in front. */
	readonly path: string;
	/** Null: by the file name's ending. */
	readonly contentType: string | null;
	/** XML without its head, or the bytes of a picture. */
	readonly content: string | Uint8Array;
	readonly relations?: readonly Relation[];
}

export interface Relation {
	readonly id: string;
	/** The last word of the relation's type: `slide`, `image`. */
	readonly type: string;
	/** Path from the folder of the part that refers. */
	readonly target: string;
}

export interface AboutFile {
	readonly title: string;
	/** The exercise marking; it stands among the file's properties too. */
	readonly marking: string;
	/** What the file was made with. */
	readonly application: string;
}

const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
export const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006';

/** A moment that is the same everywhere: read as local time, and written as local time. */
const NO_MOMENT = '2000-01-01T00:00:00';

/**
 * The bytes of an Office file. The same parts give the same bytes: it holds no time of its making.
 *
 * @param main path of the part that opens first
 */
export function officeFile(about: AboutFile, main: string, parts: readonly OfficePart[]): Uint8Array {
	const all = [...parts, ...properties(about)];
	const files: Zippable = { '[Content_Types].xml': xml(contentTypes(all)) };
	files['_rels/.rels'] = xml(
		relations([
			{ id: 'rId1', type: `${OFFICE}/relationships/officeDocument`, target: main },
			{ id: 'rId2', type: `${PACKAGE}/relationships/metadata/core-properties`, target: 'docProps/core.xml' },
			{ id: 'rId3', type: `${OFFICE}/relationships/extended-properties`, target: 'docProps/app.xml' }
		])
	);
	for (const { path, content, relations: own = [] } of all) {
		files[path] = typeof content === 'string' ? xml(content) : [content, { level: 0 }];
		if (own.length > 0) files[relationsPath(path)] = xml(relations(own.map(ofOffice)));
	}
	return zipSync(files, { mtime: NO_MOMENT, level: 6 });
}

const xml = (content: string) => strToU8(XML_HEAD + content);

const ofOffice = ({ id, type, target }: Relation): Relation => ({
	id,
	type: `${OFFICE}/relationships/${type}`,
	target
});

function relationsPath(path: string): string {
	const slash = path.lastIndexOf('/');
	return `${path.slice(0, slash + 1)}_rels/${path.slice(slash + 1)}.rels`;
}

function relations(all: readonly Relation[]): string {
	const items = all.map(
		({ id, type, target }) => `<Relationship Id="${id}" Type="${type}" Target="${xmlAttribute(target)}"/>`
	);
	return `<Relationships xmlns="${PACKAGE}/relationships">${items.join('')}</Relationships>`;
}

function contentTypes(parts: readonly OfficePart[]): string {
	const own = parts.flatMap(({ path, contentType }) =>
		contentType === null ? [] : [`<Override PartName="/${path}" ContentType="${contentType}"/>`]
	);
	const byEnding = [
		'<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>',
		'<Default Extension="xml" ContentType="application/xml"/>',
		'<Default Extension="png" ContentType="image/png"/>'
	];
	return `<Types xmlns="${PACKAGE}/content-types">${[...byEnding, ...own].join('')}</Types>`;
}

function properties({ title, marking, application }: AboutFile): OfficePart[] {
	const core =
		`<cp:coreProperties xmlns:cp="${PACKAGE}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/">` +
		`<dc:title>${xmlText(title)}</dc:title><dc:subject>${xmlText(marking)}</dc:subject>` +
		`<dc:creator>${xmlText(application)}</dc:creator><dc:language>en-GB</dc:language></cp:coreProperties>`;
	const app =
		`<Properties xmlns="${OFFICE}/extended-properties">` +
		`<Application>${xmlText(application)}</Application></Properties>`;
	return [
		{
			path: 'docProps/core.xml',
			contentType: 'application/vnd.openxmlformats-package.core-properties+xml',
			content: core
		},
		{
			path: 'docProps/app.xml',
			contentType: 'application/vnd.openxmlformats-officedocument.extended-properties+xml',
			content: app
		}
	];
}
