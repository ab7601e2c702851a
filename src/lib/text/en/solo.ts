import type { NotOpenedParams, RoomBreakdownParams } from '../../room/protocol/solo-faults.ts';
import type { StoreFaultCode } from '../../room/store/log-store.ts';

type Sentences<Params> = { readonly [Code in keyof Params]: (params: Params[Code]) => string };

const notKept: Readonly<Record<StoreFaultCode, string>> = {
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
};

const notOpened: Sentences<Omit<NotOpenedParams, 'badLog'>> = {
	noSuchRun: () =>
		'This run is not kept on this device. A run is kept on the device where it was played: save its log there, send that, and open it here.',
	notRead: ({ store }) => {
		if (store === 'missing') return 'This browser gives the page no storage, so no run is kept here.';
		if (store === 'forbidden')
			return 'This browser is set to keep nothing for this page: cookies and site data are blocked. Allow the page to keep data in the settings of the browser, then try again.';
		return 'The storage of this browser does not answer, so the run could not be read. Nothing has been removed: try again, or close other tabs of this page first.';
	},
	noSuchScenario: ({ id }) =>
		`The scenario ‘${id}’ is not on this device. Choose one of those listed; if it is an author’s own, add its file first.`,
	noSuchRole: ({ id }) => `The scenario has no role ‘${id}’. Choose one of those listed.`,
	noSuchCut: ({ id }) => `The scenario has no length ‘${id}’. Choose one of those listed.`,
	noSuchRound: ({ round, rounds }) =>
		rounds === 0
			? 'This run has no past round yet to go back to.'
			: `This run has no round ${round}. It can be taken up again from rounds 1 to ${rounds}.`,
	notSolo: () => 'This is the log of an exercise that was not played alone; it cannot be played on here.'
};

const breakdowns: Sentences<RoomBreakdownParams> = {
	noWorker: ({ detail }) =>
		`This browser does not run the part of the page that computes the world. Try another browser. (${detail})`,
	didNotStart: ({ detail }) =>
		detail || 'The part of the page that computes the world did not start. Reload the page.',
	silent: () => 'The part of the page that computes the world does not answer. Reload the page.',
	otherProtocol: () => 'The room said something that this page does not know. Reload the page.',
	broken: ({ detail }) => detail
};

/** What a room on the reader's own device says of itself, in whole sentences: what is wrong, and what to do. */
export const solo = {
	notKept,
	notOpened,
	/** `file`, line and column come before what is wrong. */
	badLog: (file: string, line: number, what: string, remedy: string) =>
		`${file}, line ${line}: ${what}. ${remedy}`,
	oldRun: (what: string) => `This run was kept by an earlier version. ${what}.`,
	fileGone:
		'The scenario file that it was played with is no longer on this device. Add that file again to play on.',
	asComputedThen: (reason: string) =>
		`This run is shown and not played on: its results are as they were computed then. ${reason}`,
	tookOver: 'This run was open in another tab or window. It goes on here now; that one no longer keeps it.',
	whileRunning: 'Time is passing. Decide when it stands, in the next round, or stop it here.',
	restarted:
		'The part of the page that computes the world had stopped and has been started again. Your run goes on from where it was kept.',
	slow: 'The part of the page that computes the world takes long to answer. It is waited for: nothing is lost. Close what else this machine is busy with if you can.',
	noSingleRuns:
		'What single decisions did could not be computed. Everything else on this page stands. Open the run again to try once more.',
	breakdowns
};
