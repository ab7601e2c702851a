import { strToU8 } from 'fflate';
import { expect, test } from 'vitest';
import { exerciseScenario } from '../../exercise/scenario/from-scenario.ts';
import { botSeats } from '../../room/opening.ts';
import { playBots } from '../../room/play-through.ts';
import { compileModel } from '../../scenario/compile/model.ts';
import { packOf } from '../../scenario/testing/pack.ts';
import { readExercise } from '../material/read-exercise.ts';
import { mselCsv, mselWorkbook } from '../msel/msel-files.ts';
import { injectPart, type InjectEntry } from './inject-part.ts';
import { listFrame } from './list-frame.ts';
import { readCsv } from './read-csv.ts';
import { readMsel } from './read-msel.ts';
import { NO_ANSWERS } from './reading.ts';
import { readWorkbook } from './read-workbook.ts';
import { documentWords } from '../../text/document-words.ts';

test('the list of July 2024, written and read back, is the same to the last sign', () => {
	const { scenario } = packOf('july-2024');
	const exercise = exerciseScenario(scenario, compileModel(scenario));
	const { events } = playBots(exercise, { seed: '1', seats: botSeats(exercise, 'none'), untilMin: 1 });
	const material = readExercise({ scenario, exercise }, { events }, null);
	const wanted = [...scenario.injects]
		.map((one, index) => ({ one, index }))
		.sort((a, b) => a.one.atMin - b.one.atMin || a.index - b.index)
		.map(({ one }): InjectEntry => ({
			...{ id: one.id, at: one.atMin },
			...(one.untilMin !== null && { until: one.untilMin }),
			...{ kind: one.kind, channel: one.channel, from: one.from },
			...(one.when !== null && { when: one.when.text }),
			...(one.stops && { stops: true as const }),
			...(one.role !== null && { role: one.role }),
			...{ title: { en: one.title.en }, body: { en: one.body.en } },
			...(one.expected !== null && { expected: { en: one.expected.en } })
		}));
	for (const read of [readWorkbook(mselWorkbook(material)), readCsv(strToU8(mselCsv(material)))]) {
		if (!read.ok) throw new Error(read.fault);
		const list = readMsel(read.tables, listFrame(scenario, NO_ANSWERS, documentWords.msel));
		expect(list.questions).toEqual([]);
		expect(list.layout).toBe('patchfall');
		expect(injectPart(list.injects).injects).toEqual(wanted);
	}
});
