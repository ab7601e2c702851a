import type { Together } from '../../debrief/hot-wash/hot-wash.ts';
import { shownParts, shownTotal, type ShownPart } from '../../debrief/hot-wash/shown-parts.ts';
import { said, words } from './words.ts';

/** One row of the bar that sums. */
export interface SumRow {
	readonly key: string;
	readonly name: string;
	readonly less: string | null;
	/** In tenths of a point: below 0 less harm. */
	readonly tenths: number;
	/** Where its piece begins and how long it is, of 100; pieces follow each other. */
	readonly from: number;
	readonly length: number;
	readonly isTotal: boolean;
}

const SHARED_WORTH_SAYING = 5;
const say = words.effects.together;

/** The rows of the bar: each part from where the one before it ended, and the whole last. */
export function sumRows(together: Together, most: number): SumRow[] {
	const parts = shownParts(together, most);
	const total = shownTotal(together);
	const edges = [0, total, ...parts.map(({ fromTenths, tenths }) => fromTenths + tenths)];
	const [least, greatest] = [Math.min(...edges), Math.max(...edges)];
	const scale = greatest === least ? 0 : 100 / (greatest - least);
	const piece = (from: number, tenths: number) => {
		// Less harm to the right.
		const right = (greatest - Math.min(from, from + tenths)) * scale;
		const length = Math.abs(tenths) * scale;
		return { tenths, from: right - length, length };
	};
	const rows = parts.map((part): SumRow => {
		const decision = part.part === null ? null : together.parts[part.part]!;
		const withThem = decision?.with.map((title) => `‘${said(title)}’`).join(', ') ?? '';
		return {
			key: decision?.decision ?? part.kind,
			name: nameOf(part, together),
			less: withThem === '' ? null : say.withThem(withThem),
			...piece(part.fromTenths, part.tenths),
			isTotal: false
		};
	});
	return [...rows, { key: 'total', name: say.total, less: null, ...piece(0, total), isTotal: true }];
}

/** `Together about 20 points less harm; singly they cover for each other.` */
export function sumSentence(together: Together | null): string {
	if (together === null) return say.nothing;
	const total = shownTotal(together);
	const shared = Math.round(together.shared * 1000);
	const whole = total === 0 ? say.same : (total < 0 ? say.helped : say.hurt)(together.harm);
	if (together.parts.length === 1) return whole + say.one;
	if (Math.abs(shared) < SHARED_WORTH_SAYING) return whole + say.apart;
	return whole + (shared < 0 ? say.cover : say.need);
}

function nameOf({ kind, part, count, tenths }: ShownPart, { parts }: Together): string {
	if (kind === 'decision') return said(parts[part!]!.title);
	return kind === 'rest' ? say.rest(count) : tenths < 0 ? say.shared.cover : say.shared.need;
}
