/**
 * Events that carry nothing but their name, as one union: `Named<'POLL' | 'INSTALL'>` is
 * `{ type: 'POLL' } | { type: 'INSTALL' }`. XState picks events out of a union by their type, so a single
 * `{ type: 'POLL' | 'INSTALL' }` would leave every guard and action with `never`.
 */
export type Named<Name extends string> = Name extends string ? { readonly type: Name } : never;
