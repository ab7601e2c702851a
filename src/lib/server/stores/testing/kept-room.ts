/** The room that stands in `tables-….sql`, here and for PostgreSQL. */
export const KEPT = {
	id: '482cc98f-76d5-4205-bd50-57c2dd1d0185',
	code: 'XYKX9',
	/** Ana, who has a seat in it. */
	person: 'p5fa3080b7c1c3641',
	/** What opens her seat. */
	token: 'IiMd-hVjhQ6vLyzRkbF2pVz7Uno6uVBh',
	events: 8
} as const;
