import { isMap, isScalar, isSeq, type Alias, type Node } from 'yaml';
import {
	formatPath,
	type Fault,
	type Finding,
	type Path,
	type Places,
	type Problem
} from '../faults/fault.ts';

/** A document's text and nodes: knows on which line and in which column a path stands. */
export class Source implements Places {
	readonly text: string;
	readonly file: string;
	/** The document's root node and what its aliases stand for; set once it has been composed. */
	root: Node | null = null;
	readonly targets = new Map<Alias, Node>();
	readonly #lineStarts: number[] = [0];

	constructor(text: string, file: string) {
		this.text = text;
		this.file = file;
		for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) this.#lineStarts.push(at + 1);
	}

	/** A fault of the document as a whole that shows at an offset of the text. */
	faultAt(offset: number, problem: Problem): Fault {
		return this.fault({ path: [], offset, ...problem });
	}

	/** A finding at its place: that of the path, or of the nearest part above it that exists. */
	fault({ path, onKey, offset, within, ...problem }: Finding): Fault {
		const at = offset ?? this.#offset(path, onKey === true, within ?? 0);
		return { file: this.file, ...this.#place(at), path: formatPath(path), alsoLines: [], ...problem };
	}

	/** A source is one file. */
	fileIndex(): number {
		return 0;
	}

	#offset(path: Path, onKey: boolean, within: number): number {
		let node = this.root;
		let offset = node?.range?.[0] ?? 0;
		for (const [depth, step] of path.entries()) {
			const next = this.#step(node, step);
			if (next === null) break;
			const last = depth === path.length - 1;
			offset = (last && onKey ? next.key : next.value)?.range?.[0] ?? next.key?.range?.[0] ?? offset;
			node = next.value;
		}
		return within === 0 ? offset : this.#within(node, offset, within);
	}

	/** Where a character of a scalar's value was written: YAML folds and indents white space, and nothing else here. */
	#within(node: Node | null, offset: number, within: number): number {
		if (!isScalar(node) || typeof node.value !== 'string' || !node.range) return offset;
		const written = this.text.slice(offset, node.range[1]);
		const isBlock = node.type === 'BLOCK_FOLDED' || node.type === 'BLOCK_LITERAL';
		const isQuoted = node.type === 'QUOTE_SINGLE' || node.type === 'QUOTE_DOUBLE';
		let at = isBlock ? written.indexOf('\n') + 1 : isQuoted ? 1 : 0;
		for (const sign of node.value.slice(0, within + 1)) {
			if (/\s/.test(sign)) continue;
			while (at < written.length && /\s/.test(written[at]!)) at++;
			// A quote stands twice within single quotes.
			if (node.type === 'QUOTE_SINGLE' && sign === "'") at++;
			at++;
		}
		return Math.min(offset + Math.max(0, at - 1), node.range[1]);
	}

	#step(node: Node | null, step: string | number): { key: Node | null; value: Node | null } | null {
		const target = this.targets.get(node as Alias) ?? node;
		if (isSeq<Node>(target) && typeof step === 'number') {
			const value = target.items[step];
			return value === undefined ? null : { key: null, value };
		}
		if (!isMap<Node, Node | null>(target)) return null;
		const pair = target.items.find(({ key }) => isScalar(key) && String(key.value) === String(step));
		return pair === undefined ? null : { key: pair.key, value: pair.value };
	}

	#place(offset: number): { line: number; column: number } {
		let low = 0;
		let high = this.#lineStarts.length - 1;
		while (low < high) {
			const middle = (low + high + 1) >> 1;
			if (this.#lineStarts[middle]! <= offset) low = middle;
			else high = middle - 1;
		}
		return { line: low + 1, column: offset - this.#lineStarts[low]! + 1 };
	}
}
