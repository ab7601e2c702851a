/** What somebody in a room is there for: it decides what they are shown and what they may send. */
export const PERSON_KINDS = ['facilitator', 'evaluator', 'player', 'stage', 'observer', 'phone'] as const;
export type PersonKind = (typeof PERSON_KINDS)[number];
