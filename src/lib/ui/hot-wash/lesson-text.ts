import type { ForkedDecision } from '../../debrief/hot-wash/fork.ts';
import type { Lesson } from '../../debrief/hot-wash/lesson.ts';
import type { Localized } from '../../scenario/scenario.ts';
import { said, whenDone, words } from './words.ts';

const say = words.lesson;
/** Differences of the harm index that are told as none: half a tenth of a point. */
const NONE = 0.0005;

/** The one thing to take along, in words. */
export function lessonText(lesson: Lesson, startMinute: number): string {
	const when = (atMin: number) => whenDone(startMinute, atMin);
	switch (lesson.kind) {
		case 'fork':
			return forkText(lesson);
		case 'missed':
			return say.missed(said(lesson.title), when(lesson.atMin), lesson.harm, quoted(lesson.instead));
		case 'hurt':
			return say.hurt(said(lesson.title), lesson.harm);
		case 'covered':
			return say.covered(lesson.harm, lesson.single);
		case 'earned':
			return say.earned(said(lesson.title), when(lesson.atMin), lesson.harm);
		case 'others':
			return say.others;
	}
}

function forkText({ harm, onlyHere, onlyThere, movedCount }: Lesson & { kind: 'fork' }): string {
	const titles = (all: readonly ForkedDecision[]) => quoted(all.map(({ title }) => title));
	const what = [
		...(onlyHere.length > 0 ? [say.fork.took(titles(onlyHere))] : []),
		...(onlyThere.length > 0 ? [say.fork.leftOut(titles(onlyThere))] : []),
		...(movedCount > 0 ? [say.fork.moved(movedCount)] : [])
	].join(', ');
	const result = Math.abs(harm) < NONE ? say.fork.same : (harm < 0 ? say.fork.better : say.fork.worse)(harm);
	return `${result} ${what.charAt(0).toUpperCase()}${what.slice(1)}.`;
}

const quoted = (titles: readonly Localized[]) => titles.map((title) => `‘${said(title)}’`).join(', ');
