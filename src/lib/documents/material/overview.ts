import { documentWords } from '../../text/document-words.ts';
import { pairs, type TableBlock } from '../office/blocks.ts';
import { waysOf, type Material } from './material.ts';
import { momentText } from './moments.ts';

const { overview: words, toFill } = documentWords.common;

/** HSEEP's exercise overview, which several documents begin with. */
export function overviewTable(material: Material): TableBlock {
	const { pack, cut, say, parties } = material;
	const { scenario } = pack;
	const ids = new Set(parties.flatMap(({ roles }) => roles.map(({ id }) => id)));
	const objectives = scenario.objectives.filter(({ tasks }) =>
		tasks.some((task) => task.roles.some((role) => ids.has(role)))
	);
	const bullets = (texts: readonly string[]) => [...new Set(texts)].map((text) => `• ${text}`).join('\n');
	const roles = scenario.roles.filter(({ id }) => ids.has(id)).map(({ name }) => say(name));
	return pairs(null, [
		[words.name, say(scenario.title)],
		[words.dates, toFill],
		[
			words.scope,
			words.scopeValue(
				cut === null ? null : say(cut.name),
				cut?.minutes ?? null,
				words.ways[waysOf(material)]
			)
		],
		[words.missionAreas, words.missionAreasValue],
		[words.capabilities, bullets(objectives.map(({ capability }) => say(capability))) || toFill],
		[words.objectives, bullets(objectives.map(({ name }) => say(name))) || toFill],
		[words.threat, words.threatValue],
		[words.scenario, `${say(scenario.summary)}\n${momentText(material, 0)}`],
		[words.sponsor, toFill],
		[words.participants, words.participantsNote(roles.join(', '))],
		[words.contact, toFill]
	]);
}
