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
	schema: Schema,
	bytesMost = BODY_BYTES_MOST
): Promise<v.InferOutput<Schema>> {
	const read = v.safeParse(schema, await readJson(request, bytesMost));
	if (read.success) return read.output;
	const [issue] = read.issues;
	throw new ApiRefusal(400, 'malformed', { at: v.getDotPath(issue) ?? '' });
}

/** @throws ApiRefusal where it is too large, no JSON, or not said to be JSON, as a form of another site is not */
export async function readJson(request: IncomingMessage, bytesMost = BODY_BYTES_MOST): Promise<unknown> {
	if (!/^application\/json\s*(;|$)/i.test(request.headers['content-type'] ?? ''))
		throw new ApiRefusal(415, 'notJson');
	const bytes = await bytesOf(request, bytesMost);
	try {
		return JSON.parse(bytes.toString('utf8')) as unknown;
	} catch {
		throw new ApiRefusal(400, 'malformed', { at: '' });
	}
}

function bytesOf(request: IncomingMessage, bytesMost: number): Promise<Buffer> {
	return new Promise((resolve, reject) => {
		const chunks: Buffer[] = [];
		let bytes = 0;
		request
			.on('data', (chunk: Buffer) => {
				bytes += chunk.length;
				// What is too much is read and dropped, so that the answer arrives; then the connection ends.
				if (bytes <= bytesMost) chunks.push(chunk);
				else reject(new ApiRefusal(413, 'tooLarge', { mostBytes: bytesMost }, { Connection: 'close' }));
			})
			.on('end', () => resolve(Buffer.concat(chunks)))
			.on('error', () => reject(new ApiRefusal(400, 'malformed', { at: '' })));
	});
}
