/** A figure that stands in a text: what is asked of the world, and the words in its place where the world is not known. */
export interface FigureInText {
	readonly expression: string;
	readonly instead: string;
	/** Where the expression begins in the text. */
	readonly at: number;
}

/** Values of the figures of a text, by their expression. */
export type Figures = Readonly<Record<string, number>>;

/** `{organisation.acme.down|four hundred}` */
const FIGURE = /\{([^{}|]+)\|([^{}|]+)\}/g;

export function figuresIn(text: string): FigureInText[] {
	return [...text.matchAll(FIGURE)].map((found) => ({
		expression: found[1]!.trim(),
		instead: found[2]!.trim(),
		at: found.index + 1
	}));
}

/** Whether a brace is left that opens or closes no figure. */
export function hasStrayBrace(text: string): boolean {
	return /[{}]/.test(text.replace(FIGURE, ''));
}

/** A text with its figures; with the words in their place where they are not known. */
export function textWith(text: string, figures: Figures = {}): string {
	return text.replace(FIGURE, (_, expression: string, instead: string) => {
		const value = figures[expression.trim()];
		return value === undefined ? instead.trim() : figureText(value);
	});
}

/** Up to this size figures are told as they are; above it with two digits: nobody on a telephone knows the third. */
const EXACT_MOST = 100;
const MILLION = 1_000_000;

/** A figure as people say it: 37, 1,900, 8.4 million. */
export function figureText(value: number): string {
	const size = Math.abs(value);
	if (size < EXACT_MOST) return String(Math.round(value));
	let unit = 1;
	while (size / unit >= EXACT_MOST) unit *= 10;
	const rounded = Math.round(value / unit) * unit;
	if (Math.abs(rounded) >= MILLION) return `${Math.round(rounded / (MILLION / 10)) / 10} million`;
	return String(rounded).replace(/\B(?=(\d{3})+$)/g, ',');
}
