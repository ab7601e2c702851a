/**
 * Prints the golden hashes of the physics as they are now. When the kernel is meant to give other worlds than before,
 * raise ENGINE_VERSION in src/lib/sim/version.ts and commit what this prints:
 * `node src/tools/golden.ts > src/lib/sim/testing/golden-values.ts`
 */
import { goldenHashes } from '../lib/sim/testing/golden.ts';

const lines = Object.entries(goldenHashes()).map(([name, hash]) => {
	const key = /^\w+$/.test(name) ? name : `'${name}'`;
	return `\t${key}: '${hash}'`;
});
console.log(
	'/** State hashes that every engine must give; printed by src/tools/golden.ts, which says when to print them anew. */\n' +
		'export const GOLDEN_HASHES: Readonly<Record<string, string>> = {\n' +
		`${lines.join(',\n')}\n};`
);
