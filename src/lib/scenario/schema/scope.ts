import type { Scope } from '../../sim/model.ts';

/** `own` stands for the organisations of the role that decides. */
export type AuthoredScope = Scope | { readonly kind: 'own' };

/** The scope that an author wrote; the world's where none was. The text must have the schema's form. */
export function readScope(text: string | undefined): AuthoredScope {
	if (text === undefined || text === 'world') return { kind: 'world' };
	if (text === 'own') return { kind: 'own' };
	const colon = text.indexOf(':');
	return { kind: text.slice(0, colon) as 'vendor' | 'sector' | 'organisation', id: text.slice(colon + 1) };
}
