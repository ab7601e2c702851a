import { FIELDS, type Field } from '../../../documents/msel-in/columns.ts';
import type { ListAnswers, MselReading } from '../../../documents/msel-in/reading.ts';

type Chosen = ListAnswers['columns'];

/** What a column was read as; null: nothing. A column that is title and message is shown as the message. */
export function fieldOf(columns: MselReading['columns'], at: number): Field | null {
	const fields = FIELDS.filter((field) => columns[field] === at);
	return fields.includes('message') ? 'message' : (fields[0] ?? null);
}

/** The columns that are chosen by hand once one of them is read as this; what it was read as before has none then. */
export function taken(
	chosen: Chosen,
	columns: MselReading['columns'],
	at: number,
	field: Field | null
): Chosen {
	const before = FIELDS.filter((one) => columns[one] === at && one !== field);
	const without: Chosen = Object.fromEntries(before.map((one) => [one, null]));
	return { ...chosen, ...without, ...(field !== null && { [field]: at }) };
}
