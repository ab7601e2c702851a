/** `npm run room:backup`, `room:restore`, `room:log` and `room:erase`: what is kept of rooms, from the command line. */
import { runCommand } from './readable-error.ts';
import { roomsCommand } from './rooms/command.ts';

await runCommand(() => roomsCommand(process.argv.slice(2), process.env, (text) => console.log(text)));
