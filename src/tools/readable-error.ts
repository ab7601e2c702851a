/** An error whose message is meant for the person at the keyboard: what is wrong, where, and what to do. */
export class ReadableError extends Error {
	override name = 'ReadableError';
}

/**
 * Runs a command's main function. A `ReadableError` ends it with its message alone and exit code 1; anything else is
 * a defect of ours and keeps its stack.
 */
export async function runCommand(main: () => Promise<number | void>): Promise<void> {
	try {
		process.exitCode = (await main()) ?? 0;
	} catch (error) {
		process.exitCode = 1;
		console.error(error instanceof ReadableError ? error.message : error);
	}
}

/** The `code` of a Node system error (`EACCES`, `EADDRINUSE` …), or undefined for any other value. */
export function errorCode(error: unknown): string | undefined {
	return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : undefined;
}
