import { isAlias, isMap, isScalar, isSeq, type Node } from 'yaml';
import type { Finding, Path } from './fault.ts';
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
		if (path.length > MAX_DEPTH) this.#refuse(path, 'this is nested too deep, or holds itself', 'unfold it');
		if (++this.#nodes > MAX_NODES)
			this.#refuse(path, 'the file unfolds to too many values', 'use fewer aliases');
		if (node === null) return null;
		if (isAlias(node)) return this.#follow(node, path);
		if (node.tag !== undefined && !CORE_TAGS.has(node.tag)) {
			this.#find(path, `the tag ${node.tag} is not read here`, 'remove it');
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
			this.#find(path, `there is no anchor &${node.source} above`, 'write the value itself');
			return null;
		}
		this.#source.targets.set(node as never, target);
		return this.#read(target, path);
	}

	#scalar(value: unknown, path: Path): unknown {
		if (typeof value === 'number' && !(Math.abs(value) <= MAX_NUMBER)) {
			this.#find(path, `${value} is no number that can be worked with`, `keep numbers below ${MAX_NUMBER}`);
		}
		if (typeof value === 'string' && value.length > MAX_TEXT) {
			this.#find(path, `this text has ${value.length} characters`, `keep texts below ${MAX_TEXT}`);
		}
		return value;
	}

	#mapping(items: readonly { key: Node; value: Node | null }[], path: Path): Record<string, unknown> {
		const values = new Map<string, unknown>();
		for (const { key, value } of items) {
			const name = isScalar(key) ? key.value : null;
			if (typeof name !== 'string') {
				this.#find(
					path,
					`the key ${String(name)} is not a text`,
					'write keys as plain words, or in quotes',
					key.range?.[0]
				);
				continue;
			}
			const inner = [...path, name];
			if (PROTOTYPE_KEYS.has(name)) {
				this.#find(inner, `the key '${name}' is not allowed`, 'choose another name', key.range?.[0]);
			} else if (values.has(name))
				this.#find(inner, `the key '${name}' stands twice`, 'keep one of them', key.range?.[0]);
			else values.set(name, this.#read(value, inner));
		}
		return Object.fromEntries(values);
	}

	#find(path: Path, message: string, remedy: string, offset?: number): void {
		this.findings.push({ path, message, remedy, offset });
		if (this.findings.length >= 50) throw new Refusal();
	}

	#refuse(path: Path, message: string, remedy: string): never {
		this.#find(path, message, remedy);
		throw new Refusal();
	}
}
