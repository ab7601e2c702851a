import { readCommandLine, readWhole } from '../command-line.ts';

export interface LoadOptions {
	readonly phones: number;
	readonly rooms: number;
	readonly seconds: number;
	readonly presses: number;
	readonly pace: number;
	/** What people take at each stop, about. */
	readonly stopMs: number;
	/** Null: the build is started for it. */
	readonly url: string | null;
}

export const HELP = `Drives the built product as a hall full of phones and many rooms of bots do, from another process on this machine,
and says how long they wait, what the server needs for it, and what was lost.

  npm run load                              1000 phones in one room, then 20 rooms of bots for 30 s
  npm run load -- --phones 5000 --rooms 100

  --phones N     phones in one room, up to 5000; 0: none. A room takes in 1000 at once and 100 a second
  --presses N    how often something appears on all of them (20 otherwise)
  --rooms N      rooms of bots at a time, up to 400; 0: none
  --seconds N    how long they are watched (30 otherwise)
  --pace N       steps of their worlds a second (8 otherwise)
  --stop N       seconds until somebody presses on at each stop, about (1.5 otherwise: nobody reads)
  --url URL      a server that runs already, of which memory and processor time cannot be told`;

/** Bots need a moment at each stop to do what people do there. */
export const STOP_MS = 1500;

/** @throws ReadableError where something is missing or not known. A text: what is to be said instead. */
export function readLoadOptions(argv: readonly string[]): LoadOptions | string {
	if (argv.includes('--help') || argv.includes('-h')) return HELP;
	const kinds = {
		phones: 'value',
		presses: 'value',
		rooms: 'value',
		seconds: 'value',
		pace: 'value',
		stop: 'value',
		url: 'value'
	};
	const given = readCommandLine('npm run load --', argv, kinds as Record<keyof typeof kinds, 'value'>);
	const whole = (name: Exclude<keyof typeof kinds, 'url'>, otherwise: number, min: number, max: number) =>
		given[name][0] === undefined ? otherwise : readWhole(`--${name}`, given[name][0], min, max);
	return {
		phones: whole('phones', 1000, 0, 5000),
		presses: whole('presses', 20, 1, 1000),
		rooms: whole('rooms', 20, 0, 400),
		seconds: whole('seconds', 30, 1, 86_400),
		pace: whole('pace', 8, 1, 60),
		stopMs: whole('stop', STOP_MS / 1000, 1, 3600) * 1000,
		url: given.url[0]?.replace(/\/$/, '') ?? null
	};
}
