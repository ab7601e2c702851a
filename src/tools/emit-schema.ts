import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { SCHEMA_PATH, scenarioJsonSchemaText } from '../lib/scenario/schema/json-schema.ts';
import { projectFolder } from './project.ts';
import { errorCode, ReadableError, runCommand } from './readable-error.ts';

/** Writes the JSON Schema of scenario files into static/, from where pages and editors fetch it. */
await runCommand(async () => {
	const file = join(projectFolder, 'static', ...SCHEMA_PATH.split('/'));
	try {
		mkdirSync(dirname(file), { recursive: true });
		writeFileSync(file, scenarioJsonSchemaText());
	} catch (error) {
		if (errorCode(error) === undefined) throw error;
		throw new ReadableError(`${file} cannot be written (${errorCode(error)}). Make the folder writable.`);
	}
	console.log(`${file} is up to date.`);
});
