import { wordsFor, type Words } from '../../text/words.ts';

/** What the screens of play say. */
export const words: Words['play'] = wordsFor().play;
