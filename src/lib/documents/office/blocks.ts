/** What a written document is made of, whatever program opens it. */
export type Block =
	| { readonly kind: 'title'; readonly text: string; readonly below: string }
	| { readonly kind: 'heading'; readonly level: 1 | 2 | 3; readonly text: string }
	| { readonly kind: 'paragraph'; readonly text: string; readonly look?: ParagraphLook }
	| { readonly kind: 'list'; readonly items: readonly string[] }
	| TableBlock
	| PictureBlock
	| { readonly kind: 'newPage' }
	/** Pages from here on are so turned; a new page begins. */
	| { readonly kind: 'turn'; readonly to: 'portrait' | 'landscape' }
	/** Lines to write on by hand. */
	| { readonly kind: 'lines'; readonly count: number };

export type ParagraphLook = 'note' | 'notice' | 'strong';

export interface TableBlock {
	readonly kind: 'table';
	/** Stands above it, and is what screen readers call it. */
	readonly caption: string | null;
	/** Repeated on every page; none: the first cell of each row is its heading. */
	readonly head: readonly string[] | null;
	readonly rows: readonly (readonly TableCell[])[];
	/** Shares of the width. */
	readonly widths: readonly number[];
}

export type TableCell =
	| string
	| {
			readonly text: string;
			readonly isHead?: boolean;
			readonly align?: 'centre';
			/** Columns that it goes over. */
			readonly span?: number;
	  };

export interface PictureBlock {
	readonly kind: 'picture';
	readonly png: Uint8Array;
	readonly widthMm: number;
	readonly heightMm: number;
	/** What it shows, for those who do not see it. */
	readonly alt: string;
	readonly caption: string;
}

export const heading = (level: 1 | 2 | 3, text: string): Block => ({ kind: 'heading', level, text });
export const paragraph = (text: string, look?: ParagraphLook): Block =>
	look === undefined ? { kind: 'paragraph', text } : { kind: 'paragraph', text, look };
export const list = (items: readonly string[]): Block => ({ kind: 'list', items });
export const NEW_PAGE: Block = { kind: 'newPage' };

/** A table of two columns: what a thing is called, and what it is. */
export function pairs(caption: string | null, rows: readonly (readonly [string, string])[]): TableBlock {
	return { kind: 'table', caption, head: null, rows, widths: [1, 2.4] };
}
