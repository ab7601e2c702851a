import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { jsonSchemaFiles } from '../lib/scenario/schema/json-schema.ts';
import { formatText } from '../lib/text/scenario-format.ts';
import { projectFolder } from './project.ts';
import { errorCode, ReadableError, runCommand } from './readable-error.ts';

/** Writes the JSON Schemas of scenario files into static/, from where pages and editors fetch them. */
await runCommand(async () => {
	for (const [path, text] of Object.entries(jsonSchemaFiles(formatText))) {
		const file = join(projectFolder, 'static', ...path.split('/'));
		try {
			mkdirSync(dirname(file), { recursive: true });
			writeFileSync(file, text);
		} catch (error) {
			if (errorCode(error) === undefined) throw error;
			throw new ReadableError(`${file} cannot be written (${errorCode(error)}). Make the folder writable.`);
		}
		console.log(`${file} is up to date.`);
	}
});
