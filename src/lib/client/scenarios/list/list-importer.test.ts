import { strToU8 } from 'fflate';
import { expect, test } from 'vitest';
import { NO_ANSWERS } from '../../../documents/msel-in/reading.ts';
import { idOfRef } from '../../../room/scenario-ref.ts';
import { ScenarioLibrary } from '../../../room/scenario-library.ts';
import { exampleScenario } from '../../../scenario/example.ts';
import { documentWords } from '../../../text/document-words.ts';
import { earthText, modelTexts } from '../../packs.ts';
import { ListImporter } from './list-importer.ts';
import type { ListAsked } from './messages.ts';

const { everybody, yes, channels } = documentWords.msel;
const asked: ListAsked = {
	...{ base: 'example', zone: 'UTC', answers: NO_ANSWERS },
	words: { everybody, yes, channels }
};

async function opened(text: string, name = 'list.csv') {
	const importer = new ListImporter({
		library: new ScenarioLibrary({ earth: earthText, models: modelTexts, scenarios: [] }),
		textOf: (ref) =>
			Promise.resolve(
				ref === 'example' ? { name: 'example.yaml', text: exampleScenario('Lindenhof morning') } : null
			)
	});
	return { importer, fault: importer.open(name, strToU8(text)) };
}

test('R270: a list is read for a scenario of one’s own, and becomes another one that can be played', async () => {
	const { importer, fault } = await opened('Time,From,To,Subject,Message\nT+45,Ward 4,All,Help,We have none');
	expect(fault).toBeNull();
	const { base, list } = (await importer.read(asked))!;
	expect(base.roles.map(({ id }) => id)).toContain('clinic');
	expect(list.injects).toMatchObject([{ atMin: 45, title: 'Help' }]);
	const made = await importer.make(asked, { title: 'With our list', own: 'beside' });
	expect(made).toMatchObject({ ok: true, scenario: { title: { en: 'With our list' } } });
	expect(made.ok && idOfRef(made.scenario.ref)).toBe('with-our-list');
	expect(made.ok && made.scenario.text).toContain('We have none');
	expect(await importer.part(asked)).toContain('part: injects');
});

test('R270: what of a list does not hold in the scenario is said with the row of the list', async () => {
	const { importer } = await opened(
		'Time,From,Subject,Message\nT+5,A,Fine,x\nT+6,A,Braces,"so {many} hosts"'
	);
	const made = await importer.make(asked, { title: 'Mine', own: 'beside' });
	expect(made).toMatchObject({ ok: false, faults: [{ row: 3 }] });
});

test('R270: a file that is no list is refused, and a scenario that is gone is said to be', async () => {
	const { importer, fault } = await opened('Time,From', 'list.xlsx');
	expect(fault).toBe('renamedText');
	expect(await importer.read({ ...asked, base: 'gone' })).toBeNull();
});
