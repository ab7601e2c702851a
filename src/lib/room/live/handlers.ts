import type { Answer } from '../../exercise/commands/decide.ts';
import type { Person } from '../people/person.ts';
import type { PersonRequest, RequestType } from '../protocol/requests.ts';
import type { RequestAnswer, RoomRefusal, RoomRefusalParams } from '../protocol/refusals.ts';
import type { Live } from './live.ts';

/** For each type of request, what is done and answered. */
export type Handlers<Types extends RequestType> = {
	readonly [Type in Types]: (
		live: Live,
		by: Person,
		request: Extract<PersonRequest, { type: Type }>
	) => Promise<RequestAnswer>;
};

export function accepted({ exercise }: Live): RequestAnswer {
	return { kind: 'accepted', version: exercise.room.state.version };
}

export function refused<Code extends RoomRefusal['code']>(
	code: Code,
	params: RoomRefusalParams[Code]
): RequestAnswer {
	return { kind: 'refused', refusal: { code, params } as RoomRefusal };
}

/**
 * Keeps what follows from something that stands in the log already. Where that fails, what was done is done all the same:
 * a refusal would be none.
 */
export async function following(live: Live, keep: () => Promise<void>): Promise<void> {
	try {
		await keep();
	} catch (error) {
		live.failed(error);
	}
}

/** The answer to what was done with people: null means that it was. */
export function answerOf(live: Live, refusal: { readonly refusal: RoomRefusal } | null): RequestAnswer {
	return refusal === null ? accepted(live) : { kind: 'refused', refusal: refusal.refusal };
}

/** The answer to a step of the exercise; null: it is not possible where the exercise stands. */
export function answerOfStep(answer: Answer | null): RequestAnswer {
	if (answer === null) return refused('notNow', {});
	return answer.kind === 'accepted' ? { kind: 'accepted', version: answer.version } : answer;
}
