/**
 * 64-bit hash of a text as 16 hexadecimal digits: which content a log was played with. Line ends count alike, so that
 * a checkout on another system gives the same hash. No protection against somebody who wants two texts to agree.
 *
 * Two lanes of multiply-and-rotate over the UTF-16 units, each finished with a full avalanche.
 */
export function contentHash(text: string): string {
	let a = 0x9e3779b9 | 0;
	let b = 0x85ebca6b | 0;
	let length = 0;
	for (let i = 0; i < text.length; i++) {
		const unit = text.charCodeAt(i);
		if (unit === 0x0d && text.charCodeAt(i + 1) === 0x0a) continue;
		a = Math.imul(a ^ unit, 0xcc9e2d51 | 0);
		a = (a << 13) | (a >>> 19);
		b = Math.imul(b + unit, 0x1b873593) ^ a;
		b = (b << 17) | (b >>> 15);
		length++;
	}
	return hex(finish(a ^ length)) + hex(finish(b ^ Math.imul(a, 0x2545f491)));
}

function finish(x: number): number {
	x = Math.imul(x ^ (x >>> 16), 0x7feb352d);
	x = Math.imul(x ^ (x >>> 15), 0x846ca68b | 0);
	return x ^ (x >>> 16);
}

function hex(x: number): string {
	return (x >>> 0).toString(16).padStart(8, '0');
}
