import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseEarth } from '../lib/scenario/worlds/earth.ts';
import { ReadableError, errorCode, runCommand } from './readable-error.ts';
import { describeEarth } from './world/describe.ts';
import { buildEarth, earthText } from './world/earth.ts';
import { vendorRegionShares } from './world/hosts.ts';
import { readWorldTables } from './world/tables.ts';

const target = fileURLToPath(new URL('../lib/scenario/worlds/earth.json', import.meta.url));

await runCommand(async () => {
	const tables = readWorldTables();
	const text = earthText(buildEarth(tables));
	const earth = parseEarth(JSON.parse(text));
	save(text);
	console.log(describeEarth(earth, vendorRegionShares(earth.countries, tables.presence)));
	console.log(`Wrote ${target} (${Buffer.byteLength(text)} bytes).`);
});

function save(text: string): void {
	try {
		writeFileSync(target, text);
	} catch (error) {
		const code = errorCode(error) ?? 'unknown error';
		throw new ReadableError(`Cannot write ${target} (${code}): make the folder writable and run it again.`);
	}
}
