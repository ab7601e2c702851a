// What is replayed stands in the address, or is opened as a file: the page is built once and served as a file.
export const prerender = true;
