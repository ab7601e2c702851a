import { resolve } from 'node:path';
import { ReadableError } from '../readable-error.ts';

export interface StartSettings {
	port: number;
	/** Address to listen on; `0.0.0.0` is every network of this machine. */
	host: string;
	/** Absolute path of the folder that holds saved rooms. */
	dataFolder: string;
	buildFirst: boolean;
}

const HELP = `Builds Patchfall and serves it.

  npm start                     build, then serve on port 3000
  npm start -- --no-build       serve what was built last time

Environment:
  PORT=3000                     port to listen on (0 takes any free one)
  HOST=0.0.0.0                  address to listen on; 127.0.0.1 keeps it to this machine
  PATCHFALL_DATA=./data         folder for saved rooms
  PATCHFALL_SKIP_BUILD=1        the same as --no-build
  ORIGIN=https://rooms.example  the address people use, when a reverse proxy stands in front`;

/**
 * Reads the command line and the environment.
 * @returns the settings, or help text to print instead of starting.
 * @throws ReadableError naming the setting that cannot be used.
 */
export function readSettings(
	argv: readonly string[],
	env: Readonly<Record<string, string | undefined>>,
	projectFolder: string
): StartSettings | string {
	if (argv.includes('--help') || argv.includes('-h')) return HELP;
	const unknown = argv.find((argument) => argument !== '--no-build');
	if (unknown !== undefined) {
		throw new ReadableError(
			`npm start does not know "${unknown}". Run "npm start -- --help" to see what it does know.`
		);
	}
	checkOrigin(env.ORIGIN);
	return {
		port: readPort(env.PORT),
		host: env.HOST || '0.0.0.0',
		dataFolder: resolve(projectFolder, env.PATCHFALL_DATA || 'data'),
		buildFirst: !argv.includes('--no-build') && env.PATCHFALL_SKIP_BUILD !== '1'
	};
}

function readPort(text: string | undefined): number {
	if (text === undefined || text === '') return 3000;
	const port = Number(text);
	if (/^\d+$/.test(text) && port <= 65535) return port;
	throw new ReadableError(`PORT is "${text}", which is not a port. Give a whole number from 0 to 65535.`);
}

/** The adapter reads ORIGIN itself, while it loads; here a wrong one is found before the build. */
function checkOrigin(text: string | undefined): void {
	if (!text || (URL.canParse(text) && /^https?:$/.test(new URL(text).protocol))) return;
	throw new ReadableError(
		`ORIGIN is "${text}", which is not an address. Give the one that people use, such as https://rooms.example.`
	);
}
