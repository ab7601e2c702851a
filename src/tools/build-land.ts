import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { buildLand } from './map/land.ts';
import { errorCode, ReadableError, runCommand } from './readable-error.ts';

const atlas = fileURLToPath(import.meta.resolve('world-atlas/land-50m.json'));
const target = fileURLToPath(new URL('../lib/map/geo/land.generated.json', import.meta.url));

await runCommand(async () => {
	const land = buildLand(JSON.parse(readFileSync(atlas, 'utf8')));
	const text = JSON.stringify(land) + '\n';
	try {
		writeFileSync(target, text);
	} catch (error) {
		const code = errorCode(error) ?? 'unknown error';
		throw new ReadableError(`Cannot write ${target} (${code}): make the folder writable and run it again.`);
	}
	const points = land.arcs.reduce((sum, arc) => sum + arc.length, 0);
	console.log(
		`${land.arcs.length} shores of ${points} points, ${text.length} bytes, ${gzipSync(text).length} gzipped`
	);
});
