import { amount } from '../../scenario/expression/evaluate.ts';
import { textWith, type Figures } from '../../scenario/expression/figures-in-text.ts';
import type { Frame } from '../../sim/observe/frame.ts';
import type { ExerciseInject, ExerciseScenario } from '../scenario/scenario.ts';
import { injectOf } from '../scenario/scenario.ts';
import { scopeOf } from '../scenario/scope.ts';
import type { WorldState } from '../state.ts';
import type { InjectText } from './inject-text.ts';

/** What the text of an inject asks of a world, at a minute of it; null: it asks for nothing. */
export function figuresNow(
	scenario: ExerciseScenario,
	{ acts }: Pick<WorldState, 'acts'>,
	inject: string,
	frame: Frame
): Figures | null {
	const asks = injectOf(scenario, inject)?.figured?.asks ?? [];
	if (asks.length === 0) return null;
	const scope = scopeOf(frame, acts, scenario);
	return Object.fromEntries(asks.map((asked) => [asked.text, amount(asked, scope)]));
}

/** What an inject says where these figures are known; a text that facilitators have changed stands as they wrote it. */
export function saidWith(
	{ title, body, figured }: Pick<ExerciseInject, 'title' | 'body' | 'figured'>,
	figures: Figures | undefined
): Pick<InjectText, 'title' | 'body'> {
	if (figured === undefined || figures === undefined) return { title, body };
	const filled = (texts: InjectText['title']) =>
		Object.fromEntries(
			Object.entries(texts).map(([locale, text]) => [locale, textWith(text, figures)])
		) as InjectText['title'];
	return { title: filled(figured.title), body: filled(figured.body) };
}
