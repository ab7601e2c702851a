import type { World } from './world.ts';

/**
 * 64-bit hash of the state of a world, as 16 hexadecimal digits. Two multiply-and-rotate hashes over the words of
 * the buffer (little-endian, as every engine this runs on is); equal states give equal hashes in every engine.
 */
export function stateHash(world: World): string {
	const words = new Int32Array(world.buffer);
	let a = 0x9e3779b9 | 0;
	let b = 0x85ebca6b | 0;
	for (let i = 0; i < words.length; i++) {
		const word = words[i]!;
		a = Math.imul(a ^ word, 0xcc9e2d51 | 0);
		a = (a << 13) | (a >>> 19);
		b = Math.imul(b + word, 0x1b873593) ^ a;
		b = (b << 17) | (b >>> 15);
	}
	return hex(finish(a ^ words.length)) + hex(finish(b ^ a));
}

function finish(x: number): number {
	x = Math.imul(x ^ (x >>> 16), 0x7feb352d);
	x = Math.imul(x ^ (x >>> 15), 0x846ca68b | 0);
	return x ^ (x >>> 16);
}

function hex(x: number): string {
	return (x >>> 0).toString(16).padStart(8, '0');
}
