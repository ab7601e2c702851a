/** Words for numbers, in digits or letters, and what may stand between two of them. */
const DIGITS = '\\d[\\d,.]*\\d|\\d';
const WORDS =
	'one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fifteen|nineteen|twenty|thirty|forty|' +
	'fifty|sixty|seventy|eighty|ninety|hundred|thousand|million|half|several|dozen|third|quarter|tenth|nine-tenths';
const JOINED = `(?:[- ](?:${WORDS}|a|of|in|our|the|my))*`;
/** What the model counts. */
const COUNTED =
	'hosts?|devices?|flights?|departures?|payments?|procedures?|patients?|calls?|callers?|counters?|consoles?|kiosks?|' +
	'tills?|laptops?|computers?|screens?|desks?|dollars|machines?|crashes';
const LITERAL = new RegExp(`\\b(?:${DIGITS}|${WORDS})${JOINED}(?: [a-z]+){0,2}? (?:${COUNTED})\\b`, 'gi');
/** A figure that is asked of the world, with the size that is said behind it. */
const ASKED = /\{[^{}]*\}(?: (?:hundred|thousand|million))*/g;

/** Numbers that an author has written beside what the model counts, and that stand there whatever it counts. */
export function literalFigures(text: string): string[] {
	return [...text.replace(ASKED, '…').matchAll(LITERAL)].map(([found]) => found);
}
