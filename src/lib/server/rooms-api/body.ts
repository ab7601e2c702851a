import type { IncomingMessage } from 'node:http';
import * as v from 'valibot';
import { ApiRefusal } from './answers.ts';

export const BODY_BYTES_MOST = 64 * 1024;

/**
 * What a request holds, as its schema says.
 * @throws ApiRefusal naming the place of the first thing that does not fit
 */
export async function readBody<Schema extends v.GenericSchema>(
	request: IncomingMessage,
	schema: Schema
): Promise<v.InferOutput<Schema>> {
	const read = v.safeParse(schema, await readJson(request));
	if (read.success) return read.output;
	const [issue] = read.issues;
	throw new ApiRefusal(400, 'malformed', { at: v.getDotPath(issue) ?? '' });
}

/** @throws ApiRefusal where it is too large, no JSON, or not said to be JSON, as a form of another site is not */
export async function readJson(request: IncomingMessage): Promise<unknown> {
	if (!/^application\/json\s*(;|$)/i.test(request.headers['content-type'] ?? ''))
		throw new ApiRefusal(415, 'notJson');
	const chunks: Buffer[] = [];
	let bytes = 0;
	for await (const chunk of request as AsyncIterable<Buffer>) {
		bytes += chunk.length;
		// The rest is not wanted: the connection ends with the answer.
		if (bytes > BODY_BYTES_MOST)
			throw new ApiRefusal(413, 'tooLarge', { mostBytes: BODY_BYTES_MOST }, { Connection: 'close' });
		chunks.push(chunk);
	}
	try {
		return JSON.parse(Buffer.concat(chunks).toString('utf8')) as unknown;
	} catch {
		throw new ApiRefusal(400, 'malformed', { at: '' });
	}
}
