/** The forms that English has; dictionaries of other languages bring the forms of theirs. */
export interface EnglishForms {
	readonly one: string;
	readonly other: string;
}

const RULES = new Intl.PluralRules('en');

/** The form that goes with the whole number nearest to `n`. */
export function form(n: number, forms: EnglishForms): string {
	return RULES.select(Math.round(n)) === 'one' ? forms.one : forms.other;
}
