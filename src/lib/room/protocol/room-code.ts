/** The signs of a room's code: none that is taken for another when it is read aloud, from afar, or in small print. */
export const CODE_SIGNS = 'ACDEFHJKMNPRTUVWXY3479';
export const CODE_LENGTH = 5;
