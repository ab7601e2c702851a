import * as v from 'valibot';
import { titleField } from '../../exercise/log/fields.ts';

export const REFLECTION_KINDS = ['keep', 'change'] as const;
export type ReflectionKind = (typeof REFLECTION_KINDS)[number];

/** A line: cards are read out, and have to fit on a big screen. */
export const REFLECTION_LENGTH_MOST = 200;
export const REFLECTION_GROUP_LENGTH_MOST = 60;
export const reflectionField = v.pipe(
	v.string(),
	v.trim(),
	v.minLength(1),
	v.maxLength(REFLECTION_LENGTH_MOST)
);
export const groupField = v.pipe(titleField, v.maxLength(REFLECTION_GROUP_LENGTH_MOST));
