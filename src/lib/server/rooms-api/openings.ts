import { placeOf } from '../limits/guess-limit.ts';
import { tooMany } from './answers.ts';
import type { Asked } from './api-parts.ts';
import { addressOf, isOwnMachine } from './origin.ts';

/** @throws ApiRefusal where too many rooms are opened from there. */
export function takeOpening({ request, parts, limits }: Pick<Asked, 'request' | 'parts' | 'limits'>): void {
	const isTaken = isOwnMachine(request, parts.origin)
		? limits.ownOpenings.take('')
		: limits.openings.take(placeOf(addressOf(request, parts)));
	if (!isTaken) throw tooMany('openings', 2);
}

/** The same where the host key is asked for, at the server's own machine too. */
export function takeKeyTry({ request, parts, limits }: Pick<Asked, 'request' | 'parts' | 'limits'>): void {
	if (!limits.openings.take(placeOf(addressOf(request, parts)))) throw tooMany('openings', 2);
}
