import { refused } from '../../room/live/handlers.ts';
import type { AnswerMessage } from '../../room/protocol/protocol.ts';
import type { RequestAnswer } from '../../room/protocol/refusals.ts';

/**
 * Answers what comes in by a worker's port under the id that it came with. What cannot be read is refused, and what has no
 * id is not answered. Where the host breaks it has not happened.
 *
 * @returns what to call with each message
 */
export function answerRequests<Request>(
	read: (message: unknown) => Request | null,
	host: { answer(request: Request): Promise<RequestAnswer> },
	tell: (message: AnswerMessage) => void
): (message: unknown) => void {
	return (message) => {
		const answer = (of: RequestAnswer) => {
			const id = (message as { readonly id?: unknown } | null)?.id;
			if (typeof id === 'string') tell({ type: 'answer', id, answer: of });
		};
		const request = read(message);
		if (request === null) answer(refused('unreadable', {}));
		else host.answer(request).then(answer, () => answer(refused('notKept', {})));
	};
}
