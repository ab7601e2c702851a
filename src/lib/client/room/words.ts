import type { StoreFaultCode } from '../../room/store/log-store.ts';

/** What a room says of itself to the person, in whole sentences: what is wrong, and what to do. By locale. */
const en = {
	notKept: {
		missing:
			'This browser gives the page no storage, so this run is not kept. You can play on; save its log before you close the page.',
		forbidden:
			'This browser is set to keep nothing for this page: cookies and site data are blocked. You can play on; save its log before you close the page, or allow the page to keep data in the settings of the browser.',
		blocked:
			'The storage of this browser does not answer, so this run is not kept for now. You can play on; close other tabs of this page, and save the log before you leave.',
		full: 'The storage of this browser is full, so what you do from here is not kept. You can play on; free some space, or save the log before you leave.',
		elsewhere:
			'This run goes on in another tab or window and is kept from there. What you do here is not kept.',
		behind:
			'What is kept of this run is no longer what is played here, so nothing more is added to it. You can play on; save its log if you want to keep it.',
		gone: 'This run has been removed from this device. You can play on; save its log if you want to keep it.',
		lost: 'The storage of this browser has been emptied, and this run could not be written again. You can play on; save its log before you leave.',
		broken:
			'Keeping this run failed. You can play on; save its log before you leave, in case it cannot be kept.'
	} satisfies Record<StoreFaultCode, string>,
	noSuchRun:
		'This run is not kept on this device. A run is kept on the device where it was played: save its log there, send that, and open it here.',
	/** A run that may well be there. */
	notRead: (code: StoreFaultCode) => {
		if (code === 'missing') return 'This browser gives the page no storage, so no run is kept here.';
		if (code === 'forbidden')
			return 'This browser is set to keep nothing for this page: cookies and site data are blocked. Allow the page to keep data in the settings of the browser, then try again.';
		return 'The storage of this browser does not answer, so the run could not be read. Nothing has been removed: try again, or close other tabs of this page first.';
	},
	tookOver: 'This run was open in another tab or window. It goes on here now; that one no longer keeps it.',
	asComputedThen: (reason: string) =>
		`This run was played in an earlier version. Its results are shown as they were computed then. ${reason}`,
	shownOnly: 'This run is shown as it was computed then and cannot be played on.',
	noList:
		'The runs on this device could not be read: the storage of this browser does not answer. Try again.',
	noSuchScenario: (id: string) =>
		`The scenario ‘${id}’ is not part of this program. Choose one of those listed.`,
	noSuchRole: (id: string) => `The scenario has no role ‘${id}’. Choose one of those listed.`,
	noSuchCut: (id: string) => `The scenario has no length ‘${id}’. Choose one of those listed.`,
	noSuchRound: (round: number, rounds: number) =>
		rounds === 0
			? 'This run has no past round yet to go back to.'
			: `This run has no round ${round}. It can be taken up again from rounds 1 to ${rounds}.`,
	notSolo: 'This is the log of an exercise that was not played alone; it cannot be played on here.',
	oldRun: (reason: string) => `This run was kept by an earlier version. ${reason}`,
	requestUnknown: 'The page asked for something that this room does not know. Reload the page.',
	whileRunning: 'Time is passing. Decide when it stands, in the next round, or stop it here.',
	messageUnknown: 'The room said something that this page does not know. Reload the page.',
	noWorker: 'This browser does not run the part of the page that computes the world. Try another browser.',
	workerDidNotStart: 'The part of the page that computes the world did not start. Reload the page.',
	workerSilent: 'The part of the page that computes the world does not answer. Reload the page.',
	restarted:
		'The part of the page that computes the world had stopped and has been started again. Your run goes on from where it was kept.',
	slow: 'The part of the page that computes the world takes long to answer. It is waited for: nothing is lost. Close what else this machine is busy with if you can.',
	nothingOpen: 'No run is open. Open one first.',
	notForgotten: 'The run could not be removed from this device. Try again.',
	noSingleRuns:
		'What single decisions did could not be computed. Everything else on this page stands. Open the run again to try once more.',
	notNow: 'This is not possible at this point of the exercise.'
};

export type RoomWords = typeof en;
const WORDS = { en };

export function roomWords(locale: keyof typeof WORDS = 'en'): RoomWords {
	return WORDS[locale];
}
