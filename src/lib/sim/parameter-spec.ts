/** A parameter of the model: whose value it is, its unit and range, and what it means. */
export interface ParameterSpec {
	/** Whose value it is: the world's, a security vendor's, or a group's (a sector or a named organisation). */
	readonly owner: 'world' | 'vendor' | 'group';
	readonly unit: 'min' | 'share' | 'hosts' | 'perDay' | 'usd' | 'flag' | 'choice' | 'number';
	readonly min: number;
	readonly max: number;
	readonly perClass?: true;
	/** For `choice`: the names of the values 0, 1, 2 …; the ring plan's choices are the scenario's plans. */
	readonly choices?: readonly string[];
	/** Takes effect only when it is set before the exercise's minute 0. */
	readonly before?: true;
	readonly meaning: string;
}

const YEAR_MIN = 525_600;
export const mean = (owner: ParameterSpec['owner'], meaning: string, min = 0.1) =>
	({ owner, unit: 'min', min, max: YEAR_MIN, meaning }) as const;
export const share = (owner: ParameterSpec['owner'], meaning: string) =>
	({ owner, unit: 'share', min: 0, max: 1, meaning }) as const;
export const flag = (owner: ParameterSpec['owner'], meaning: string) =>
	({ owner, unit: 'flag', min: 0, max: 1, meaning }) as const;
export const choice = (owner: ParameterSpec['owner'], choices: readonly string[], meaning: string) =>
	({ owner, unit: 'choice', min: 0, max: choices.length - 1, choices, meaning }) as const;
