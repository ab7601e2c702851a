/** `npm run doctor`: what is in the way of serving Patchfall here, and what to do. Exit code 1: something is. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { findingsText, good, warning, type Finding } from './doctor/finding.ts';
import { folderFindings } from './doctor/folder.ts';
import { placeFindings } from './doctor/place.ts';
import { storeFindings } from './doctor/store.ts';
import { homeFolder, projectFolder } from './project.ts';
import { runCommand } from './readable-error.ts';
import { readSettings } from './start/settings.ts';

await runCommand(async () => {
	const settings = readSettings(process.argv.slice(2), process.env, homeFolder);
	if (typeof settings === 'string') return console.log(settings);
	const { store } = settings;
	const findings = [
		// An older one has been refused before this line.
		good(`Node ${process.versions.node} will do.`),
		builtFinding(),
		...(store.kind === 'sqlite' ? await folderFindings(store.dataFolder) : []),
		...(await storeFindings(store)),
		...(await placeFindings(settings))
	];
	console.log(findingsText(findings));
	return findings.some(({ level }) => level === 'problem') ? 1 : 0;
});

function builtFinding(): Finding {
	return existsSync(join(projectFolder, 'build', 'handler.js'))
		? good('The pages are built.')
		: warning('The pages are not built yet.', 'Nothing to do: the next "npm start" builds them.');
}
