// Which room is meant stands in the fragment, which no server sees: the page is built once and served as a file.
export const prerender = true;
