/** For each kind of message, the fields without which it is none. */
type Fields = Readonly<Record<string, readonly string[]>>;

/**
 * Reads what a worker says: a closed list, nothing else is listened to. What is in the fields the worker has made itself,
 * from the same build as its page. Null: it is none.
 */
export function messageReader<Message extends { readonly type: string }>(
	fields: Readonly<Record<Message['type'], readonly string[]>>
): (message: unknown) => Message | null {
	const known: Fields = fields;
	return (message) => {
		if (typeof message !== 'object' || message === null || !('type' in message)) return null;
		const { type } = message;
		if (typeof type !== 'string' || !Object.hasOwn(known, type)) return null;
		return known[type]!.every((field) => Object.hasOwn(message, field)) ? (message as Message) : null;
	};
}
