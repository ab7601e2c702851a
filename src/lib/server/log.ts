/**
 * The server's own log: one JSON object a line, for programs that collect logs. It never holds what a person wrote or
 * what lets somebody in: no query, header or body of a request, and of an error only its kind and where it came from,
 * because messages quote what could not be read.
 */

export type LogLevel = 'info' | 'warning' | 'error';

export type LogFacts = Readonly<Record<string, string | number | boolean | readonly string[] | null>>;

/** One line of the log. */
export function logLine(timeIso: string, level: LogLevel, event: string, facts: LogFacts = {}): string {
	return JSON.stringify({ time: timeIso, level, event, ...facts });
}

/** What may be written of an error: its name, its system code, and the places in our code that it passed. */
export function errorFacts(error: unknown): LogFacts {
	if (!(error instanceof Error)) return { error: typeof error };
	const places = (error.stack ?? '').split('\n').filter((line) => /^ {4}at /.test(line));
	const code = 'code' in error && typeof error.code === 'string' ? { code: error.code } : {};
	return { error: error.name, ...code, places: places.map((line) => line.slice('    at '.length)) };
}

/** Writes a line to the error output, where it does not mix with what a command prints for a person. */
export function writeLog(level: LogLevel, event: string, facts: LogFacts = {}): void {
	process.stderr.write(`${logLine(new Date().toISOString(), level, event, facts)}\n`);
}
