import { form } from '../plural.ts';

/** Words that stand beside figures. */
export const en = {
	hosts: (n: number) => form(n, { one: 'host', other: 'hosts' }),
	/** Short sizes as this product writes them; browsers differ (`m`, `M`, `B`, `bn`). */
	sizes: { m: 'M', B: 'bn', b: 'bn' } as Readonly<Record<string, string>>
};
