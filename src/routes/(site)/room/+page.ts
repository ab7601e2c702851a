// The room comes over the network: the page is built once and served as a file.
export const prerender = true;
