import { wordsFor } from '../../text/words.ts';

export const words = wordsFor().team;
