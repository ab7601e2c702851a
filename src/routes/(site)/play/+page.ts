// The whole exercise runs in the page and its worker: the page is built once and served as a file.
export const prerender = true;
