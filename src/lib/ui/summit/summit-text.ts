import type { Summit } from '../../scenario/summit.ts';
import type { Accord, Pledge } from '../../summit/accord/accord.ts';
import type { Edit } from '../../summit/accord/edits.ts';
import { AUDIENCE, type SummitEvent } from '../../summit/log/events.ts';
import type { Heard } from '../../summit/state.ts';
import type { Reason } from '../../summit/log/reasons.ts';
import { inLocale } from '../../text/localised.ts';
import { summitWords as words } from '../../text/summit-words.ts';
import type { TableRefusal } from './summit-table.ts';

/** Puts what happens at a summit into sentences, with the names that its scenario gives. */
export class SummitText {
	readonly #summit: Summit;

	constructor(summit: Summit) {
		this.#summit = summit;
	}

	party(id: string): string {
		if (id === AUDIENCE) return words.room.audience.name;
		const party = this.#summit.parties.find((one) => one.id === id);
		return party === undefined ? id : inLocale(party.name);
	}

	parties(ids: readonly string[]): string {
		return words.list(ids.map((id) => this.party(id)));
	}

	measure(id: string): string {
		const measure = this.#summit.measures.find((one) => one.id === id);
		return measure === undefined ? id : inLocale(measure.title);
	}

	limit(id: string): string {
		const limit = this.#summit.limits.find((one) => one.id === id);
		return limit === undefined ? id : inLocale(limit.text);
	}

	promise({ promises, measure }: Pick<Pledge, 'promises' | 'measure'>): string {
		const { sayYes, keepMeasure } = words.pledge.promises;
		return promises === 'sayYes' || measure === null ? sayYes : keepMeasure(this.measure(measure));
	}

	edits(edits: readonly Edit[]): string {
		return words.list(edits.map((edit) => this.edit(edit)));
	}

	edit(edit: Edit): string {
		const name = this.measure(edit.measure);
		switch (edit.kind) {
			case 'add':
				return edit.laterMonths ? words.edit.addLater(name, edit.laterMonths) : words.edit.add(name);
			case 'strike':
				return words.edit.strike(name);
			case 'set': {
				const measure = this.#summit.measures.find(({ id }) => id === edit.measure);
				const parameter = measure?.parameters.find(({ id }) => id === edit.parameter);
				const said = parameter === undefined ? edit.parameter : inLocale(parameter.name);
				const unit = parameter === undefined ? '' : inLocale(parameter.unit);
				return words.edit.set(name, said, `${edit.value} ${unit}`);
			}
			case 'delay':
				return words.edit.delay(name, edit.laterMonths);
			case 'cover':
				return words.edit.cover(name, this.party(edit.of), this.party(edit.by), Math.round(edit.share * 100));
			case 'exempt':
				return words.edit.exempt(name, this.party(edit.party), edit.untilMonth);
		}
	}

	/** A reason in the words of the party that gives it. */
	reason(reason: Reason | null, by: string): string {
		if (reason === null) return '';
		switch (reason.kind) {
			case 'redLine': {
				const line = this.#summit.parties.find(({ id }) => id === by)?.redLines[reason.redLine];
				return line === undefined ? '' : words.reasons.redLine(inLocale(line.text));
			}
			case 'law':
				return words.reasons.law(this.limit(reason.limit));
			case 'money':
				return words.reasons.money(this.measure(reason.measure), reason.usdMillion, reason.ofUsdMillion);
			case 'credibility':
				return words.reasons.credibility(this.measure(reason.measure), this.party(reason.owner));
			case 'empty':
				return words.reasons.empty[reason.because];
			case 'bringsIn':
				return words.reasons.bringsIn(this.party(reason.party));
			case 'tooLittle':
			case 'better':
				return words.reasons[reason.kind];
			default:
				return words.reasons[reason.kind](this.measure(reason.measure));
		}
	}

	/** Why something did not happen, with the measures that are in its way. */
	refusal({ code, measures }: TableRefusal): string {
		const [measure, other] = measures.map((id) => this.measure(id));
		if ((code === 'needs' || code === 'conflicts') && measure !== undefined && other !== undefined) {
			return words.refusalsOfTwo[code](measure, other);
		}
		return words.refusals[code];
	}

	/** What happened, as a sentence; null: nothing that anybody would say. */
	event(event: SummitEvent): string | null {
		const { said } = words;
		switch (event.type) {
			case 'statementMade': {
				const party = this.#summit.parties.find(({ id }) => id === event.party)!;
				if (event.interests.length === 0) return words.room.said.silent(inLocale(party.name));
				const line = event.redLine === null ? undefined : party.redLines[event.redLine];
				const offer = event.offer === null ? undefined : party.offers[event.offer];
				const interests = words.list(event.interests.map((one) => words.outcomes[one].toLowerCase()));
				return [
					said.statement(inLocale(party.name), interests),
					line === undefined ? '' : said.line(inLocale(line.text)),
					offer === undefined ? '' : said.offer(inLocale(offer))
				]
					.filter((one) => one !== '')
					.join(' ');
			}
			case 'stepEntered':
				return event.step === 'bargaining' ? said.round(event.round) : words.steps[event.step] + '.';
			case 'textChanged':
				return event.through === null
					? said.changed(this.party(event.by), this.edits(event.edits))
					: said.adopted(this.edits(event.edits));
			case 'amendmentMoved':
				return event.to === null
					? said.moved(this.party(event.by), this.edits(event.edits))
					: said.movedTo(this.party(event.by), this.parties(event.to), this.edits(event.edits));
			case 'answered':
				if (event.answer === 'indifferent') return null;
				return said[event.answer](this.party(event.party), this.reason(event.because, event.party));
			case 'amendmentOvertaken': {
				const measure = event.measure === null ? '' : this.measure(event.measure);
				return said.overtaken[event.because](this.party(event.by), measure);
			}
			case 'monthsChosen':
				return said.months(event.months);
			case 'disclosed':
				return said.disclosed(this.party(event.by));
			case 'pledged':
				return said.pledged(this.party(event.by), this.party(event.to), this.promise(event));
			case 'stanceTaken':
				return event.isContent
					? said.content(this.party(event.party))
					: said.objects(this.party(event.party), this.reason(event.because, event.party));
			case 'chairGiven':
				return words.room.said[event.team === null ? 'toBot' : 'toTeam'](this.party(event.party));
			case 'audienceHeard':
				return words.room.said.audience(this.heard(event));
			case 'stepUndone':
				return words.room.said.undone;
			case 'trustMoved':
				return said.trust[event.step < 0 ? 'less' : 'more'](this.party(event.whom));
			default:
				return null;
		}
	}

	/** What the audience said, in words. */
	heard({ asked, choice }: Pick<Heard, 'asked' | 'choice'>): string {
		const { answers } = words.room.audience;
		if (choice === null) return answers.divided;
		if (asked === 'ratify') return choice === 'yes' ? answers.yes : answers.no;
		return asked === 'measure' ? answers.measure(this.measure(choice)) : answers.believe(this.party(choice));
	}

	/** Who objects to a measure in public. */
	objectors(
		measure: string,
		stances: Readonly<Record<string, { isContent: boolean; because: Reason | null }>>,
		text: Accord
	): string[] {
		if (!text.items.some((item) => item.measure === measure)) return [];
		return Object.entries(stances)
			.filter(
				([, { isContent, because }]) =>
					!isContent && because !== null && 'measure' in because && because.measure === measure
			)
			.map(([party]) => party);
	}
}
