/** For each file of component tests: the styles of every page, so that sizes and what can be seen are as in the app. */
import '../../src/app.css';
import '../../src/lib/ui/shared.css';
