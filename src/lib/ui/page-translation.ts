/**
 * A browser that translates a page puts `<font>` in the place of each text node. What the page writes into its own node
 * afterwards would be seen by nobody. Here the node comes back as soon as something new is written into it; the browser
 * then translates that.
 *
 * @returns ends it
 */
export function staysLiveWhenTranslated(page: Document): () => void {
	const standIns = new WeakMap<Text, ChildNode>();

	const written = new MutationObserver((changes) => {
		for (const { target } of changes) {
			const standIn = standIns.get(target as Text);
			if (standIn === undefined || !standIn.isConnected) continue;
			standIns.delete(target as Text);
			standIn.replaceWith(target);
		}
	});

	const replaced = new MutationObserver((changes) => {
		for (const { addedNodes, removedNodes } of changes) {
			const [standIn, node] = [addedNodes[0], removedNodes[0]];
			if (standIn?.nodeName !== 'FONT' || !(node instanceof Text)) continue;
			standIns.set(node, standIn as ChildNode);
			written.observe(node, { characterData: true });
		}
	});
	replaced.observe(page.body, { childList: true, subtree: true });

	return () => {
		replaced.disconnect();
		written.disconnect();
	};
}
