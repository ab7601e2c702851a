import { expect, test } from 'vitest';
import { errorMessage } from './error-message.ts';

test('what was thrown is told in its own words, whatever it is', () => {
	expect(errorMessage(new RangeError('no such minute'))).toBe('no such minute');
	expect(errorMessage(new DOMException('not to be cloned', 'DataCloneError'))).toBe('not to be cloned');
	expect(errorMessage('a text')).toBe('a text');
	expect(errorMessage(null)).toBe('null');
});

test('an error without a message is told by its name', () => {
	expect(errorMessage(new TypeError())).toBe('TypeError');
	expect(errorMessage(new DOMException('', 'AbortError'))).toBe('AbortError');
});
