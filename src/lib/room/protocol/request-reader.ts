import * as v from 'valibot';
import { tokenField } from '../../exercise/log/fields.ts';

type Table = Readonly<Record<string, v.GenericSchema>>;
/** A request of a table with what it carries, as it travels. */
export type RequestOf<Requests extends Table> = {
	[Type in keyof Requests]: { readonly type: Type; readonly id: string } & v.InferOutput<Requests[Type]>;
}[keyof Requests];

/** What a page sends: a request without the id, which its connection gives it. */
export type BodyOf<Request> = Request extends unknown ? Omit<Request, 'id'> : never;

/** Reads requests of a table: a closed list, nothing else is listened to. Null: it is none. */
export function requestReader<Requests extends Table>(
	requests: Requests
): (message: unknown) => RequestOf<Requests> | null {
	const envelope = v.looseObject({ id: tokenField, type: v.picklist(Object.keys(requests)) });
	return (message) => {
		const outer = v.safeParse(envelope, message);
		if (!outer.success) return null;
		const { id, type, ...rest } = outer.output;
		const inner = v.safeParse(requests[type]!, rest);
		return inner.success ? ({ id, type, ...(inner.output as object) } as RequestOf<Requests>) : null;
	};
}
