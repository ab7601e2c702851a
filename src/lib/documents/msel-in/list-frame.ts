import type { Channel, InjectKind, Localized, Scenario } from '../../scenario/scenario.ts';
import { CHANNELS } from '../../scenario/schema/inject.ts';
import type { ListAnswers, ListFrame } from './reading.ts';
import { utcOfClock } from './times.ts';

/** How our own lists call what is neither a role nor a text. */
export interface ListWords {
	readonly everybody: string;
	readonly yes: string;
	readonly channels: Readonly<Record<Channel, string>>;
}

/** Ways of delivery as others call them. */
const OTHER_CHANNELS: Readonly<Record<string, Channel>> = {
	...{
		phone: 'phoneCall',
		call: 'phoneCall',
		telephone: 'phoneCall',
		verbal: 'phoneCall',
		radio: 'phoneCall'
	},
	...{ mail: 'email', 'e-mail': 'email', written: 'email', memo: 'email' },
	...{ 'social media': 'microblog', twitter: 'microblog', tweet: 'microblog', social: 'microblog' },
	...{ tv: 'news', press: 'news', media: 'news', 'news article': 'news', letter: 'regulatorLetter' }
};

/** What a list is read against: a scenario's roles under all their names, when it begins and ends, and what has been said. */
export function listFrame(scenario: Scenario, answers: ListAnswers, words: ListWords): ListFrame {
	const { startClock, ...said } = answers;
	const names = (text: Localized) => Object.values(text).map((one) => one.toLowerCase());
	const roles = scenario.roles.flatMap(({ id, name }) =>
		[id, ...names(name)].map((one) => [one, id] as const)
	);
	const organisations = scenario.organisations.flatMap(({ name, role }) =>
		role === null ? [] : [[name.toLowerCase(), role] as const]
	);
	const channels = CHANNELS.flatMap((channel) => [
		[channel.toLowerCase(), channel] as const,
		[words.channels[channel].toLowerCase(), channel] as const
	]);
	const kinds: readonly (readonly [string, InjectKind])[] = [
		['standard', 'standard'],
		['inject', 'standard'],
		['contingency', 'contingency'],
		['contingency inject', 'contingency'],
		['adaptive', 'adaptive']
	];
	const { startMinute, horizonMin } = scenario.clock;
	return {
		...said,
		startMinute: startClock === null ? startMinute : utcOfClock(startClock, answers.zone),
		horizonMin,
		roles: Object.fromEntries([...organisations, ...roles]),
		everybody: [words.everybody.toLowerCase(), 'all', 'everybody', 'everyone', 'all teams', 'public', 'alle'],
		channels: { ...OTHER_CHANNELS, ...Object.fromEntries(channels) },
		kinds: Object.fromEntries(kinds),
		yes: words.yes
	};
}
