import { isAlias, isMap, isScalar, isSeq, type Node } from 'yaml';
import type { Finding, Path, Problem } from '../faults/fault.ts';
import type { Source } from './source.ts';

const MAX_DEPTH = 40;
const MAX_NODES = 200_000;
const MAX_NUMBER = 1e15;
const MAX_TEXT = 20_000;

/** Keys that reach into every JavaScript object. */
const PROTOTYPE_KEYS = new Set(['__proto__', 'constructor', 'prototype']);

const CORE_TAGS = new Set(
	['str', 'int', 'float', 'bool', 'null', 'map', 'seq'].map((tag) => `tag:yaml.org,2002:${tag}`)
);

class Refusal extends Error {}

/**
 * Nodes to plain values. Aliases are followed, but only as far as a bounded document reaches (nested aliases multiply);
 * duplicate and prototype keys, foreign tags, and numbers that are none or huge are findings.
 */
export class ValueReader {
	readonly findings: Finding[] = [];
	readonly #source: Source;
	readonly #anchors = new Map<string, Node>();
	#nodes = 0;

	constructor(source: Source) {
		this.#source = source;
	}

	/** The value of the root, or undefined when there are findings. */
	read(root: Node | null): unknown {
		try {
			const value = this.#read(root, []);
			return this.findings.length === 0 ? value : undefined;
		} catch (error) {
			if (error instanceof Refusal) return undefined;
			throw error;
		}
	}

	#read(node: Node | null, path: Path): unknown {
		if (path.length > MAX_DEPTH) this.#refuse(path, { code: 'tooDeep', params: {} });
		if (++this.#nodes > MAX_NODES) this.#refuse(path, { code: 'tooManyValues', params: {} });
		if (node === null) return null;
		if (isAlias(node)) return this.#follow(node, path);
		if (node.tag !== undefined && !CORE_TAGS.has(node.tag)) {
			this.#find(path, { code: 'foreignTag', params: { tag: node.tag } });
		}
		if (isScalar(node)) {
			if (node.anchor !== undefined) this.#anchors.set(node.anchor, node);
			return this.#scalar(node.value, path);
		}
		if ((isMap(node) || isSeq(node)) && node.anchor !== undefined) this.#anchors.set(node.anchor, node);
		if (isSeq<Node | null>(node)) return node.items.map((item, index) => this.#read(item, [...path, index]));
		return isMap<Node, Node | null>(node) ? this.#mapping(node.items, path) : null;
	}

	#follow(node: Node & { source?: string }, path: Path): unknown {
		const target = this.#anchors.get(node.source ?? '');
		if (target === undefined) {
			this.#find(path, { code: 'noAnchor', params: { anchor: node.source ?? '' } });
			return null;
		}
		this.#source.targets.set(node as never, target);
		return this.#read(target, path);
	}

	#scalar(value: unknown, path: Path): unknown {
		if (typeof value === 'number' && !(Math.abs(value) <= MAX_NUMBER)) {
			this.#find(path, { code: 'numberTooLarge', params: { number: String(value), most: MAX_NUMBER } });
		}
		if (typeof value === 'string' && value.length > MAX_TEXT) {
			this.#find(path, { code: 'textTooLong', params: { characters: value.length, most: MAX_TEXT } });
		}
		return value;
	}

	#mapping(items: readonly { key: Node; value: Node | null }[], path: Path): Record<string, unknown> {
		const values = new Map<string, unknown>();
		for (const { key, value } of items) {
			const name = isScalar(key) ? key.value : null;
			if (typeof name !== 'string') {
				this.#find(path, { code: 'keyNotText', params: { key: String(name) } }, key.range?.[0]);
				continue;
			}
			const inner = [...path, name];
			if (PROTOTYPE_KEYS.has(name)) {
				this.#find(inner, { code: 'keyForbidden', params: { key: name } }, key.range?.[0]);
			} else if (values.has(name))
				this.#find(inner, { code: 'twice', params: { kind: 'key', id: name } }, key.range?.[0]);
			else values.set(name, this.#read(value, inner));
		}
		return Object.fromEntries(values);
	}

	#find(path: Path, problem: Problem, offset?: number): void {
		this.findings.push({ path, ...problem, offset });
		if (this.findings.length >= 50) throw new Refusal();
	}

	#refuse(path: Path, problem: Problem): never {
		this.#find(path, problem);
		throw new Refusal();
	}
}
