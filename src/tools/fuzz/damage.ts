import { below, pick, type Random } from './raw-requests.ts';
import { ODD } from './vocabulary.ts';

/** What editors, disks, networks and people who mean harm do to a file. */
const BYTE_DAMAGES: readonly ((random: Random, bytes: Uint8Array) => Uint8Array)[] = [
	// Cut off.
	(random, bytes) => bytes.slice(0, below(random, bytes.length)),
	// A piece is gone.
	(random, bytes) => {
		const at = below(random, bytes.length);
		return joined(bytes.slice(0, at), bytes.slice(at + 1 + below(random, 200)));
	},
	// A piece stands there twice.
	(random, bytes) => {
		const at = below(random, bytes.length);
		return joined(bytes.slice(0, at + 1 + below(random, 200)), bytes.slice(at));
	},
	// Some bytes are others.
	(random, bytes) => {
		const changed = bytes.slice();
		for (let n = 1 + below(random, 8); n > 0 && changed.length > 0; n--)
			changed[below(random, changed.length)] = below(random, 256);
		return changed;
	},
	// Something stands in between.
	(random, bytes) => {
		const at = below(random, bytes.length);
		return joined(bytes.slice(0, at), Buffer.from(pick(random, ODD), 'latin1'), bytes.slice(at));
	}
];

/** A file with one to three damages. */
export function damagedBytes(random: Random, bytes: Uint8Array): Uint8Array {
	let damaged = bytes;
	for (let n = 1 + below(random, 3); n > 0; n--) damaged = pick(random, BYTE_DAMAGES)(random, damaged);
	return damaged;
}

/** A text with one to three damages. */
export function damagedText(random: Random, text: string): string {
	return Buffer.from(damagedBytes(random, Buffer.from(text))).toString('utf8');
}

/** Values that readers take for others, or that are too much for them. */
const ODD_VALUES: readonly unknown[] = [
	...[
		null,
		true,
		false,
		0,
		-1,
		1.5,
		1e308,
		-1e308,
		2 ** 53,
		'',
		' ',
		'0',
		'1e999',
		'NaN',
		'__proto__',
		'constructor'
	],
	...[
		[],
		{},
		[[]],
		[null],
		{ length: 5 },
		{ toString: 1 },
		'x'.repeat(70_000),
		'é\u202e\ud800',
		'=1+1',
		'<b>',
		'${1}'
	],
	...[Array.from({ length: 2000 }, () => 0), nested(500)]
];

/** Data with one to three values that are others, gone, or more than there should be. */
export function damagedValue(random: Random, value: unknown): unknown {
	let damaged = value;
	for (let n = 1 + below(random, 3); n > 0; n--) damaged = changedAt(random, damaged);
	return damaged;
}

function changedAt(random: Random, value: unknown): unknown {
	const keys = typeof value === 'object' && value !== null ? Object.keys(value) : [];
	if (keys.length === 0 || random() < 0.15) return pick(random, ODD_VALUES);
	const key = pick(random, keys);
	const entries = Object.entries(value as Record<string, unknown>);
	const chance = random();
	const changed = entries.flatMap(([name, inner]): [string, unknown][] => {
		if (name !== key) return [[name, inner]];
		if (chance < 0.1) return [];
		if (chance < 0.2)
			return [[pick(random, ['__proto__', 'constructor', '', 'type', 'id', `${name} `]), inner]];
		return [[name, changedAt(random, inner)]];
	});
	if (chance > 0.95)
		changed.push([pick(random, ['more', '__proto__', 'toString']), pick(random, ODD_VALUES)]);
	if (Array.isArray(value)) return changed.map(([, inner]) => inner);
	const made: Record<string, unknown> = {};
	// As JSON.parse does it: a key of any name is one's own.
	for (const [name, inner] of changed)
		Object.defineProperty(made, name, { value: inner, enumerable: true, writable: true, configurable: true });
	return made;
}

function nested(depth: number): unknown {
	let value: unknown = 0;
	for (let n = 0; n < depth; n++) value = n % 2 === 0 ? [value] : { a: value };
	return value;
}

function joined(...pieces: readonly Uint8Array[]): Uint8Array {
	return Buffer.concat(pieces);
}
