import type { Channel, InjectKind, Localized, Scenario } from '../../scenario/scenario.ts';
import { CHANNELS } from '../../scenario/schema/inject.ts';
import { documentWords } from '../../text/document-words.ts';
import type { ListFrame } from './read-msel.ts';

const words = documentWords.msel;
type Given = Pick<ListFrame, 'zone' | 'dateOrder' | 'whenTwice' | 'columns' | 'meant'>;

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

/** What a list is read against: a scenario's roles under all their names, and its beginning. */
export function listFrame(scenario: Scenario, given: Given): ListFrame {
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
	return {
		...given,
		startMinute: scenario.clock.startMinute,
		roles: Object.fromEntries([...organisations, ...roles]),
		everybody: [words.everybody.toLowerCase(), 'all', 'everybody', 'everyone', 'all teams', 'public'],
		channels: { ...OTHER_CHANNELS, ...Object.fromEntries(channels) },
		kinds: Object.fromEntries(kinds),
		yes: words.yes
	};
}
