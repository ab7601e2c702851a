import { LOG_VERSION } from '../../exercise/log/log-file.ts';
import { withoutTexts } from '../../room/live/kept/erase-texts.ts';
import { markingOf } from '../material/about.ts';
import type { Material } from '../material/material.ts';

export const LOG_LINES_FORMAT = 'patchfall-log-lines';

/**
 * The log as one JSON object a line: first what it is, then every event in its order. It holds no names of people.
 *
 * @param leavesOutTexts whether what people wrote of their own stays out
 */
export function logLines({ events, pack, say }: Material, leavesOutTexts: boolean): string {
	const head = {
		format: LOG_LINES_FORMAT,
		version: LOG_VERSION,
		marking: markingOf(pack.scenario, say),
		texts: !leavesOutTexts
	};
	const kept = leavesOutTexts ? events.map(withoutTexts) : events;
	return [head, ...kept].map((line) => `${quiet(JSON.stringify(line))}\n`).join('');
}

/** Signs that turn the direction of a line, or end it, are written as escapes: the same text, and a calm screen. */
function quiet(json: string): string {
	return json.replace(
		/[\u202A-\u202E\u2066-\u2069\u2028\u2029\u0080-\u009F]/gu,
		(sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`
	);
}
