import type { FieldFault } from '../../exercise/log/field-fault.ts';

/** What is wrong with a value that arrived, to follow “is not as it should be: ”. */
export function fieldFaultText({ code, limit, expected, received }: FieldFault): string {
	const words: Readonly<Record<FieldFault['code'], string>> = {
		notAnId: 'is no id: letters, digits, hyphens and dots',
		notAToken: 'is no such token: letters, digits, dots, colons, hyphens, underscores',
		notAHash: 'is no hash of 16 hexadecimal digits',
		empty: 'is empty',
		tooLong: `is longer than ${limit} characters`,
		tooMany: `has more than ${limit} items`,
		tooManyLocales: `has more than ${limit} languages`,
		notByLocale: 'is no text by locale, such as { "en": … }',
		nobody: 'names nobody',
		notFinite: 'is not a finite number',
		notWhole: 'is not a whole number',
		tooSmall: `is below ${limit}`,
		tooLarge: `is above ${limit}`,
		noInject: 'is neither the id of an inject nor an inject written out',
		aList: 'is a list where named values are needed',
		unexpected: expected === null ? `Unexpected ${received}` : `Expected ${expected} but received ${received}`
	};
	return words[code];
}
